package org.annals.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/** The statistics sheet (政府信息公开情况统计表) at the end of reports up to 2018. */
final class AnnexSheet {
    private static final String LINES = """
            一、主动公开情况||
            （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|disclosed
            其中：主动公开规范性文件数|条|disclosed_normative
            制发规范性文件总数|件|normative_issued
            （二）通过不同渠道和方式公开政府信息的情况||
            1.政府公报公开政府信息数|条|via_gazette
            2.政府网站公开政府信息数|条|via_website
            3.政务微博公开政府信息数|条|via_weibo
            4.政务微信公开政府信息数|条|via_wechat
            5.其他方式公开政府信息数|条|via_other
            二、回应解读情况||
            （一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|responses
            （二）通过不同渠道和方式回应解读的情况||
            1.参加或举办新闻发布会总次数|次|press_conferences
            其中：主要负责同志参加新闻发布会次数|次|press_conferences_principal
            2.政府网站在线访谈次数|次|online_interviews
            其中：主要负责同志参加政府网站在线访谈次数|次|online_interviews_principal
            3.政策解读稿件发布数|篇|policy_explanations
            4.微博微信回应事件数|次|social_responses
            5.其他方式回应事件数|次|other_responses
            三、依申请公开情况||
            （一）收到申请数|件|requests
            1.当面申请数|件|requests_in_person
            2.传真申请数|件|requests_fax
            3.网络申请数|件|requests_online
            4.信函申请数|件|requests_letter
            （二）申请办结数|件|closed
            1.按时办结数|件|closed_on_time
            2.延期办结数|件|closed_extended
            （三）申请答复数|件|replies
            1.属于已主动公开范围数|件|replies_already_public
            2.同意公开答复数|件|replies_granted
            3.同意部分公开答复数|件|replies_partial
            4.不同意公开答复数|件|replies_denied
            其中：1.涉及国家秘密|件|denied_state_secret
            2.涉及商业秘密|件|denied_trade_secret
            3.涉及个人隐私|件|denied_privacy
            4.危及国家安全、公共安全、经济安全和社会稳定|件|denied_safety
            5.不是《条例》所指政府信息|件|denied_not_information
            6.法律法规规定的其他情形|件|denied_other_law
            5.不属于本行政机关公开数|件|replies_not_ours
            6.申请信息不存在数|件|replies_not_existing
            7.告知作出更改补充数|件|replies_to_correct
            8.告知通过其他途径办理数|件|replies_other_channel
            四、行政复议数量|件|reviews
            （一）维持具体行政行为数|件|reviews_upheld
            （二）被依法纠错数|件|reviews_corrected
            （三）其他情形数|件|reviews_other
            五、行政诉讼数量|件|suits
            （一）维持具体行政行为或者驳回原告诉讼请求数|件|suits_upheld
            （二）被依法纠错数|件|suits_corrected
            （三）其他情形数|件|suits_other
            六、举报投诉数量|件|complaints
            七、依申请公开信息收取的费用|万元|fees
            八、机构建设和保障经费情况||
            （一）政府信息公开工作专门机构数|个|offices
            （二）设置政府信息公开查阅点数|个|reading_points
            （三）从事政府信息公开工作人员数|人|staff
            1.专职人员数（不包括政府公报及政府网站工作人员数）|人|staff_full_time
            2.兼职人员数|人|staff_part_time
            （四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|budget
            九、政府信息公开会议和培训情况||
            （一）召开政府信息公开工作会议或专题会议数|次|meetings
            （二）举办各类培训班数|次|trainings
            （三）接受培训人员数|人次|trained
            """;

    private static final Map<String, List<String>> SUMS = Map.of(
            "requests", List.of("requests_in_person", "requests_fax", "requests_online", "requests_letter"),
            "closed", List.of("closed_on_time", "closed_extended"),
            "reviews", List.of("reviews_upheld", "reviews_corrected", "reviews_other"),
            "suits", List.of("suits_upheld", "suits_corrected", "suits_other"),
            "staff", List.of("staff_full_time", "staff_part_time"),
            "replies_denied",
                    List.of(
                            "denied_state_secret",
                            "denied_trade_secret",
                            "denied_privacy",
                            "denied_safety",
                            "denied_not_information",
                            "denied_other_law"));
    private static final List<String> REPLIES = List.of(
            "replies_already_public",
            "replies_granted",
            "replies_partial",
            "replies_denied",
            "replies_not_ours",
            "replies_not_existing",
            "replies_to_correct",
            "replies_other_channel");

    private AnnexSheet() {}

    /** No two figures that are not sums are the same, and all sums hold. */
    static Map<String, Printed> figures() {
        Map<String, Integer> figures = new HashMap<>();
        int next = 21;
        for (Field field : Fields.of(Generation.PRE2019)) {
            figures.put(field.code().substring(3), next);
            next += 7;
        }
        SUMS.forEach((sum, parts) ->
                figures.put(sum, parts.stream().mapToInt(figures::get).sum()));
        figures.put("replies", REPLIES.stream().mapToInt(figures::get).sum());
        Map<String, Printed> cells = new LinkedHashMap<>();
        for (Field field : Fields.of(Generation.PRE2019)) {
            String code = field.code().substring(3);
            String figure = figures.get(code).toString();
            cells.put(field.code(), Printed.number(code.equals("budget") ? figure + ".25" : figure));
        }
        return cells;
    }

    static Sheet of(Map<String, Printed> cells) {
        List<List<TableCell>> rows = new ArrayList<>();
        rows.add(row(TableCell.label("统 计 指 标"), TableCell.label("单位"), TableCell.label("统计数")));
        for (String line : LINES.split("\n")) {
            String[] parts = line.split("\\|", -1);
            boolean heading = parts[2].isEmpty();
            String field = "t1." + parts[2];
            rows.add(row(
                    TableCell.label(parts[0]),
                    TableCell.label(heading ? "——" : parts[1]),
                    heading
                            ? TableCell.filler()
                            : new TableCell(cells.get(field).text(), field, 1, 1)));
        }
        return new Sheet(rows);
    }

    private static List<TableCell> row(TableCell... cells) {
        return new ArrayList<>(List.of(cells));
    }
}
