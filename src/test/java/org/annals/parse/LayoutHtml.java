package org.annals.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.annals.capture.Payload;
import org.annals.document.Block;
import org.annals.document.Documents;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;

/** A text layout as a page of a portal: the same cells in the same rows, with menu, header table and page foot around them. */
final class LayoutHtml {
    private LayoutHtml() {}

    static String of(String text, String charset) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=")
                .append(charset)
                .append("\">\n<title>公开年报_青石县政府网</title>\n<style>td{border:1px}</style></head><body>\n")
                .append("<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li>")
                .append("<li><a href=\"/nb/\">政府信息公开年报</a></li></ul></div>\n")
                .append("<div class=\"crumbs\"><a href=\"/\">首页</a> &gt; <a href=\"/nb/\">政府信息公开年报</a></div>\n")
                .append("<div class=\"TRS_Editor\">\n");
        List<Block> blocks = Documents.read(Payload.of(text.getBytes(StandardCharsets.UTF_8), "text/plain", null))
                .blocks();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                page.append("<p align=\"left\">")
                        .append(escaped(paragraph.text()))
                        .append("</p>\n");
            } else if (block instanceof Grid grid) {
                table(grid, page);
            }
        }
        return page.append("</div>\n<div class=\"foot\"><p>上一篇：<a href=\"a.html\">青石县林业局2021年政府信息公开工作年度报告</a></p>")
                .append("<p>版权所有：青石县人民政府 备案号 12345678</p></div>\n<script>var n = 7;</script></body></html>")
                .toString();
    }

    private static void table(Grid grid, StringBuilder page) {
        page.append("<table class=\"MsoTableGrid\" cellspacing=\"0\"><tbody>\n");
        for (GridRow row : grid.rows()) {
            page.append("<tr>");
            for (GridCell cell : row.cells()) {
                page.append("<td width=\"60\"><p class=\"MsoNormal\"><span lang=\"EN-US\">")
                        .append(cell.isEmpty() ? "&nbsp;" : escaped(cell.text()).replace("\n", "<br/>"))
                        .append("</span></p></td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
