package org.annals.document;

import java.util.ArrayList;
import java.util.List;

/** How much of the official form a document holds: enough to tell the report from its notice, its table of contents or a budget. */
final class FormWords {
    /** So many and it is a report. */
    static final int OF_A_REPORT = 10;

    private static final List<String> WORDS = List.of(
            "政府信息公开工作年度报告",
            "总体情况",
            "主动公开政府信息",
            "收到和处理政府信息公开申请",
            "行政复议",
            "行政诉讼",
            "存在的主要问题",
            "其他需要报告的事项",
            "信息内容",
            "行政许可",
            "行政处罚",
            "行政强制",
            "行政事业性收费",
            "本年新收政府信息公开申请数量",
            "上年结转政府信息公开申请数量",
            "予以公开",
            "部分公开",
            "属于国家秘密",
            "保护第三方合法权益",
            "属于行政执法案卷",
            "本机关不掌握相关政府信息",
            "重复申请",
            "结转下年度继续办理",
            "商业企业",
            "科研机构",
            "法律服务机构",
            "结果维持",
            "结果纠正",
            "尚未审结",
            "复议后起诉");

    private FormWords() {}

    /** How many of the form's words occur, and how many of its numbers are filled in: an empty template has none. */
    static int count(Document document) {
        StringBuilder text = new StringBuilder();
        int numbers = 0;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                text.append(paragraph.text());
            } else if (block instanceof Grid grid) {
                List<String> cells = new ArrayList<>();
                grid.rows().forEach(row -> row.cells().forEach(cell -> cells.add(cell.text())));
                cells.forEach(text::append);
                numbers += (int) cells.stream()
                        .filter(cell -> cell.matches("[0-9.,]{1,20}"))
                        .count();
            }
        }
        String squeezed = text.toString().replaceAll("\\s", "");
        int words = (int) WORDS.stream().filter(squeezed::contains).count();
        return words >= OF_A_REPORT ? words + Math.min(numbers, 250) : words;
    }
}
