package org.annals.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** What portals and word processors put around a report or change in it without a reader reading anything else: by chance, another time something else. */
final class PortalNoise {
    private static final List<String> BODIES = List.of("青石县林业局", "青石县教育局", "白河镇人民政府", "青石县审计局");

    private final Random random;

    PortalNoise(long seed) {
        random = new Random(seed);
    }

    private boolean perhaps() {
        return random.nextInt(5) < 2;
    }

    private String number() {
        return String.valueOf(1 + random.nextInt(99_999));
    }

    private String day(String form) {
        return form.formatted(2024 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String report() {
        return BODIES.get(random.nextInt(BODIES.size())) + (2020 + random.nextInt(5)) + "年政府信息公开工作年度报告";
    }

    String html(String page) {
        int body = page.indexOf("<body>") + "<body>".length();
        int end = page.indexOf("</body>");
        String content = marked(page.substring(body, end));
        int title = content.indexOf("</p>") + "</p>\n".length();
        String inside = content.substring(0, title) + infoLine() + content.substring(title);
        String wrapped = switch (random.nextInt(4)) {
            case 0 -> "<div class=\"TRS_Editor\">" + inside + "</div>";
            case 1 ->
                "<div id=\"zoom\" data-id=\"" + number() + "\"><div class=\"x" + number() + "\">" + inside
                        + "</div></div>";
            case 2 ->
                "<div class=\"article-content\" style=\"font-size:" + (14 + random.nextInt(4)) + "px\">" + inside
                        + "</div>";
            default -> inside;
        };
        String whole = page.substring(0, body) + chosen(above()) + wrapped + chosen(below()) + page.substring(end);
        return head(whole);
    }

    private String head(String page) {
        String extra = (perhaps() ? "<meta name=\"generator\" content=\"cms " + number() + "\">" : "")
                + (perhaps() ? "<script nonce=\"" + number() + "\">var token=\"" + number() + "\";</script>" : "")
                + (perhaps() ? "<link rel=\"stylesheet\" href=\"/s.css?v=" + number() + "\">" : "")
                + (perhaps() ? "<!-- built " + day("%d-%02d-%02d") + " by node" + number() + " -->" : "");
        return page.replace("</head>", extra + "</head>");
    }

    /** The line of small print between title and text. */
    private String infoLine() {
        List<String> parts = new ArrayList<>();
        if (perhaps()) {
            parts.add("<span>浏览次数：<span id=\"hits\">" + number() + "</span></span>");
        }
        if (perhaps()) {
            parts.add("<span>字体：【<a href=\"javascript:big()\">大</a> <a href=\"javascript:mid()\">中</a> "
                    + "<a href=\"javascript:small()\">小</a>】</span>");
        }
        if (perhaps()) {
            parts.add("<span>点击数：" + number() + "</span>");
        }
        if (perhaps()) {
            parts.add("<span>打印本页</span>");
        }
        if (perhaps()) {
            parts.add("<span>阅读量：" + number() + "</span>");
        }
        Collections.shuffle(parts, random);
        return parts.isEmpty() ? "" : "<div class=\"info\">" + String.join(" ", parts) + "</div>\n";
    }

    private List<String> above() {
        return new ArrayList<>(List.of(
                "<div class=\"top\">今天是" + day("%d年%d月%d日") + " 星期" + "一二三四五六日".charAt(random.nextInt(7)) + "</div>",
                "<div class=\"weather\">青石县 今天 多云 " + random.nextInt(30) + "℃～" + (30 + random.nextInt(9)) + "℃</div>",
                "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/c" + number()
                        + "/\">政务公开</a></li><li><a href=\"/n\">新闻中心</a></li></ul></div>",
                "<ul class=\"menu\"><li><a href=\"/a\">机构职能</a></li><li><a href=\"/b" + number()
                        + "\">政策文件</a></li><li><a href=\"/d\">政府信息公开年报</a></li></ul>",
                "<div class=\"crumbs\">您的位置：<a href=\"/\">首页</a> &gt; <a href=\"/nb/\">政府信息公开年报</a></div>",
                "<div class=\"ad\"><a href=\"/ad" + number() + "\"><img src=\"/ad" + number()
                        + ".gif\" alt=\"\"></a></div>",
                "<div class=\"clock\">当前时间：" + day("%d年%d月%d日") + " 12:30:" + (10 + random.nextInt(50)) + "</div>",
                "<div class=\"login\">您好，您是第" + number()
                        + "位访问者 <a href=\"/login\">登录</a> <a href=\"/reg\">注册</a></div>",
                "<form><input type=\"hidden\" name=\"csrf\" value=\"" + number() + "\"><input name=\"q\"></form>",
                "<div id=\"u" + number() + "\"></div>"));
    }

    private List<String> below() {
        return new ArrayList<>(List.of(
                "<p>上一篇：<a href=\"/" + number() + ".html\">" + report() + "</a></p>",
                "<p>下一篇：<a href=\"/" + number() + ".html\">" + report() + "</a></p>",
                "<div class=\"related\"><h3>相关链接</h3><ul><li><a href=\"/" + number() + ".html\">" + report()
                        + "</a></li><li><a href=\"/" + number() + ".html\">" + report() + "</a></li></ul></div>",
                "<div class=\"share\">分享到：<a href=\"#\">微信</a><a href=\"#\">微博</a></div>",
                "<div>【打印本页】【关闭窗口】</div>",
                "<div class=\"foot\"><p>版权所有：青石县人民政府 " + (2020 + random.nextInt(7)) + "</p><p>网站标识码：" + number()
                        + "</p></div>",
                "<div class=\"foot\">主办单位：青石县人民政府办公室</div>",
                "<div class=\"count\">访问量：" + number() + "次</div>",
                "<div class=\"ad\"><a href=\"/x" + number() + "\"><img src=\"/b" + number() + ".png\"></a></div>",
                "<div class=\"links\"><a href=\"http://www.example.gov.cn/" + number() + "\">友情链接" + number()
                        + "</a></div>",
                "<p>责任编辑：" + "张王李赵".charAt(random.nextInt(4)) + "某</p>",
                "<p>浏览次数：" + number() + "</p>",
                "<p>扫一扫在手机打开当前页</p>",
                "<p>更新时间：" + day("%d-%02d-%02d") + "</p>",
                "<div class=\"hot\"><h3>热门新闻</h3><ul><li><a href=\"/n" + number() + "\">县领导调研第" + number()
                        + "次</a><span>" + day("%d-%02d-%02d") + "</span></li></ul></div>",
                "<div>点赞(" + number() + ") 收藏 评论(" + number() + ")</div>",
                "<div>本站总访问量：" + number() + " 今日访问量：" + number() + "</div>",
                "<script>document.write(" + number() + ");</script>"));
    }

    /** Some of them, in their order. */
    private String chosen(List<String> pieces) {
        pieces.removeIf(piece -> !perhaps());
        return String.join("\n", pieces);
    }

    /** The same text with other marks. */
    private String marked(String content) {
        String marked = content;
        if (perhaps()) {
            marked = marked.replace("font-family:宋体", "font-family:仿宋_GB2312;mso-id:" + number());
        }
        if (perhaps()) {
            marked = marked.replace("<p>", "<p style=\"text-indent:2em\">");
        }
        if (perhaps()) {
            marked = marked.replace("\n", "\r\n  ");
        }
        if (perhaps()) {
            marked = marked.replace(
                    "class=\"MsoNormalTable\"", "class=\"t" + number() + "\" width=\"" + number() + "\"");
        }
        if (perhaps()) {
            marked = marked.replace("政府", "<span lang=\"ZH\">政</span><span>府</span>");
        }
        if (perhaps()) {
            marked = marked.replace("&nbsp;", "");
        }
        return marked;
    }

    String text(String report) {
        String text = report;
        if (perhaps()) {
            text = text.replace("\n", "\r\n");
        }
        if (perhaps()) {
            text = "\uFEFF" + text;
        }
        if (perhaps()) {
            text = "\n\n" + text;
        }
        if (perhaps()) {
            text = text + "\n浏览次数：" + number() + "\n";
        }
        if (perhaps()) {
            text = text + "\n上一篇：" + report() + "\n";
        }
        if (perhaps()) {
            text = text + "\n\n\n";
        }
        return text;
    }

    /** A paragraph in one run or in many, in some type. */
    void write(XWPFParagraph paragraph, String text) {
        int cut = perhaps() && text.length() > 1 ? 1 + random.nextInt(text.length() - 1) : text.length();
        for (String part : List.of(text.substring(0, cut), text.substring(cut))) {
            if (!part.isEmpty()) {
                var run = paragraph.createRun();
                run.setText(part);
                run.setBold(perhaps());
                run.setFontSize(10 + random.nextInt(6));
            }
        }
        if (perhaps()) {
            paragraph.setSpacingAfter(random.nextInt(200));
        }
    }

    void around(XWPFDocument document) {
        document.getProperties().getCoreProperties().setCreator("u" + number());
        document.getProperties().getCoreProperties().setRevision(number());
        Date time = new Date(1_700_000_000_000L + random.nextInt());
        document.getProperties().getCoreProperties().setModified(Optional.of(time));
        if (perhaps()) {
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("内部编号" + number());
        }
        if (perhaps()) {
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("- 1 -");
        }
        if (perhaps()) {
            document.createParagraph();
        }
    }
}
