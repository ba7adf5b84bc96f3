package org.annals.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.annals.capture.Payload;
import org.annals.document.Block;
import org.annals.document.Documents;
import org.annals.document.Grid;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;
import org.annals.report.Generation;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A made-up report in which single things can be changed, written out in one of several styles with the noise of a portal around it. */
final class PlantedReport {
    /** How a report is published. */
    enum Style {
        SPANS("html", FormLayout.HTML_SPANS),
        SQUARE("html", FormLayout.HTML_SQUARE),
        SHIFTED("html", FormLayout.HTML_SHIFTED),
        GBK("html", FormLayout.HTML_SPANS),
        TABS("text", FormLayout.TABS_SQUARE),
        MARKDOWN("text", FormLayout.MARKDOWN),
        BARS("text", FormLayout.BARS),
        DOCX("docx", FormLayout.TABS_SQUARE);

        final String kind;
        final FormLayout layout;

        Style(String kind, FormLayout layout) {
            this.kind = kind;
            this.layout = layout;
        }

        String mediaType() {
            return switch (kind) {
                case "html" -> "text/html";
                case "text" -> "text/plain";
                default -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            };
        }
    }

    private static final String TITLE = "2023年政府信息公开工作年度报告";
    private static final String PROBLEMS = "五、存在的主要问题及改进情况";

    final Map<String, String> figures;
    String publisher = "青石县水利局";
    String title = TITLE;
    String published = "2024年1月20日";
    String overview = "2023年我们照章办事，主动公开信息三百余条。年内培训两次，参加四十人。网站改版后查阅更方便。";
    String problems = "栏目更新慢，明年加快。部分文件没有按时公开。";
    String other = "本年没有收取信息处理费。";
    String feesUnit = "万元";
    boolean signed = true;

    PlantedReport(Random random) {
        figures = Form.figures(Generation.G2021, random);
    }

    PlantedReport(PlantedReport as) {
        figures = new LinkedHashMap<>(as.figures);
        publisher = as.publisher;
        title = as.title;
        published = as.published;
        overview = as.overview;
        problems = as.problems;
        other = as.other;
        feesUnit = as.feesUnit;
        signed = as.signed;
    }

    byte[] bytes(Style style, PortalNoise noise) {
        String text = text(style);
        return switch (style.kind) {
            case "html" ->
                noise.html(text).getBytes(style == Style.GBK ? Charset.forName("GBK") : StandardCharsets.UTF_8);
            case "text" -> noise.text(text).getBytes(StandardCharsets.UTF_8);
            default -> docx(text, noise);
        };
    }

    private String text(Style style) {
        boolean html = style.layout.isHtml();
        String open = html ? "<p>" : "";
        String close = html ? "</p>\n" : "\n\n";
        String heading = open + publisher + title + close;
        String signature = signed ? open + publisher + close + open + published + close : "";
        String chapter = open + PROBLEMS + close + open + "栏目更新慢，明年加快。" + close;
        String last = open + "无" + close;
        String text = new Form(style.layout, Generation.G2021, figures)
                .write()
                .replace(open + "青石县水利局" + TITLE + close, heading)
                .replace("这一年我们照章办事。", overview)
                .replace(chapter, problems.isEmpty() ? "" : open + PROBLEMS + close + open + problems + close)
                .replace("（单位：万元）", "（单位：" + feesUnit + "）");
        int end = text.lastIndexOf(last);
        String page = text.substring(0, end) + open + other + close + signature + text.substring(end + last.length());
        return style == Style.GBK ? page.replace("utf-8", "gb2312") : page;
    }

    private static byte[] docx(String text, PortalNoise noise) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Block block : Documents.read(Payload.of(text.getBytes(StandardCharsets.UTF_8), "text/plain", null))
                    .blocks()) {
                if (block instanceof Paragraph paragraph) {
                    noise.write(document.createParagraph(), paragraph.text());
                } else if (block instanceof Grid grid) {
                    write(document.createTable(), grid, noise);
                }
            }
            noise.around(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XWPFTable table, Grid grid, PortalNoise noise) {
        table.removeRow(0);
        for (GridRow row : grid.rows()) {
            var line = table.createRow();
            for (int i = 0; i < row.cells().size(); i++) {
                var cell = i < line.getTableCells().size() ? line.getCell(i) : line.createCell();
                XWPFParagraph paragraph = cell.getParagraphs().get(0);
                noise.write(paragraph, row.cells().get(i).text());
            }
        }
    }
}
