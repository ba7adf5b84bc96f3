package org.annals.discover;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a link or a title say: a report, the column of reports, the way there, or one of their look-alikes. */
final class Wording {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u2002-\\u200b\\ufeff]+");
    private static final String YEAR = "(?:20[012]\\d|二[〇○0零][〇○0零一二三][〇○0零一二三四五六七八九])";
    private static final Pattern HAS_YEAR = Pattern.compile("(?<!\\d)" + YEAR + "(?!\\d)");
    private static final Pattern ONLY_YEAR = Pattern.compile(YEAR + "年?度?");
    private static final Pattern HEAD =
            Pattern.compile("^(?:[·•●▪■◆>\\-\\[\\]【】|]|附件\\d{0,2}[:：.、]?|\\d{1,3}[.、]|[\\[（(]?" + YEAR
                    + "[-./]\\d{1,2}[-./]\\d{1,2}[\\])）]?)+");
    private static final Pattern TAIL = Pattern.compile("(?:[\\[（(]?20\\d\\d[-./年]\\d{1,2}(?:[-./月]\\d{1,2}日?)?[\\])）]?"
            + "(?:\\d{1,2}:\\d\\d(?::\\d\\d)?)?|\\d{1,2}[-./]\\d{1,2}|\\.(?:pdf|docx?|wps|xlsx?|zip|rar|ofd|html?)|[（(]?\\d+(?:\\.\\d+)?[KM]B?[)）]?"
            + "|全文|点击|下载|查看|附件|(?i:new)|发布时间[:：]?|[（(][^（）()]{1,20}[)）]|[。.·|\\]】》»>])+$");
    private static final String OPENNESS = "(?:(?:政府信息|政务信息|信息|政务)公开)";
    private static final Pattern REPORT_END = Pattern.compile(OPENNESS + "(?:重点)?(?:工作)?(?:情况)?的?(?:" + YEAR
            + "年)?(?:年?度)*(?:重点)?(?:工作)?(?:执行)?(?:情况)?(?:年度)*(?:报告|年报|工作报告|总结报告)书?$");
    private static final Pattern WEAK_END = Pattern.compile("(?:年度(?:工作)?报告|年报)$");
    private static final Pattern COLUMN = Pattern.compile(
            "[^，。：:]{0,14}?" + OPENNESS + "?(?:工作)?(?:年度)*(?:工作)?(?:年报|年度报告|年度总结报告)(?:专栏|栏目|专题|列表|汇总|公开|查询)?");
    private static final Pattern STRONG_COLUMN = Pattern.compile("公开(?:工作)?(?:年度)*(?:工作)?(?:年报|年度报告)");
    private static final Pattern BARE_COLUMN = Pattern.compile("(?:工作)?(?:年报|年度报告|年度工作报告)(?:专栏|栏目|列表|汇总)?");
    private static final Pattern SECTION = Pattern.compile(
            "([^，。：:]{0,12}?)(法定主动公开内容|政府信息主动公开|政府信息公开|政务信息公开|政务公开|信息公开|主动公开|公开)(?:专栏|平台|栏目|专区|系统|网|目录|首页)*");
    private static final Pattern SITE_MAP = Pattern.compile("(?:网站|站点)?地图|sitemap", Pattern.CASE_INSENSITIVE);
    private static final Pattern GENERIC = Pattern.compile(
            "|更多|more|>+|》+|»|\\.{3}|…|查看(?:全文|详情|更多)?|详情|详细|全文|点击(?:查看|下载|进入|此处)*|下载|附件\\d*|进入(?:专栏)?|pdf|word|doc",
            Pattern.CASE_INSENSITIVE);
    /** Before the phrase: words that make the text speak of a report instead of being its title. */
    private static final Pattern SPEAKS_OF = Pattern.compile(
            "网站|网页|关于(?:做好|印发|报送|编制|开展|进一步|填报|公布|发布|规范|提交)|解读|图解|一图|图说|读懂|发布|公布|晒出|召开|推进|部署|法治|企业|公司|新媒体|满意度|解释|说明[:：]");

    private static final Pattern NEAR_MISS =
            Pattern.compile("网站.{0,10}(?:年报|报表|报告)|报表|政府工作报告|指南|通知|通报|解读|图解|一图|要点|法治政府|依法行政|决算|预算|统计公报|自查"
                    + "|(?:公布|发布|报送|编制|填报)(?:情况|工作|$)|格式|模板|范本|依申请公开|测评|评估结果|考核结果|工作总结$|培训|召开");
    private static final Pattern GROUP = Pattern.compile(
            "(?:各|全|本|区|县|市|州|省|旗)*(?:政府)?(?:直属|组成|垂直管理|派出)?(?:(?:部门|单位|机构|机关|乡镇|镇街|镇|乡|街道|街道办事处|办事处|开发区|园区|区县|县区|县市区|市县|市州"
                    + "|地州市|人民政府|政府办公?室?|政府|国有企事业单位)[、（）()和及]?)+(?:年报|年度报告)?|各[县区市镇乡旗州]+");
    private static final Pattern BODY =
            Pattern.compile(".{1,20}(?:局|委|办|办公室|委员会|政府|街道|办事处|镇|乡|苏木|中心|管委会|支队|大队|集团|处|厅|部|院|会|开发区|高新区)");

    private Wording() {}

    /** One line, white space folded to single blanks, ends trimmed. */
    static String fold(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Without any white space: Chinese sets none, mark-up puts some everywhere. */
    static String squeeze(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    /** Squeezed, without dates, numbering, file endings and bracketed additions around the wording itself. */
    static String core(String text) {
        String core = HEAD.matcher(squeeze(text)).replaceFirst("");
        return TAIL.matcher(core).replaceFirst("");
    }

    static boolean hasYear(String text) {
        return HAS_YEAR.matcher(squeeze(text)).find();
    }

    static boolean isYear(String text) {
        return ONLY_YEAR.matcher(core(text)).matches();
    }

    /** The title of one report: openness, a kind of yearly report at the end, and nothing that only speaks of such a report. */
    static boolean isReport(String text) {
        String core = core(text);
        return REPORT_END.matcher(core).find() && !SPEAKS_OF.matcher(core).find();
    }

    /** Ends like a yearly report but does not say of what; enough inside a column of reports only. */
    static boolean mayBeReport(String text) {
        String core = core(text);
        return WEAK_END.matcher(core).find()
                && hasYear(text)
                && !SPEAKS_OF.matcher(core).find()
                && !NEAR_MISS.matcher(core).find();
    }

    /** 0 for no column; higher the surer. */
    static int column(String text) {
        String core = core(text);
        if (core.length() > 24
                || SPEAKS_OF.matcher(core).find()
                || NEAR_MISS.matcher(core).find()
                || !COLUMN.matcher(core).matches()) {
            return 0;
        }
        if (STRONG_COLUMN.matcher(core).find()) {
            return hasYear(core) ? 8 : 10;
        }
        return BARE_COLUMN.matcher(core).matches() ? 6 : 3;
    }

    /** 0 for no way to the column; higher the surer. */
    static int section(String text) {
        String core = core(text);
        if (SITE_MAP.matcher(core).matches()) {
            return 2;
        }
        Matcher matcher = SECTION.matcher(core);
        if (!matcher.matches() || core.contains("依申请") || matcher.group(1).matches(".*(?:推进|深化|加强|做好|关于|规范|不).*")) {
            return 0;
        }
        int named = switch (matcher.group(2)) {
            case "法定主动公开内容", "政府信息主动公开" -> 10;
            case "政府信息公开" -> 9;
            case "政务信息公开", "信息公开" -> 8;
            case "政务公开", "主动公开" -> 7;
            default -> matcher.group(1).isEmpty() ? 5 : 0;
        };
        return matcher.group(1).isEmpty() || named == 0 ? named : named - 3;
    }

    /** Looks like a report or its column to a careless reader and is neither (portals have them side by side). */
    static boolean isNearMiss(String text) {
        String core = core(text);
        return NEAR_MISS.matcher(core).find() && !isReport(text);
    }

    /** A label that says nothing of its own: the row or the block must tell. */
    static boolean isGeneric(String text) {
        return GENERIC.matcher(squeeze(text)).matches();
    }

    /** Departments, towns and the like: folders inside a column. */
    static boolean isGroup(String text) {
        return GROUP.matcher(core(text)).matches();
    }

    static boolean isBody(String text) {
        return BODY.matcher(core(text)).matches();
    }
}
