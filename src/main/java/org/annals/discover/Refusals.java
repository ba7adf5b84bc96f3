package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Pages that come with a good status and are none: "not found" in words, script walls, captchas, log-in forms. */
final class Refusals {
    /** Real pages are longer; a report that mentions such a word is not taken for a wall. */
    private static final int SHORT = 600;

    private static final int EMPTY = 40;
    private static final int MAX_SCRIPT = 20_000;
    private static final Pattern NOT_FOUND = Pattern.compile(
            "(?:页面|网页|内容|文件|信息|文章|栏目|地址|链接)[^。，]{0,6}(?:不存在|找不到|未找到|没有找到|已被?删除|已失效|已过期|无法访问)"
                    + "|(?:找不到|未找到|没有找到)[^。，]{0,10}(?:页面|网页|内容|文件)|页面走丢|pagenotfound|filenotfound|http404|error404|404error|404notfound",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_FOUND_TITLE =
            Pattern.compile("(?<!\\d)404(?!\\d)|页面不存在|找不到|notfound", Pattern.CASE_INSENSITIVE);
    private static final Pattern WALL_SCRIPT = Pattern.compile(
            "__jsl_clearance|acw_sc__v2|\\$_ts\\b|wzws|_waf_|safeline|challenge-platform|geetest|TencentCaptcha|aliyun_captcha|reason:GeoBL",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COOKIE_THEN_RELOAD =
            Pattern.compile("document\\.cookie\\s*=[\\s\\S]*?location|location[\\s\\S]*?document\\.cookie\\s*=");
    private static final Pattern WALL_TEXT = Pattern.compile(
            "安全验证|人机验证|滑动验证|滑块验证|请输入验证码|访问验证|访问过于频繁|请求被拦截|您的访问被|正在检查您?的?浏览器|请开启javascript|checkingyourbrowser|captcha|geobl",
            Pattern.CASE_INSENSITIVE);

    /** The whole of a title, a heading or a paragraph that says: it is not here. */
    private static final Pattern MISSING = Pattern.compile(
            "(?:很|非常)?(?:抱歉|对不起|遗憾|sorry|提示信息?|错误)?[，,！!：:。.…]*+"
                    + "(?:(?:您|你|该|此|当前)(?:所|要|想|正在)?(?:访问|查找|浏览|请求|查看|打开|寻找|需要)?的?(?:信息|内容|栏目|地址|资源|页面|网页|文章|链接|文件)"
                    + "|(?:页面|网页|文章|链接))"
                    + "(?:已经?|可能|目前|暂时)?(?:不存在|找不到|未找到|没有找到|不见了|走丢了?|被?删除|失效|过期|无法访问|无法找到)"
                    + "(?:了|或[^。，！!]{1,16})?[。.！!~]*+"
                    + "|(?:很|非常)?(?:抱歉|对不起)?[，,！!]?(?:找不到|未找到|没有找到|无法找到)[^。，]{0,10}(?:页面|网页|文件)[。！!]?"
                    + "|(?:http|error|错误)?[:：]?404(?:错误|error|notfound|[-—:：|]?(?:页面|网页|文件|您)[^。]{0,16})?[。！!]?"
                    + "|(?:page|file|404)?notfound",
            Pattern.CASE_INSENSITIVE);
    /** The whole of a title or a heading of a page that stands before another. */
    private static final Pattern WALL_HEADING = Pattern.compile(
            "(?:请(?:先|您)?(?:完成|进行|输入|通过))?(?:网站|网络|系统)?(?:(?:安全|人机|访问|身份|滑动|滑块|图形)?验证码?|(?:安全|浏览器)(?:校验|检测|检查))(?:中|页面?|提示|服务)?[。！!….]*+"
                    + "|(?:您的)?(?:访问|请求)(?:已?被(?:拦截|拒绝|阻断|限制)|受限|过于频繁|异常)[^。]{0,12}"
                    + "|(?:网站|web应用)?防(?:火墙|护)(?:系统|提示)?|justamoment[….]*+|attentionrequired.{0,20}|accessdenied|requestrejected|checkingyourbrowser.{0,40}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FRONT_TITLE = Pattern.compile("(?:门户网站|政府网站?|网站首页|首页|政务网)$");
    private static final Pattern OF_REPORTS = Pattern.compile("年度报告|年报|公开工作");
    private static final int LINKS_OF_A_FRONT = 15;

    private static final Pattern TITLE_PARTS = Pattern.compile("[-_—–|]");
    private static final int LONGEST_SENTENCE = 80;
    private static final int MAX_HEADINGS = 20;
    /** Anything that may show the reader something where there are no words. */
    private static final String SHOWN_WITHOUT_WORDS =
            "img, iframe, frame, embed, object, script, canvas, svg, video, meta[http-equiv=refresh], form";

    private Refusals() {}

    /**
     * {@link PageKind#SOFT_404}, {@link PageKind#CHALLENGE}, or null for an ordinary page.
     *
     * @param outlinks a page that still leads to reports is never taken for one that is gone
     */
    static PageKind recognise(Document document, PageFacts facts, List<Outlink> outlinks) {
        PageKind ofFew = ofShortPage(document, facts);
        if (ofFew != null) {
            return ofFew;
        }
        if (facts.hasReportHeadings() || outlinks.stream().anyMatch(link -> link.purpose() == Purpose.REPORT)) {
            return null;
        }
        for (String heading : headings(document)) {
            if (WALL_HEADING.matcher(heading).matches()) {
                return PageKind.CHALLENGE;
            }
            if (MISSING.matcher(heading).matches()) {
                return PageKind.SOFT_404;
            }
        }
        if (facts.askedFor() != Purpose.REPORT) {
            return null;
        }
        if (saysMissing(document) || isBlank(document, facts)) {
            return PageKind.SOFT_404;
        }
        if (Wording.isReport(facts.title())) {
            return null;
        }
        return isFront(document) ? PageKind.SOFT_404 : asksForPassword(document) ? PageKind.CHALLENGE : null;
    }

    /** The front of the site in place of the report: by its title, and by saying nothing itself of reports. */
    private static boolean isFront(Document document) {
        String title = Wording.squeeze(document.title());
        return FRONT_TITLE.matcher(title).find()
                && document.select("a[href]").size() >= LINKS_OF_A_FRONT
                && !OF_REPORTS.matcher(wordsBesideLinks(document)).find();
    }

    private static boolean asksForPassword(Document document) {
        return !document.select("input[type=password]").isEmpty()
                && wordsBesideLinks(document).length() < SHORT;
    }

    private static String wordsBesideLinks(Document document) {
        StringBuilder words = new StringBuilder();
        for (Element element : document.body().getAllElements()) {
            if (words.length() < SHORT && element.closest("a") == null) {
                words.append(Wording.squeeze(element.ownText()));
            }
        }
        return words.toString();
    }

    private static PageKind ofShortPage(Document document, PageFacts facts) {
        String text = facts.text();
        if (text.length() > SHORT || document.select("a[href]").size() > 20) {
            return null;
        }
        Elements script = document.select("script");
        String scripts = String.join("\n", script.eachAttr("src")) + '\n' + script.html();
        scripts = scripts.substring(0, Math.min(scripts.length(), MAX_SCRIPT));
        boolean empty = text.length() < EMPTY;
        if (WALL_TEXT.matcher(text).find()
                || empty && WALL_SCRIPT.matcher(scripts).find()
                || empty && COOKIE_THEN_RELOAD.matcher(scripts).find()
                || !document.select("input[type=password]").isEmpty()) {
            return PageKind.CHALLENGE;
        }
        if (WALL_HEADING.matcher(Wording.squeeze(document.title())).matches()) {
            return PageKind.CHALLENGE;
        }
        boolean titled =
                NOT_FOUND_TITLE.matcher(Wording.squeeze(document.title())).find();
        return titled || NOT_FOUND.matcher(text).find() ? PageKind.SOFT_404 : null;
    }

    /** What a long page, with the menus and the foot of its site, calls itself. */
    private static List<String> headings(Document document) {
        List<String> headings = new ArrayList<>();
        String title = Wording.squeeze(document.title());
        headings.add(title);
        headings.addAll(List.of(TITLE_PARTS.split(title)));
        document.select("h1, h2, h3").stream()
                .limit(MAX_HEADINGS)
                .filter(heading -> !isHidden(heading))
                .map(heading -> Wording.squeeze(heading.text()))
                .forEach(headings::add);
        headings.removeIf(heading -> heading.isEmpty() || heading.length() > LONGEST_SENTENCE);
        return headings;
    }

    private static boolean saysMissing(Document document) {
        for (Element element : document.body().getAllElements()) {
            String own = Wording.squeeze(element.ownText());
            if (!own.isEmpty()
                    && own.length() <= LONGEST_SENTENCE
                    && MISSING.matcher(own).matches()
                    && !isHidden(element)) {
                return true;
            }
        }
        return false;
    }

    /** Templates carry such words for later, unseen. */
    private static boolean isHidden(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("hidden") || Wording.squeeze(at.attr("style")).contains("display:none")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(Document document, PageFacts facts) {
        return facts.text().isEmpty() && document.selectFirst(SHOWN_WITHOUT_WORDS) == null;
    }
}
