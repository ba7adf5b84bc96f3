package org.annals.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The words by which reports say their figures, and those that make a sentence mean something else: the one place to add a variant. Text is matched as
 * {@link Prose} leaves it: no white space, half-width digits, full-width punctuation, no brackets. Every repetition is bounded or possessive, so that no text is
 * slow.
 */
final class Wording {
    private static final String COUNT = "(?:共计|共|合计|总计|总数为|数量为|均为|为|计|有)?(?<n>\\d{1,7})(?:件|宗|起|份|例|个|条)";
    private static final String PUBLIC = "(?:公民、法人(?:和|或者|或|及)其[他它]组织(?:提出|提交|递交)?的?)?";
    private static final String REQUEST = PUBLIC
            + "(?:(?:政府信息依申请公开|政府信息公开|依申请公开政府信息|依申请公开信息|依申请政府信息公开|依申请信息公开|依申请公开|信息公开|政务公开|政府信息)的?)?申请"
            + "(?:报告|表|书|事项|件|数量|总量|总数|数)?";
    private static final String RECEIVED_OBJECT = "(?:" + REQUEST + "|(?:政府信息)?依申请公开(?:政府)?(?:信息|件|事项)?)";
    private static final String YEAR_BEFORE = "(?:上一年度?|上年度?|去年|(?<y>\\d{4})年度?)";
    private static final String YEAR_AFTER = "(?:下一年度?|下年度?|次年度?|明年|来年|(?<y>\\d{4})年度?)";
    private static final String ONWARD = "结转(?:至|到|入)?" + YEAR_AFTER + "(?:继续)?(?:办理|处理|答复|办结)?的?";

    // requests -------------------------------------------------------------------------------------------------------

    static final List<Pattern> NEW = patterns("新(?:收到|接收|收)的?(?:" + RECEIVED_OBJECT + ")?" + COUNT);
    static final List<Pattern> RECEIVED = patterns(
            "(?<!新)(?:收到|接到|接收到|接收)了?" + RECEIVED_OBJECT + COUNT,
            "(?<!新)(?:收到|接到|接收到|接收)了?(?<n>\\d{1,7})(?:件|宗|份)" + RECEIVED_OBJECT + "$");
    static final List<Pattern> CARRIED_IN = patterns(
            YEAR_BEFORE + "结转(?:至|到|入)?(?:本年度?|今年)?(?:继续)?(?:办理|处理)?的?(?:" + RECEIVED_OBJECT + ")?" + COUNT,
            "结转" + YEAR_BEFORE + "的?(?:" + RECEIVED_OBJECT + ")?" + COUNT);
    static final List<Pattern> CARRIED_OUT = patterns(
            ONWARD + "(?:" + RECEIVED_OBJECT + ")?" + COUNT,
            "(?<![\\d.])(?<n>\\d{1,7})(?:件|宗|份)(?:" + REQUEST + ")?" + ONWARD + "$");
    static final List<Pattern> DONE =
            patterns("(?:答复|办结|办复)(?:完毕)?" + RECEIVED_OBJECT + COUNT, "办理结果(?:总计|合计|共计|共)为?(?<n>\\d{1,7})(?:件|宗|份)");
    /** Says what was answered only where the same sentence has said what was received. */
    static final List<Pattern> DONE_OF_THEM = patterns("(?:答复|办结|办复)(?:完毕)?" + COUNT);

    static final List<Pattern> NO_REQUEST =
            patterns("(?:未曾|从未|尚未|没有|未|无)(?:收到|接到|接收到)(?:过|任何)?" + RECEIVED_OBJECT + "(?:的?情况)?$");

    // review and litigation
    // --------------------------------------------------------------------------------------------

