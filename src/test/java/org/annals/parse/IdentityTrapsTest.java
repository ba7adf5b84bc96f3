package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reports, on which year and published when, where a page says several things about it. */
class IdentityTrapsTest {
    private static final Map<String, String> FIGURES = Form.figures(Generation.G2021, new Random(21));
    private static final String TITLE = "青石县水利局2023年政府信息公开工作年度报告";

    /**
     * A page and who, which year and when is to be read in it; a dash for nothing.
     *
     * @param read publisher, its source, year and day of publication, with blanks between
     */
    private record Trap(String name, String page, String read) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A page whose parts can be replaced one by one. */
    private static final class Page {
        private String head = "";
        private String before = "";
        private String title = TITLE;
        private String under = "";
        private String period = "";
        private String signature = "";
        private String after = "";

        Page meta(String name, String content) {
            head += "<meta name=\"" + name + "\" content=\"" + content + "\">";
            return this;
        }

        Page site(String pageTitle) {
            head += "<title>" + pageTitle + "</title>";
            return this;
        }

        Page before(String html) {
            before = html;
            return this;
        }

        Page title(String text) {
            title = text;
            return this;
        }

        Page under(String html) {
            under = html;
            return this;
        }

        Page period(String text) {
            period = "<p>" + text + "</p>";
            return this;
        }

        Page signed(String... lines) {
            signature = "<p>" + String.join("</p><p>", lines) + "</p>";
            return this;
        }

        Page after(String html) {
            after = html;
            return this;
        }

        String html() {
            String form = new Form(FormLayout.HTML_SPANS, Generation.G2021, FIGURES)
                    .write()
                    .replaceFirst(".*<body>", "")
                    .replaceFirst(
                            "<p>" + TITLE + "</p>", title.isEmpty() ? "" : "<h1>" + title + "</h1>" + under + period)
                    .replace("</body></html>", "");
            return "<!DOCTYPE html><html><head>" + head + "</head><body>" + before + form + signature + after
                    + "</body></html>";
        }
    }

    private static final List<Trap> TRAPS = new ArrayList<>();

    private static void trap(String name, Page page, String read) {
        TRAPS.add(new Trap(name, page.html(), read));
    }

