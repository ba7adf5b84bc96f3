package org.annals.discover;

import java.util.regex.Pattern;

/**
 * The words of portals, as patterns over text without white space. Loops are possessive ({@code ++}): no text makes
 * them slow.
 */
final class Vocabulary {
    static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u2002-\\u200b\\ufeff]+");

    private static final String YEAR = "(?:20[012]\\d|二[〇○0零][〇○0零一二三][〇○0零一二三四五六七八九])";
    static final Pattern HAS_YEAR = Pattern.compile("(?<!\\d)" + YEAR + "(?!\\d)");
    static final Pattern ONLY_YEAR = Pattern.compile(YEAR + "年?度?");

    /** What stands on the button beside a title. */
    private static final String BUTTON = "全文|点击|下载|查看|附件|详情|详细|更多|阅读|浏览|预览|打开|原文|此处";

    /** What stands around a title in a list: marks, numbering, dates, file endings, sizes, buttons. */
    static final Pattern HEAD = Pattern.compile("^"
            + loop(
                    "[·•●▪■◆>\\-\\[\\]【】|]",
                    "附件\\d{0,2}[:：.、]?",
                    "\\d{1,3}[.、]",
                    "[\\[（(]?" + YEAR + "[-./]\\d{1,2}[-./]\\d{1,2}[\\])）]?"));

    static final Pattern TAIL = Pattern.compile(loop(
                    "[（(][^（）()]{1,20}[)）]",
                    "[\\[（(]?20\\d\\d[-./年]\\d{1,2}(?:[-./月]\\d{1,2}日?)?[\\])）]?(?:\\d{1,2}:\\d\\d(?::\\d\\d)?)?",
                    "\\d{1,2}[-./]\\d{1,2}",
                    "\\.(?:pdf|docx?|wps|xlsx?|zip|rar|ofd|html?)",
                    "[（(]?\\d+(?:\\.\\d+)?[KM]B?[)）]?",
                    "[\\[【（(<]?(?:" + BUTTON + ")[\\]】）)>]?|(?i:new)",
                    "发布时间[:：]?",
                    "[。.·|\\]】》»>]")
            + "$");

    /** What {@link #TAIL} can end with, besides ASCII: looking for it from every character of every link is slow. */
    static final String TAIL_ENDS = "）】》»·。：日间文击载看件情细多读览开处";

    private static final String OPENNESS = "(?:政府信息|政务信息|信息|政务)公开";

    /** How titles of reports read; the forms are those seen on real portals, doubled words included. */
    private static final String TITLE = OPENNESS
            + "(?:重点)?(?:工作)?(?:情况)?的?(?:" + YEAR + "年)?(?:年?度)*(?:重点)?(?:工作)?(?:执行)?(?:情况)?(?:年度)*"
            + "(?:报告|年报|工作报告|总结报告)书?";

    static final Pattern REPORT_TITLE = Pattern.compile(TITLE);
    /** A title of one report ends so. */
    static final Pattern REPORT_END = Pattern.compile(TITLE + "$");

    static final Pattern WEAK_END = Pattern.compile("(?:年度(?:工作)?报告|年报)$");

    static final Pattern COLUMN = Pattern.compile(
            "[^，。：:]{0,14}?(?:" + OPENNESS + ")?(?:工作)?(?:年度)*(?:工作)?" + "(?:年报|年度报告|年度总结报告)(?:专栏|栏目|专题|列表|汇总|公开|查询)?");
    static final Pattern STRONG_COLUMN = Pattern.compile("公开(?:工作)?(?:年度)*(?:工作)?(?:年报|年度报告)");
    static final Pattern BARE_COLUMN = Pattern.compile("(?:工作)?(?:年报|年度报告|年度工作报告)(?:专栏|栏目|列表|汇总)?");

    static final Pattern SECTION = Pattern.compile("([^，。：:]{0,12}?)"
            + "(法定主动公开内容|政府信息主动公开|政府信息公开|政务信息公开|政务公开|信息公开|主动公开|公开)"
            + "(?:专栏|平台|栏目|专区|系统|网|目录|首页)*+");
    /** Before 公开: the words of a headline, not of a menu. */
    static final Pattern HEADLINE = Pattern.compile("推进|深化|加强|做好|关于|规范|不");

    static final Pattern SITE_MAP = Pattern.compile("(?:网站|站点)?地图|sitemap", Pattern.CASE_INSENSITIVE);

    static final Pattern BRACKETS = Pattern.compile("^[\\[【（(<]+|[\\]】）)]+$");
    private static final String MORE_WORDS = "(?:\\+|查看)?(?:更多|more)(?:>|》|»|\\+|…|\\.{3})*+|>+|》+|»+|\\.{3}|…";
    static final Pattern MORE = Pattern.compile(MORE_WORDS, Pattern.CASE_INSENSITIVE);
    static final Pattern GENERIC = Pattern.compile(
            any("", MORE_WORDS, "(?:" + BUTTON + "|这里|在线|信息|内容)++\\d{0,2}|进入(?:专栏)?", "pdf|word|doc"),
            Pattern.CASE_INSENSITIVE);

    /** Words that make a text speak of a report instead of being its title. */
    static final Pattern SPEAKS_OF = Pattern.compile(any(
            "网站|网页|新媒体",
            "关于(?:做好|印发|报送|编制|开展|进一步|填报|公布|发布|规范|提交)",
            "解读|图解|一图|图说|读懂|解释|说明[:：]",
            "发布|公布|晒出|召开|推进|部署|满意度",
            "法治|企业|公司"));

    static final Pattern NEAR_MISS = Pattern.compile(any(
            "网站.{0,10}(?:年报|报表|报告)|报表",
            "政府工作报告|法治政府|依法行政|决算|预算|统计公报",
            "指南|通知|通报|要点|格式|模板|范本",
            "解读|图解|一图|自查|培训|召开",
            "(?:公布|发布|报送|编制|填报)(?:情况|工作|$)",
            "依申请公开|测评|评估结果|考核结果|工作总结$"));

    /** Ends like the name of a body and is a word of menus. */
    static final Pattern NO_BODY = Pattern.compile(
            "(?:^|查看|显示)(?:全|内|外|干|一)部$|(?:发布|常务|大|全|例|社|协|学|机|座谈|听证)会$|(?:通|代|网|快|帮|督|承|主|协|转|网上|怎么|我要)办$|(?:好|去|用|出)处$");

    private static final String GROUP_NAME =
            any("部门|单位|机构|机关|国有企事业单位", "乡镇|镇街|镇|乡", "街道办事处|街道|办事处|开发区|园区", "县市区|区县|县区|市县|市州|地州市", "人民政府|政府办公?室?|政府");
    static final Pattern GROUP = Pattern.compile(any(
            "[各全本区县市州省旗]*(?:政府(?!办|$))?(?:直属|直|组成|工作|垂直管理|派出)?(?:(?:" + GROUP_NAME + ")[、（）()和及]?)++(?:年报|年度报告)?",
            "各[县区市镇乡旗州]++"));

    static final Pattern BODY = Pattern.compile(
            ".{1,20}(?:" + any("局|委|办|处|厅|部|院|会", "办公室|委员会|管委会|中心|支队|大队|集团", "政府|街道|办事处|镇|乡|苏木|开发区|高新区") + ")");

    /** "…局年报": of whom, without openness named. */
    static final Pattern YEARLY_OF = Pattern.compile("([^，。：:]{2,20}?)(?:的)?(?:" + OPENNESS + ")?(?:工作)?(?:年报|年度报告)");

    /** Columns that hold anything that is made known; reports are put there where they have no column of their own. */
    static final Pattern NOTICES =
            Pattern.compile(any("(?:通知|公告|公示|通告){2}", "(?:政府|政策|公开)?文件", "(?:政府)?信息公开制度", "其[他它](?:信息|文件|公开)?"));

    /** Pages of a calendar lead to each other without end. */
    static final Pattern CALENDAR = Pattern.compile("(?:" + YEAR + "年)?\\d{1,2}月(?:\\d{1,2}日)?|日历|上个?月|下个?月");

    private Vocabulary() {}

    private static String any(String... alternatives) {
        return String.join("|", alternatives);
    }

    private static String loop(String... alternatives) {
        return "(?:" + any(alternatives) + ")++";
    }
}
