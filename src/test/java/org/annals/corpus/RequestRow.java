package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import org.annals.report.Generation;

/**
 * A row of table 3 on the official form.
 *
 * @param level 1 to 3, how deep its label stands
 * @param group the label over it; empty above level 3
 * @param groupSize rows of the group on the first of them, otherwise 0
 */
record RequestRow(String code, int level, String label, String group, int groupSize) {
    private static final String[] DENIED = {
        "denied_state_secret", "1.属于国家秘密", "denied_law", "2.其他法律行政法规禁止公开",
        "denied_safety", "3.危及“三安全一稳定”", "denied_third_party", "4.保护第三方合法权益",
        "denied_internal", "5.属于三类内部事务信息", "denied_process", "6.属于四类过程性信息",
        "denied_enforcement", "7.属于行政执法案卷", "denied_inquiry", "8.属于行政查询事项"
    };
    private static final String[] UNAVAILABLE = {
        "unavailable_not_held", "1.本机关不掌握相关政府信息",
        "unavailable_to_create", "2.没有现成信息需要另行制作",
        "unavailable_unclear", "3.补正后申请内容仍不明确"
    };
    private static final String[] REJECTED = {
        "rejected_petition", "1.信访举报投诉类申请", "rejected_duplicate", "2.重复申请",
        "rejected_publication", "3.要求提供公开出版物", "rejected_excessive", "4.无正当理由大量反复申请",
        "rejected_confirmation", "5.要求行政机关确认或重新出具已获取信息"
    };
    private static final String[] OTHER = {
        "other_no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "other_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "other_misc", "3.其他"
    };

    static List<RequestRow> of(Generation generation) {
        List<RequestRow> rows = new ArrayList<>();
        rows.add(new RequestRow("new", 1, "一、本年新收政府信息公开申请数量", "", 0));
        rows.add(new RequestRow("carried_in", 1, "二、上年结转政府信息公开申请数量", "", 0));
        rows.add(new RequestRow("granted", 2, "（一）予以公开", "", 0));
        rows.add(new RequestRow("partial", 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", 0));
        group(rows, "（三）不予公开", DENIED);
        group(rows, "（四）无法提供", UNAVAILABLE);
        group(rows, "（五）不予处理", REJECTED);
        if (generation == Generation.G2019) {
            rows.add(new RequestRow("other_handling", 2, "（六）其他处理", "", 0));
        } else {
            group(rows, "（六）其他处理", OTHER);
        }
        rows.add(new RequestRow("result_total", 2, "（七）总计", "", 0));
        rows.add(new RequestRow("carried_out", 1, "四、结转下年度继续办理", "", 0));
        return rows;
    }

    private static void group(List<RequestRow> rows, String group, String[] members) {
        for (int i = 0; i < members.length; i += 2) {
            rows.add(new RequestRow(members[i], 3, members[i + 1], group, i == 0 ? members.length / 2 : 0));
        }
    }

    /** Whether the row is one of the results that add up to their total. */
    boolean isResult() {
        return level > 1 && !code.equals("result_total");
    }
}
