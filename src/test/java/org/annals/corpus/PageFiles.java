package org.annals.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.annals.corpus.Line.Kind;
import org.annals.report.Generation;
import org.annals.report.Section;

/** What stands around a report on the pages of portals, and what editors do to it. */
final class PageFiles {
    private PageFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        containers(files);
        chrome(files);
        editors(files);
        return files;
    }

    private static void containers(List<Golden> files) {
        files.add(Golden.html("container-trs-editor", Draft.yanshi(), HtmlPage.portal()));
        files.add(Golden.html(
                "container-trs-custom-style",
                Draft.distinct(),
                portal(HtmlStyle.EDITOR)
                        .in(
                                "<div class=\"TRS_Editor\"><div class=\"Custom_UnionStyle\"><style>.TRS_Editor P{margin:0}</style>",
                                "</div></div>")));
        files.add(Golden.html(
                "container-zoom", Draft.yanshi(), portal(HtmlStyle.EDITOR).in("<div id=\"zoom\">", "</div>")));
        files.add(Golden.html(
                "container-article-content",
                Draft.distinct(),
                portal(HtmlStyle.EDITOR).in("<article><div class=\"article-content\">", "</div></article>")));
        files.add(Golden.html(
                "container-ucap",
                Draft.distinct2019(),
                HtmlPage.portal().in("<div class=\"pages_content\" id=\"UCAP-CONTENT\">", "</div>")));
        files.add(Golden.html(
                "container-vsb",
                Draft.yanshi(),
                portal(HtmlStyle.EDITOR)
                        .in(
                                "<form name=\"_newscontent_fromname\"><div id=\"vsb_content_2\"><div class=\"v_news_content\">",
                                "</div></div></form>")));
        files.add(Golden.html(
                "container-unknown",
                Draft.distinct(),
                HtmlPage.portal().in("<div class=\"wz-box-7\"><section>", "</section></div>")));
        files.add(Golden.html("container-none", Draft.distinct2019(), HtmlPage.bare()));
        files.add(Golden.html(
                "container-plain-content",
                Draft.yanshi(),
                HtmlPage.portal().in("<main><article><div class=\"content\">", "</div></article></main>")));
    }

    private static void chrome(List<Golden> files) {
        HtmlPage teaser = HtmlPage.portal();
        teaser.after = "<div class=\"hot\"><h3>青石县林业局2019年政府信息公开工作年度报告</h3>"
                + "<p>青石县林业局去年收到申请31件，全部办完。<a href=\"t9.html\">[详细]</a></p></div>\n" + teaser.after;
        files.add(Golden.html("chrome-teaser-of-another-report", Draft.distinct(), teaser));

        HtmlPage header = HtmlPage.portal();
        header.before +=
                "<table class=\"xxgk\"><tr><td>索 引 号：</td><td>004109/2024-00017</td><td>主题分类：</td><td>政府信息公开年报</td></tr>"
                        + "<tr><td>发布机构：</td><td>青石县水利局</td><td>发文日期：</td><td>2024-01-22</td></tr>"
                        + "<tr><td>文　　号：</td><td>无</td><td>有 效 性：</td><td>有效</td></tr></table>\n";
        Draft headed = Draft.distinct();
        headed.publishedOn = "2024-01-22";
        files.add(Golden.html("chrome-header-table", headed, header));

        HtmlPage layout = HtmlPage.portal();
        layout.open =
                "<table width=\"1000\"><tr><td width=\"200\" rowspan=\"2\"><ul><li>部门 12</li><li>乡镇 9</li></ul></td>"
                        + "<td>信息公开</td></tr><tr><td><table><tr><td>";
        layout.close = "</td></tr></table></td></tr><tr><td colspan=\"2\">访问 3 次</td></tr></table>";
        files.add(Golden.html("chrome-nested-layout-tables", Draft.distinct(), layout));

        HtmlPage deep = HtmlPage.bare();
        deep.open = "<table><tr><td>".repeat(12);
        deep.close = "</td></tr></table>".repeat(12);
        files.add(Golden.html("chrome-twelve-layout-tables", Draft.yanshi(), deep));

        HtmlPage foot = HtmlPage.portal().in("<div id=\"zoom\">", "<p>扫一扫在手机打开当前页</p><p>【打印本页】【关闭窗口】</p></div>");
        Draft signed = Draft.distinct().words(Section.OTHER, "无。");
        signed.signature = List.of("青石县水利局", "2024年1月24日");
        signed.publishedOn = "2024-01-24";
        files.add(Golden.html("chrome-print-and-scan-lines", signed, foot));

        HtmlPage hidden = HtmlPage.portal();
        hidden.open +=
                "<div style=\"display:none\"><table><tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>2</td><td>3</td><td>4</td>"
                        + "<td>5</td><td>6</td><td>21</td></tr></table></div>"
                        + "<!-- <table><tr><td>行政许可</td><td>999</td></tr></table> -->";
        files.add(Golden.html("chrome-hidden-table", Draft.distinct(), hidden));

        HtmlPage script = HtmlPage.portal();
        script.before += "<script>document.write('<table><tr><td>行政处罚</td><td>888</td></tr></table>');</script>"
                + "<noscript><table><tr><td>行政强制</td><td>777</td></tr></table></noscript>";
        files.add(Golden.html("chrome-table-in-script", Draft.yanshi(), script));

        HtmlPage attachments = HtmlPage.portal();
        attachments.close = "<p>附件：<a href=\"./P020240122.docx\">青石县水利局2023年政府信息公开工作年度报告.docx</a></p>"
                + "<p><a href=\"./P020240122.pdf\">青石县水利局2023年政府信息公开工作年度报告.pdf</a></p></div>";
        files.add(Golden.html("chrome-attachments", Draft.distinct(), attachments));
    }

    private static void editors(List<Golden> files) {
        HtmlPage word = portal(HtmlStyle.WORD);
        word.head =
                "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->\n"
                        + "<style><!-- p.MsoNormal {margin:0cm; mso-pagination:none;} @page Section1 {size:595.3pt 841.9pt;} --></style>\n";
        word.open = "<div class=Section1 style='layout-grid:15.6pt'>";
        files.add(Golden.html("word-export", Draft.yanshi(), word));
        files.add(Golden.html("word-export-2019", Draft.distinct2019(), word));

        files.add(large());

        List<Part> supported = Draft.distinct().parts();
        supported.add(
                Draft.place(supported, 3),
                Line.markup(
                        "<![if !supportMisalignedColumns]><p class=MsoNormal><span lang=EN-US>&nbsp;</span></p><![endif]>"));
        HtmlPage conditional = portal(HtmlStyle.WORD);
        files.add(Golden.of(
                "word-conditional-comments",
                "html",
                conditional
                        .write(supported)
                        .replace(
                                "</tbody></table>",
                                "<![if !supportMisalignedColumns]><tr height=0><td width=60 style='border:none'></td><td width=60 style='border:none'></td>"
                                        + "<td width=60 style='border:none'></td></tr><![endif]></tbody></table>"),
                Draft.distinct()));

        files.add(Golden.of(
                "word-unclosed-cells",
                "html",
                portal(HtmlStyle.WORD)
                        .write(Draft.distinct().parts())
                        .replace("</td>", "")
                        .replace("</tr>", "")
                        .replace("</p>", "")
                        .replace("<tbody>", "")
                        .replace("</tbody>", ""),
                Draft.distinct()));

        files.add(Golden.of(
                "word-digits-in-spans",
                "html",
                portal(HtmlStyle.PLAIN)
                        .write(Draft.distinct().parts())
                        .replaceAll(
                                "<td([^>]*)>(\\d)(\\d+)</td>",
                                "<td$1><p><span lang=EN-US>$2</span><span lang=EN-US style='letter-spacing:1px'>$3</span></p></td>"),
                Draft.distinct()));

        files.add(Golden.of(
                "word-nested-rows",
                "html",
                portal(HtmlStyle.EDITOR)
                        .write(Draft.yanshi().parts())
                        .replace("<tbody>", "<thead><tr style=\"height:0\"></tr></thead><tbody><tr></tr>"),
                Draft.yanshi()));

        Draft pictures = new Draft(Generation.G2021, Map.of(), "none: the tables are pictures")
                .words(
                        Section.OVERVIEW,
                        "这一年我们把该公开的都挂到了网上，栏目每月更新一次，办事指南和办事结果同时挂出，群众来问的都有回音。",
                        "（一）窗口与电话。来人来电都有人接，问过的事都有回音，逾期的事有人催办，办完的事有人回访，回访记在本子上。",
                        "（二）队伍。专人管栏目，专人管回复，两人互为替补，半年对一次账，对不上的当天改过来，改过的地方留下记录。");
        List<Part> parts = new ArrayList<>();
        for (Part part : pictures.parts()) {
            parts.add(part instanceof Sheet ? Line.markup("<p><img src=\"./W020240122.jpg\" alt=\"\"></p>") : part);
        }
        files.add(Golden.of("tables-as-pictures", "html", HtmlPage.portal().write(parts), pictures));

        List<Part> headings = Draft.yanshi().parts();
        headings.replaceAll(part -> part instanceof Line line && line.kind() == Kind.HEADING
                ? Line.markup("<p><strong>" + line.text().charAt(0) + "</strong><strong>"
                        + line.text().substring(1) + "</strong></p>")
                : part);
        files.add(Golden.of("word-headings-in-pieces", "html", HtmlPage.portal().write(headings), Draft.yanshi()));
    }

    static HtmlPage portal(HtmlStyle style) {
        HtmlPage page = HtmlPage.portal();
        page.style = style;
        return page;
    }

    /** As large as such exports are: every cell with its borders and paddings. The benchmark reads this page. */
    private static Golden large() {
        Draft draft = Draft.distinct();
        String line = "这一年我们把该公开的都挂到了网上，栏目每月更新一次，来人来电都有人接，问过的事都有回音，记在本子上。";
        for (Section section : List.of(Section.OVERVIEW, Section.PROBLEMS, Section.OTHER)) {
            draft.words(section, Collections.nCopies(12, line).toArray(new String[0]));
        }
        String page = portal(HtmlStyle.WORD)
                .write(draft.parts())
                .replace(
                        "<td",
                        "<td width=60 valign=center style='width:45.0pt;border:solid windowtext 1.0pt;"
                                + "mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:20.0pt'")
                .replace("<span lang=EN-US>", "<span lang=EN-US style='font-size:10.5pt'>");
        return Golden.of("word-export-of-100-kb", "html", page, draft);
    }
}