    static final List<Pattern> REVIEW = patterns("行政复议(?:案件|案|申请|事项)?" + COUNT);
    static final List<Pattern> LITIGATION = patterns("行政诉讼(?:案件|案|事项)?" + COUNT);
    static final List<Pattern> NO_CASE = patterns(
            "(?:未曾|从未|没有|未|无)(?:发生|出现|产生|引发|收到|有|被)?(?:过|任何)?(?<cases>(?:政府信息依申请公开|政府信息公开|依申请公开|信息公开|行政复议|行政诉讼|复议|诉讼|申诉"
                    + "|申请|案件|事项|事件|情况|情形|现象|涉及|关于|有关|工作|提起|提请|引起|引发|产生|投诉|举报|以及|或者|因|由|被|而|的|案|和|或|及|与|、)++)$");
    static final String A_REVIEW = "复议";
    static final String A_SUIT = "诉讼";
    /** May stand before the number of cases beside what may stand before any statement. */
    static final Pattern BEFORE_CASES =
            Pattern.compile("(?:政府信息依申请公开|政府信息公开|依申请公开|信息公开|发生|产生|引起|引发|涉及|申请|提起|案件|工作|因|被|有|的|涉|类)");

    // documents, of the format of 2021
    // -----------------------------------------------------------------------------------

    private static final String DONE_TO_DOCUMENTS = "(?<v>制发|废止|现行有效)";
    private static final String DOCUMENTS = "(?<o>行政规范性文件|规范性文件|政府规章|规章)";
    static final List<Pattern> DOCUMENT =
            patterns(DONE_TO_DOCUMENTS + "的?" + DOCUMENTS + COUNT, DOCUMENTS + DONE_TO_DOCUMENTS + "(?:件数|数)?" + COUNT);
    /** Of documents that an earlier clause of the sentence has named. */
    static final List<Pattern> DOCUMENT_OF_THEM = patterns(DONE_TO_DOCUMENTS + "(?:件数|数)?" + COUNT);

    // kinds of results
    // -----------------------------------------------------------------------------------------------------

    static final Pattern RESULT =
            Pattern.compile("(?:其中)?(?:已|依法|作出|决定)?(?<kind>予以公开(?:和|及|与|、|或)(?:予以)?部分公开|予以公开|(?:予以)?部分公开"
                    + "|不予公开|无法提供|不予处理|其他处理)(?:的|类)?(?:申请)?(?:共|为|有)?(?<n>\\d{1,7})(?:件|宗|份)");

    // lists of parts
    // -------------------------------------------------------------------------------------------------------

    static final Pattern WHOLE = Pattern.compile("(?<n>\\d{1,7})(?<unit>件|条|份|篇|宗|个|次|项)$");
    static final Pattern PART = Pattern.compile("(?<label>[^\\d]{1,24})(?<n>\\d{1,7})(?<unit>件|条|份|篇|宗|个|次|项)");
    static final Pattern SHARE = Pattern.compile("占[^，]{0,20}%");
    static final String AMONG_THEM = "其中";
    /** Every applicant is one of the two. */
    static final Pattern PERSON = Pattern.compile("自然人(?:申请)?");

    static final Pattern ORGANISATION = Pattern.compile("法人(?:和|或者|或|及)?其[他它]组织(?:申请)?");

    // fee notices
    // ------------------------------------------------------------------------------------------------------------

    static final String FEE_NOTICE = "发出收费通知";

    static final List<Pattern> FEE_NOTICES = patterns(
            FEE_NOTICE + "书?的?(?:件数|数量|份数)?(?:共计|共|为)?(?<n>\\d{1,7})(?:件|份|次|个)",
            FEE_NOTICE + "的?件数(?:和|及|、)总金额.{0,20}?(?:均|都)为(?<n>0)(?:件|元|万元)?$");

    // whose, of which year, of what
    // ----------------------------------------------------------------------------------------------

    /** May stand before a statement without changing what it says. */
    static final Pattern LEAD = Pattern.compile("(?:(?:在)?(?:本年度|本年|今年|当年|全年度|全年|年内)(?:内|里|中|期间)?"
            + "|(?:本|我)(?:行政)?(?:机关|单位|部门|办公室|局|办|委员会|委|厅|院|会|部|署|中心|镇政府|乡政府|镇|乡|街道办事处|街道办|街道|办事处"
            + "|管委会|管理委员会|开发区|高新区|经开区|园区|馆|处|所|站|大队|支队|总队)(?:机关)?"
            + "|共计|总共|一共|合计|总计|均已|现已|已经|全部|实际|依法|尚有|另有|还有|其余|剩余|共|已|均|则|也|亦|还|另|并|且|余|有"
            + "|[一二三四五六七八九]是|[（]?[一二三四五六七八九十]{1,2}[）、.]|\\d{1,2}[.、]"
            + "|(?:在)?(?:依申请公开|政府信息公开申请|申请|主动公开)(?:政府信息)?(?:工作)?(?:办理)?(?:情况|方面)|[、，：])");
    /** As {@link #LEAD}, for the year of the report. */
    static final Pattern YEAR_LEAD = Pattern.compile("(?:在)?(?<y>(?:19|20)\\d{2})年(?:度)?(?:内|里|中|期间)?");

