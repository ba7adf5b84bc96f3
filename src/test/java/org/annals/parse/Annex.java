package org.annals.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The statistics sheet of a made-up report of 2016, in a chosen layout. The labels are those of the usual sheet. */
final class Annex {
    enum Layout {
        HTML_UNIT_COLUMN,
        HTML_UNIT_IN_LABEL,
        HTML_TALL_CHAPTERS,
        HTML_NOTES_AND_CODES,
        TABS,
        BARS,
        MARKDOWN,
        ONE_CELL_A_LINE,
        LINES,
        BARE_CELLS;

        boolean isPoured() {
            return this == LINES || this == BARE_CELLS;
        }

        boolean isHtml() {
            return ordinal() <= HTML_NOTES_AND_CODES.ordinal();
        }
    }

    /** A line of the sheet: its label, its unit, the field (empty for headings). */
    record Line(String label, String unit, String field) {}

    private static final String SHEET = """
            一、主动公开情况|——|
            （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|disclosed
            其中：主动公开规范性文件数|条|disclosed_normative
            制发规范性文件总数|件|normative_issued
            （二）通过不同渠道和方式公开政府信息的情况|——|
            1.政府公报公开政府信息数|条|via_gazette
            2.政府网站公开政府信息数|条|via_website
            3.政务微博公开政府信息数|条|via_weibo
            4.政务微信公开政府信息数|条|via_wechat
            5.其他方式公开政府信息数|条|via_other
            二、回应解读情况|——|
            （一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|responses
            （二）通过不同渠道和方式回应解读的情况|——|
            1.参加或举办新闻发布会总次数|次|press_conferences
            其中：主要负责同志参加新闻发布会次数|次|press_conferences_principal
            2.政府网站在线访谈次数|次|online_interviews
            其中：主要负责同志参加政府网站在线访谈次数|次|online_interviews_principal
            3.政策解读稿件发布数|篇|policy_explanations
            4.微博微信回应事件数|次|social_responses
            5.其他方式回应事件数|次|other_responses
            三、依申请公开情况|——|
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
            八、机构建设和保障经费情况|——|
            （一）政府信息公开工作专门机构数|个|offices
            （二）设置政府信息公开查阅点数|个|reading_points
            （三）从事政府信息公开工作人员数|人|staff
            1.专职人员数（不包括政府公报及政府网站工作人员数）|人|staff_full_time
            2.兼职人员数|人|staff_part_time
            （四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|budget
            九、政府信息公开会议和培训情况|——|
            （一）召开政府信息公开工作会议或专题会议数|次|meetings
            （二）举办各类培训班数|次|trainings
            （三）接受培训人员数|人次|trained
            """;

    final List<List<String>> rows = new ArrayList<>();
    final Map<String, String> figures = new LinkedHashMap<>();
    private final Layout layout;

    Annex(Layout layout, Random random) {
        this.layout = layout;
        rows.add(
                switch (layout) {
                    case HTML_UNIT_IN_LABEL -> List.of("统计指标", "统计数");
                    case HTML_NOTES_AND_CODES -> List.of("代码", "统 计 指 标", "单位", "统计数", "备注");
                    default -> List.of("统计指标", "单位", "统计数");
                });
        int code = 0;
        for (Line line : lines()) {
            String value = line.field().isEmpty() ? "——" : figure(line, random);
            if (!line.field().isEmpty()) {
                figures.put("t1." + line.field(), value);
            }
            rows.add(new ArrayList<>(
                    switch (layout) {
                        case HTML_UNIT_IN_LABEL ->
                            List.of(
                                    line.label() + "（单位：" + line.unit() + "）",
                                    line.field().isEmpty() ? "" : value);
                        case HTML_NOTES_AND_CODES ->
                            List.of(String.format("%02d", ++code), line.label(), line.unit(), value, "");
                        default -> List.of(line.label(), line.unit(), value);
                    }));
        }
    }

    static List<Line> lines() {
        return SHEET.lines()
                .map(line -> line.split("\\|", -1))
                .map(parts -> new Line(parts[0], parts[1], parts[2]))
                .toList();
    }

    private static String figure(Line line, Random random) {
        return line.unit().equals("万元") ? random.nextInt(90) + ".25" : String.valueOf(random.nextInt(3000));
    }

    /** Index of the row of a field. */
    int rowOf(String field) {
        return 1 + lines().stream().map(Line::field).toList().indexOf(field.substring(3));
    }

    int valueAt(int row) {
        return layout == Layout.HTML_NOTES_AND_CODES ? 3 : rows.get(row).size() - 1;
    }

    String write() {
        StringBuilder out = new StringBuilder();
        paragraph(out, "青石县水利局2016年政府信息公开工作年度报告");
        String[] chapters = {
            "一、概述", "二、主动公开政府信息的情况", "三、政府信息依申请公开办理情况", "四、政府信息公开收费及减免情况", "五、因信息公开申请行政复议、提起行政诉讼的情况", "六、存在问题及改进打算"
        };
        for (String chapter : chapters) {
            paragraph(out, chapter);
            paragraph(out, "这一章的内容照实写来，统计到二〇一六年底。");
        }
        paragraph(out, "附表：政府信息公开情况统计表");
        table(out);
        return layout.isHtml() ? "<html><body>" + out + "</body></html>" : out.toString();
    }

    private void paragraph(StringBuilder out, String text) {
        out.append(layout.isHtml() ? "<p>" + text + "</p>\n" : text + "\n\n");
    }

    private void table(StringBuilder out) {
        out.append(layout.isHtml() ? "<table>\n" : "");
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            out.append(
                    switch (layout) {
                        case TABS -> String.join("\t", row) + "\n";
                        case BARS -> String.join(" | ", row) + " |\n";
                        case MARKDOWN -> "| " + String.join(" | ", row) + " |\n" + (i == 0 ? "|---|---|---|\n" : "");
                        case ONE_CELL_A_LINE ->
                            row.stream().map(cell -> "\t" + cell + "\n").collect(Collectors.joining()) + "\n";
                        case LINES -> String.join("  ", row) + "\n";
                        case BARE_CELLS -> String.join("\n", row) + "\n";
                        default -> htmlRow(i, row);
                    });
        }
        out.append(layout.isHtml() ? "</table>\n" : "\n");
    }

    private String htmlRow(int i, List<String> row) {
        String tall = "";
        if (layout == Layout.HTML_TALL_CHAPTERS && i > 0) {
            // a column in front that names the part of the sheet, one cell for ten rows
            tall = i % 10 == 1 ? "<td rowspan=\"10\">第" + i + "部分</td>" : "";
        } else if (layout == Layout.HTML_TALL_CHAPTERS) {
            tall = "<td>部分</td>";
        }
        return "<tr>" + tall + row.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining())
                + "</tr>\n";
    }
}
