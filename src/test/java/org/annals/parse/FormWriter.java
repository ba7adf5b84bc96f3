package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.annals.report.Generation;

/** Writes a made-up report out in its layout. */
final class FormWriter {
    private final Form form;
    private final StringBuilder out = new StringBuilder();

    private FormWriter(Form form) {
        this.form = form;
    }

    static String write(Form form) {
        FormWriter writer = new FormWriter(form);
        writer.report();
        return writer.form.layout.isHtml()
                ? "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + writer.out + "</body></html>"
                : writer.out.toString();
    }

    private void report() {
        int year = form.generation == Generation.G2019 ? 2020 : 2023;
        paragraph("青石县水利局" + year + "年政府信息公开工作年度报告");
        paragraph("一、总体情况");
        paragraph("这一年我们照章办事。");
        paragraph("二、主动公开政府信息情况");
        table(form.table2);
        paragraph("三、收到和处理政府信息公开申请情况");
        List<List<FormCell>> rows = new ArrayList<>(form.head3);
        if (form.cutBefore >= 0) {
            rows.addAll(form.rows3.subList(0, form.cutBefore));
            table(rows);
            paragraph("- 3 -");
            rows = new ArrayList<>(form.rows3.subList(form.cutBefore, form.rows3.size()));
        } else {
            rows.addAll(form.rows3);
        }
        table(rows);
        paragraph("四、政府信息公开行政复议、行政诉讼情况");
        table(form.table4);
        paragraph("五、存在的主要问题及改进情况");
        paragraph("栏目更新慢，明年加快。");
        paragraph("六、其他需要报告的事项");
        paragraph("无");
    }

    private void paragraph(String text) {
        out.append(form.layout.isHtml() ? "<p>" + text + "</p>\n" : text + "\n\n");
    }

    private void table(List<List<FormCell>> rows) {
        if (form.layout == FormLayout.HTML_LINES) {
            rows.forEach(row -> paragraph(line(row).strip()));
            return;
        }
        if (form.layout.isHtml()) {
            out.append("<table class=\"MsoNormalTable\" border=\"1\">\n");
            rows.forEach(this::htmlRow);
            out.append("</table>\n");
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            out.append(line(rows.get(i)));
            if (i == 0 && form.layout == FormLayout.MARKDOWN) {
                out.append("|---|---|---|\n");
            }
        }
        out.append('\n');
    }

    private String line(List<FormCell> row) {
        List<String> texts = row.stream().map(FormCell::text).toList();
        return switch (form.layout) {
            case BARS -> String.join(" | ", texts) + " |\n";
            case MARKDOWN -> "| " + String.join(" | ", texts) + " |\n";
            case ONE_CELL_A_LINE ->
                texts.stream().map(text -> "\t" + text + "\n").collect(Collectors.joining()) + "\n";
            case LINES -> full(texts, "   ") + "\n";
            case HTML_LINES -> full(texts, "&nbsp; ") + "\n";
            case BARE_CELLS -> full(texts, "\n") + "\n";
            default -> String.join("\t", texts) + "\n";
        };
    }

    private static String full(List<String> texts, String between) {
        return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
    }

    private void htmlRow(List<FormCell> row) {
        out.append("<tr>");
        for (FormCell cell : row) {
            out.append("<td");
            if (cell.colspan() > 1 && form.layout == FormLayout.HTML_SPANS) {
                out.append(" colspan=\"").append(cell.colspan()).append('"');
            }
            if (cell.rowspan() > 1) {
                out.append(" rowspan=\"").append(cell.rowspan()).append('"');
            }
            out.append("><p class=\"MsoNormal\"><span style=\"font-family:宋体\">")
                    .append(cell.text().isEmpty() ? "&nbsp;" : cell.text())
                    .append("</span></p></td>");
        }
        out.append("</tr>\n");
    }
}