    static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<y>(?:19|20)\\d{2})年");
    static final Pattern THIS_YEAR = Pattern.compile("本年|今年|当年|全年");
    static final Pattern OTHER_YEAR = Pattern.compile("上年|上一年|去年|往年|历年|近[两二三四五]年|连续.{1,2}年|前年|同期|次年|明年|来年|下一年|下年");
    /** Words for other years that belong to the form and say nothing of the year of the clause. */
    static final Pattern CARRYING = Pattern.compile(
            "(?:上一年度?|上年度?|去年|\\d{4}年度?)结转|结转(?:至|到|入)?(?:上一年度?|上年度?|去年|下一年度?|下年度?|次年度?|明年" + "|来年|本年度?|今年|\\d{4}年度?)");

    static final Pattern WHOLE_YEAR =
            Pattern.compile("(?:自|从)?(?<y>\\d{4})年1月1日起?(?:至|到|—|-|－|~)(?:\\k<y>年)?12月31日(?:止|期间)?");

    static final Pattern COMPARISON = Pattern.compile("(?:同比|环比|相比|相较|较|比|与|和).*");
    static final Pattern COMPARED = Pattern.compile("[较比增减多少]");
    /** More bodies than the one that reports. */
    static final Pattern WIDE =
            Pattern.compile("全[市省县区州旗盟国镇乡]|[全本我]系统|全行业|各级|各分局|各[市县区州镇乡街部单成局委]|[市县区省两三]级|县区|区县|市直|区直|县直|省直|下属|所属"
                    + "|[直局委]属|辖区|辖内|[我本][市县区省州旗盟](?!政府|人民)");
    /** Part of the requests, part of the year, or not a fact. */
    static final Pattern DOUBT =
            Pattern.compile("信函|当面|现场|传真|邮寄|邮件|网络|网上|线上|线下|在线|平台|电话|微信|自然人|企业|涉及|关于|针对|对于|以来|半年|季度|截至|截止|预计"
                    + "|计划|拟|力争|例如|比如|方面|分别|咨询|投诉|\\d月|约|近|超过|※");

    /** The text is about disclosure on request. */
    static final Pattern ABOUT_REQUESTS = Pattern.compile("信息公开|依申请|申请公开");

    /** The text is about disclosure, so that a review is one of a disclosure. */
    static final String ABOUT_CASES = "信息公开";

    // the year that a sentence states
    // ---------------------------------------------------------------------------------------------

    private static final String SELF = "(?:本|我)(?:机关|单位|部门|办公室|局|办|委|厅|院|中心|镇|乡|街道|管委会)";
    /** A sentence that can only be about the year of the report. */
    static final List<Pattern> STATED_YEAR = patterns(
            "^(?:(?:按照|根据|依据)[^，]{0,40}，)?(?:(?<y>\\d{4})年度?，?" + SELF + "|" + SELF
                    + "，?(?<y2>\\d{4})年度?)，?(?:共|均|暂)?(?:未曾|未|没有|无)(?:收到|接到|收取|发生|产生)",
            "^(?:(?<y>\\d{4})年度?，?" + SELF + "|" + SELF + "，?(?<y2>\\d{4})年度?)，?共?(?:收到|新收)" + RECEIVED_OBJECT
                    + "(?:共计|共)?\\d",
            "现将(?:[^，\\d]{0,30})(?<y>\\d{4})年度?[^，\\d]{0,12}(?:政府信息公开|信息公开|政务公开)[^，\\d]{0,20}(?:如下|公布|报告)");

    private Wording() {}

    /** Whether {@link #YEAR}, {@link #THIS_YEAR} or {@link #OTHER_YEAR} may be in it: quicker than to look for each. */
    static boolean mayNameAYear(String text) {
        return text.indexOf('年') >= 0 || text.contains("同期");
    }

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}