    static List<Trap> traps() {
        TRAPS.clear();
        String none = "2023年政府信息公开工作年度报告";
        trap(
                "the office's own report on the government's site",
                new Page()
                        .title("青石县人民政府办公室" + none)
                        .meta("SiteName", "青石县人民政府门户网站")
                        .signed("青石县人民政府", "2024年1月5日"),
                "青石县人民政府办公室 title 2023 2024-01-05");
        trap(
                "the government's report signed by its office",
                new Page().title("青石县人民政府" + none).signed("青石县人民政府办公室", "2024年3月5日"),
                "青石县人民政府 title 2023 2024-03-05");
        trap("a title that names the county only", new Page().title("青石县" + none), "青石县 title 2023 -");
        trap(
                "no body in the title, one in the signature, the site's owner in the meta tags",
                new Page().title(none).meta("SiteName", "青石县人民政府").signed("青石县民政局", "2024年1月9日"),
                "青石县民政局 body 2023 2024-01-09");
        trap(
                "no body in the title, another in the meta tags",
                new Page().title(none).meta("ContentSource", "青石县司法局"),
                "青石县司法局 meta 2023 -");
        trap(
                "the title of an annex that is a file, and the day behind the permission to publish",
                new Page().title("附件2：青石县水利局" + none + ".docx").signed("（此件公开发布）2024年1月9日"),
                "青石县水利局 title 2023 2024-01-09");
        trap(
                "a notice around the title, and a meeting's day",
                new Page().title("关于青石县水利局" + none + "的公示").under("<p>会议时间：2024年1月8日</p>"),
                "青石县水利局 title 2023 -");
        trap(
                "a year with a letter in it",
                new Page().title("青石县水利局2O23年政府信息公开工作年度报告").signed("青石县水利局", "2024年1月9日"),
                "青石县水利局 body - 2024-01-09");
        trap("a newspaper as the source", new Page().title(none).meta("ContentSource", "青石日报"), "- - 2023 -");
        trap("the site as the source", new Page().title(none).meta("ContentSource", "青石县政府网"), "- - 2023 -");
        trap(
                "source in the line under the title",
                new Page().title(none).under("<p>来源：青石县审计局　发布时间：2024-01-12 09:00　浏览次数：12</p>"),
                "青石县审计局 body 2023 2024-01-12");
        trap(
                "source in the line under the title is the portal",
                new Page().title(none).under("<p>来源：青石县人民政府网　发布时间：2024-01-12</p>"),
                "- - 2023 2024-01-12");
        trap(
                "source in the line under the title is an editorial office",
                new Page().title(none).under("<p>信息来源：县融媒体中心编辑部 时间：2024-01-12</p>"),
                "- - 2023 2024-01-12");
        trap(
                "source beside a better name",
                new Page().title(none).under("<p>来源：青石县审计局　发布机构：青石县财政局</p>"),
                "青石县财政局 body 2023 -");
        trap("source beside a title with a name", new Page().under("<p>来源：青石县审计局</p>"), "青石县水利局 title 2023 -");
        trap(
                "publisher in the header table",
                new Page()
                        .title(none)
                        .before("<table><tr><td>发布机构</td><td>青石县林业局</td><td>公开日期</td><td>2024-01-20</td></tr></table>"),
                "青石县林业局 body 2023 2024-01-20");
        trap(
                "crumbs name the body",
                new Page()
                        .title(none)
                        .before(
                                "<div>您的位置：<a href='/'>首页</a> &gt; <a href='/zwgk'>政务公开</a> &gt; <a href='/slj'>青石县水务局</a> &gt; <a href='/nb'>政府信息公开年报</a></div>"),
                "青石县水务局 body 2023 -");
        trap(
                "crumbs name the site and the column only",
                new Page()
                        .title(none)
                        .before(
                                "<div>您的位置：<a href='/'>青石县人民政府</a> &gt; <a href='/zwgk'>政务公开</a> &gt; <a href='/nb'>政府信息公开年报</a></div>"),
                "- - 2023 -");
        trap("year in front", new Page().title("2023年度青石县水利局政府信息公开工作报告"), "青石县水利局 title 2023 -");
        trap("year without its word", new Page().title("2023青石县水利局政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("year in Chinese digits", new Page().title("青石县水利局二〇二三年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("year with blanks", new Page().title("青石县水利局 2 0 2 3 年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("doubled year", new Page().title("青石县水利局2023年度政府信息公开2023年度报告"), "青石县水利局 title 2023 -");
        trap(
                "year of the preparation in brackets",
                new Page().title("青石县水利局2023年政府信息公开工作年度报告（2024年1月）"),
                "青石县水利局 title 2023 -");
        trap(
                "date of publication before the title",
                new Page().before("<p>2024年1月10日</p>"),
                "青石县水利局 title 2023 2024-01-10");
        trap(
                "title of last year, period of this",
                new Page().title("青石县水利局2022年政府信息公开工作年度报告").period("统计期限为2023年1月1日至2023年12月31日。"),
                "青石县水利局 title 2023 -");
        trap(
                "period that ends too early in the month",
                new Page().period("统计期限为2023年1月1日至2023年12月20日。"),
                "青石县水利局 title 2023 -");
        trap(
                "title of last year, and a period of this that ends too early",
                new Page().title("青石县水利局2022年政府信息公开工作年度报告").period("统计期限为2023年1月1日至2023年12月20日。"),
                "青石县水利局 title 2023 -");
        trap("period over two years", new Page().period("统计期限自2022年1月1日起至2023年12月31日止。"), "青石县水利局 title 2023 -");
        trap(
                "period in full-width digits",
                new Page().title("青石县水利局政府信息公开工作年度报告").period("数据统计时段：２０２３年１月１日—１２月３１日。"),
                "青石县水利局 title 2023 -");
        trap(
                "period with dots",
                new Page().title("青石县水利局政府信息公开工作年度报告").period("统计时限：2023.1.1-2023.12.31。"),
                "青石县水利局 title 2023 -");
        trap(
                "posted years later after a move",
                new Page().meta("PubDate", "2026-10-19 10:00").signed("青石县水利局", "2024年1月19日"),
                "青石县水利局 title 2023 2024-01-19");
        trap(
                "zero timestamp and a date in the signature",
                new Page().meta("PubDate", "1970-01-01").signed("2024年1月30日"),
                "青石县水利局 title 2023 2024-01-30");
        trap(
                "date of the law in the text is no signature",
                new Page().signed("《条例》2019年5月15日起施行。"),
                "青石县水利局 title 2023 -");
        trap("date of today in the page's head", new Page().before("<p>今天是2026年11月21日 星期六</p>"), "青石县水利局 title 2023 -");
        trap("date of today with a label", new Page().before("<p>当前时间：2026年11月21日</p>"), "青石县水利局 title 2023 -");
        trap(
                "related reports below",
                new Page().after("<h3>相关文章</h3><p><a href='a'>青石县人民政府2021年政府信息公开工作年度报告</a> 2022-01-11</p>"),
                "青石县水利局 title 2023 -");
        trap(
                "page title names the column",
                new Page().title("").site("政府信息公开年报-青石县人民政府").meta("ArticleTitle", "青石县教育局2023年政府信息公开工作年度报告"),
                "青石县教育局 title 2023 -");
        trap(
                "a body whose name has the words of the subject",
                new Page().title("青石县政务公开办公室2023年政府信息公开工作年度报告"),
                "青石县政务公开办公室 title 2023 -");
        trap(
                "a body with the government's name in front",
                new Page().title("青石县人民政府柳林街道办事处2023年政府信息公开工作年度报告"),
                "青石县人民政府柳林街道办事处 title 2023 -");
        trap(
                "a title with words about the report in front",
                new Page().title("关于青石县水利局2023年政府信息公开工作的年度报告"),
                "青石县水利局 title 2023 -");
        trap(
                "a title with a mark for the final text",
                new Page().title("青石县水利局2023年政府信息公开工作年度报告（公开版）"),
                "青石县水利局 title 2023 -");
        trap(
                "signature on one line with much blank",
                new Page().title(none).signed("青石县水利局　　　　2024 年 1 月 8 日"),
                "青石县水利局 body 2023 2024-01-08");
        trap(
                "signature with the date above the body",
                new Page().title(none).signed("2024年1月8日", "青石县水利局"),
                "青石县水利局 body 2023 2024-01-08");
        trap(
                "posted before the year was over, says the platform",
                new Page().meta("PubDate", "2020-10-19 10:00").signed("青石县水利局", "2024年1月19日"),
                "青石县水利局 title 2023 2024-01-19");
        trap(
                "day in brackets under the title",
                new Page().under("<p>（2024年1月10日）</p>"),
                "青石县水利局 title 2023 2024-01-10");
        trap(
                "a corrected report published again, 1",
                new Page().title("青石县水利局2023年政府信息公开工作年度报告（更正版）"),
                "青石县水利局 title 2023 -");
        trap(
                "a corrected report published again, 2",
                new Page().title("青石县水利局2023年政府信息公开工作年度报告（更正）"),
                "青石县水利局 title 2023 -");
        trap(
                "a corrected report published again, 3",
                new Page().title("青石县水利局2023年政府信息公开工作年度报告(更正后)"),
                "青石县水利局 title 2023 -");
        trap(
                "a corrected report published again, 4",
                new Page().title("【更正】青石县水利局2023年政府信息公开工作年度报告"),
                "青石县水利局 title 2023 -");
        trap(
                "a corrected report published again, 5",
                new Page().title("青石县水利局2023年政府信息公开工作年度报告（勘误）"),
                "青石县水利局 title 2023 -");
        trap(
                "the body is named behind the year",
                new Page().title("青石县2023年度白石镇人民政府信息公开工作年度报告"),
                "青石县白石镇人民政府 title 2023 -");
        trap(
                "the bureau is named behind the year",
                new Page().title("青石县2023年度水利局政府信息公开工作年度报告"),
                "青石县水利局 title 2023 -");
        trap("many bodies behind the year", new Page().title("青石县2023年各局政府信息公开工作年度报告"), "- - 2023 -");
        trap("marks in front of the title, 1", new Page().title("【年报】青石县水利局2023年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("marks in front of the title, 2", new Page().title("1.青石县水利局2023年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("marks in front of the title, 3", new Page().title("★青石县水利局2023年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("marks in front of the title, 4", new Page().title("（正式）青石县水利局2023年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap("marks in front of the title, 5", new Page().title("-青石县水利局2023年政府信息公开工作年度报告"), "青石县水利局 title 2023 -");
        trap(
                "year of two digits",
                new Page().title("青石县水利局23年政府信息公开工作年度报告").period("统计期限为2023年1月1日至2023年12月31日。"),
                "青石县水利局 title 2023 -");
        trap("two years in the title", new Page().title("青石县水利局2022—2023年政府信息公开工作年度报告"), "青石县水利局 title - -");
        trap("the time of something else, 会议", new Page().under("<p>会议时间：2024年2月1日</p>"), "青石县水利局 title 2023 -");
        trap("the time of something else, 截止", new Page().under("<p>截止时间：2024-02-01</p>"), "青石县水利局 title 2023 -");
        trap("the time of something else, 公示", new Page().under("<p>公示时间：2024-02-01</p>"), "青石县水利局 title 2023 -");
        trap("the time of something else, 受理", new Page().under("<p>受理时间：2024-02-01</p>"), "青石县水利局 title 2023 -");
        trap("the time of something else, 统计", new Page().under("<p>统计时间：2023年12月31日</p>"), "青石县水利局 title 2023 -");
        trap(
                "the time of publication beside another",
                new Page().under("<p>截止时间：2024-02-01　更新时间：2024-01-12 09:00</p>"),
                "青石县水利局 title 2023 2024-01-12");
        trap(
                "signature with the day of the week",
                new Page().signed("青石县水利局", "2024年1月12日 星期五"),
                "青石县水利局 title 2023 2024-01-12");
        trap(
                "signature in the first month by its other name",
                new Page().signed("青石县水利局", "2024年元月12日"),
                "青石县水利局 title 2023 2024-01-12");
        trap("day of another year alone in the head", new Page().before("<p>2026年11月21日</p>"), "青石县水利局 title 2023 -");
        trap(
                "year of another document",
                new Page()
                        .title("青石县水利局政府信息公开工作年度报告")
                        .under("<p>发布时间：2023-01-20</p><p>根据《2023年政务公开工作要点》编制。</p>")
                        .signed("青石县水利局", "2023年1月20日"),
                "青石县水利局 title - 2023-01-20");
        return TRAPS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void whoWhichYearAndWhenIsRead(Trap trap) {
        Report report = Expected.report(trap.page());
        String read = report.publisher().orElse("-")
                + " " + report.publisherSource().map(PublisherSource::code).orElse("-")
                + " " + report.fiscalYear().map(Object::toString).orElse("-")
                + " " + report.publishedOn().map(Object::toString).orElse("-");
        assertThat(read).isEqualTo(trap.read());
        assertThat(Expected.values(report)).isEqualTo(FIGURES);
        assertThat(Optional.ofNullable(report.sections().get(Section.OTHER)).orElse(""))
                .doesNotContain("2024年1月");
    }

    @Test
    void aReportInTraditionalCharactersIsNamedAsSuch() {
        ParseResult result = Expected.result(
                "<html><body><h1>青石縣水利局2023年政府信息公開工作年度報告</h1><p>一、總體情況</p><p>這一年照章辦事。</p></body></html>");
        assertThat(result.report()).isEmpty();
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("traditional characters"));
    }

    @Test
    void aStatisticsPeriodThatIsNoCalendarYearIsSaid() {
        Page page = new Page().period("统计期限为2023年1月1日至2023年12月20日。");
        assertThat(Expected.result(page.html()).warnings())
                .anyMatch(warning -> warning.contains("2023年1月1日至2023年12月20日"));
        assertThat(Expected.result(page.period("统计期限为2023年1月1日至2023年12月31日。").html())
                        .warnings())
                .noneMatch(warning -> warning.contains("calendar year"));
    }
}
