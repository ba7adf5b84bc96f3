package org.annals.discover;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

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
    private static final Pattern NOT_FOUND_TITLE = Pattern.compile("404|页面不存在|找不到|notfound", Pattern.CASE_INSENSITIVE);
    private static final Pattern WALL_SCRIPT = Pattern.compile(
            "__jsl_clearance|acw_sc__v2|\\$_ts\\b|wzws|_waf_|safeline|challenge-platform|geetest|TencentCaptcha|aliyun_captcha|reason:GeoBL",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COOKIE_THEN_RELOAD =
            Pattern.compile("document\\.cookie\\s*=[\\s\\S]*?location|location[\\s\\S]*?document\\.cookie\\s*=");
    private static final Pattern WALL_TEXT = Pattern.compile(
            "安全验证|人机验证|滑动验证|滑块验证|请输入验证码|访问验证|访问过于频繁|请求被拦截|您的访问被|正在检查您?的?浏览器|请开启javascript|checkingyourbrowser|captcha|geobl",
            Pattern.CASE_INSENSITIVE);

    private Refusals() {}

    /** {@link PageKind#SOFT_404}, {@link PageKind#CHALLENGE}, or null for an ordinary page. */
    static PageKind recognise(Document document, PageFacts facts) {
        String text = facts.text();
        if (text.length() > SHORT) {
            return null;
        }
        boolean linked = document.select("a[href]").size() > 20;
        if (linked) {
            return null;
        }
        String scripts = document.select("script").html();
        scripts = scripts.substring(0, Math.min(scripts.length(), MAX_SCRIPT));
        boolean empty = text.length() < EMPTY;
        if (WALL_TEXT.matcher(text).find()
                || empty && WALL_SCRIPT.matcher(scripts).find()
                || empty && COOKIE_THEN_RELOAD.matcher(scripts).find()
                || !document.select("input[type=password]").isEmpty()) {
            return PageKind.CHALLENGE;
        }
        boolean titled =
                NOT_FOUND_TITLE.matcher(Wording.squeeze(document.title())).find();
        return titled || NOT_FOUND.matcher(text).find() ? PageKind.SOFT_404 : null;
    }
}
