package org.annals.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of a portal around a report. Everything but the report itself is there to mislead. */
final class HtmlPage {
    HtmlStyle style = HtmlStyle.PLAIN;
    /** As the page names it; null for no word about it. */
    String charset = "utf-8";

    final Map<String, String> meta = new LinkedHashMap<>();
    String pageTitle = "青石县人民政府网";
    String head = "";
    String before = "";
    String open = "<div class=\"TRS_Editor\">";
    String close = "</div>";
    String after = "";

    static HtmlPage bare() {
        HtmlPage page = new HtmlPage();
        page.open = "";
        page.close = "";
        return page;
    }

    static HtmlPage of(HtmlStyle style) {
        HtmlPage page = new HtmlPage();
        page.style = style;
        return page;
    }

    /** Menu, crumbs, share buttons, a list of other reports and the foot of the site. */
    static HtmlPage portal() {
        HtmlPage page = new HtmlPage();
        page.meta.put("SiteName", "青石县人民政府网");
        page.meta.put("SiteIDCode", "4109990001");
        page.meta.put("ColumnName", "政府信息公开年报");
        page.before = "<div class=\"top\"><a href=\"/\">首页</a><ul class=\"menu\"><li><a href=\"/zwgk/\">政务公开</a></li>"
                + "<li><a href=\"/zwgk/zn/\">政府信息公开指南</a></li><li><a href=\"/zwgk/nb/\">政府信息公开年报</a></li></ul>"
                + "<p>今天是2026年11月21日 星期六 访问量：1234567</p></div>\n"
                + "<div class=\"crumbs\">您的位置：<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> &gt; "
                + "<a href=\"/zwgk/nb/\">政府信息公开年报</a></div>\n"
                + "<div class=\"tools\">【字体：<a>大</a> <a>中</a> <a>小</a>】 分享到：<a class=\"wx\">微信</a> <a class=\"wb\">微博</a></div>\n";
        page.after = "<div class=\"related\"><h3>相关链接</h3><ul><li><a href=\"t1.html\">青石县林业局2019年政府信息公开工作年度报告</a></li>"
                + "<li><a href=\"t2.html\">青石县人民政府办公室2018年政府信息公开工作年度报告</a></li></ul></div>\n"
                + "<div class=\"foot\"><p>主办：青石县人民政府办公室　网站标识码：4109990001　备案号：12345678号</p>"
                + "<p>电话：0999-7654321</p></div>\n<script>var total = 77; createPageHTML(3, 0, \"index\", \"html\");</script>\n";
        return page;
    }

    HtmlPage meta(String name, String content) {
        meta.put(name, content);
        return this;
    }

    HtmlPage in(String container, String end) {
        open = container;
        close = end;
        return this;
    }

    String write(List<Part> parts) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html><head>\n");
        if (charset != null) {
            out.append("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=")
                    .append(charset)
                    .append("\">\n");
        }
        out.append("<title>").append(pageTitle).append("</title>\n");
        meta.forEach((name, content) -> out.append("<meta name=\"")
                .append(name)
                .append("\" content=\"")
                .append(content)
                .append("\">\n"));
        out.append(head).append("</head><body>\n").append(before).append(open).append('\n');
        for (Part part : parts) {
            if (part instanceof Line line) {
                out.append(style.line(line)).append('\n');
            } else if (part instanceof Sheet sheet) {
                table(sheet, out);
            }
        }
        return out.append(close)
                .append('\n')
                .append(after)
                .append("</body></html>\n")
                .toString();
    }

    private void table(Sheet sheet, StringBuilder out) {
        out.append(style.table).append("<tbody>\n");
        for (List<TableCell> row : sheet.rows()) {
            out.append("<tr>");
            row.forEach(cell -> out.append(style.cell(cell)));
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
    }
}
