package org.annals.discover;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself, before its links are judged.
 *
 * @param base what relative links are resolved against
 * @param charset what the page is written in
 * @param title the article's title, or the page's
 * @param text the words of the page without any white space
 * @param inColumn the page belongs to a column of reports: asked for as one, or named as one
 * @param inSection the page belongs to the disclosure section: asked for as that, or named so
 * @param inNotices a column of notices, where a report may stand among anything
 * @param article the body is one article, by its meta tags or its six headings
 * @param headings how many of the six statutory headings stand in the text
 */
record PageFacts(
        String uri,
        String base,
        Charset charset,
        Purpose askedFor,
        String title,
        String text,
        boolean inColumn,
        boolean inSection,
        boolean inNotices,
        boolean article,
        int headings) {
    private static final List<Pattern> HEADINGS = List.of(
            Pattern.compile("总体情况"),
            Pattern.compile("主动公开政府信息(?:的)?情况"),
            Pattern.compile("(?:收到和)?处理政府信息公开申请(?:的)?情况"),
            Pattern.compile("行政复议[、和及与]?(?:提起)?行政诉讼"),
            Pattern.compile("存在的?(?:主要)?(?:问题|困难)"),
            Pattern.compile("其他需要报告的?(?:事项|情况)"));
    /** The free form before fiscal 2019. */
    private static final List<Pattern> OLD_HEADINGS = List.of(
            Pattern.compile("[一二][、.．](?:概述|基本情况|总体情况|概况)"),
            Pattern.compile("主动公开"),
            Pattern.compile("依申请公开"),
            Pattern.compile("收费[及和]减免|收费情况"),
            Pattern.compile("行政复议"),
            Pattern.compile("存在的?(?:主要)?(?:问题|不足)"));

    private static final int ENOUGH_HEADINGS = 4;
    private static final int SHORTEST_REPORT = 200;
    private static final int LONGEST_TITLE = 300;

    static PageFacts of(Document document, String uri, Purpose askedFor, Charset charset) {
        String base = Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(element -> Addresses.resolve(uri, element.attr("href")))
                .orElse(uri);
        String articleTitle = meta(document, "ArticleTitle");
        String heading = text(document.selectFirst("h1, .article-title, .arti_title, #title"));
        String pageTitle = cut(Wording.fold(document.title()));
        String title = !articleTitle.isEmpty() ? articleTitle : !heading.isEmpty() ? heading : pageTitle;
        String text = Wording.squeeze(document.body().text());
        int headings = count(HEADINGS, text);
        boolean article = !articleTitle.isEmpty() || headings >= ENOUGH_HEADINGS && !Wording.isNearMiss(title);
        boolean named = Wording.column(meta(document, "ColumnName")) > 3
                || Wording.column(meta(document, "ColumnType")) > 3
                || Wording.column(heading) > 3
                || Wording.column(pageTitle.split("[-_—|]", 2)[0]) > 3;
        boolean asked = askedFor == Purpose.COLUMN || askedFor == Purpose.PAGER;
        String name = pageTitle.split("[-_—|]", 2)[0];
        boolean section = askedFor == Purpose.SECTION || Wording.section(heading) > 0 || Wording.section(name) > 0;
        boolean notices = Wording.isNotices(heading) || Wording.isNotices(name);
        boolean inColumn = !article && (asked || named);
        return new PageFacts(
                uri,
                base,
                charset,
                askedFor,
                title,
                text,
                inColumn,
                !article && !inColumn && section,
                !article && notices,
                article,
                headings);
    }

    /** The address that an attribute of the page leads to. */
    Optional<String> resolve(String href) {
        return Addresses.resolve(base, href, charset);
    }

    /** The kind, once the links are known. */
    PageKind kind(List<Outlink> outlinks) {
        if (hasReportHeadings() && !Wording.isNearMiss(title)) {
            return PageKind.REPORT;
        }
        boolean titled = Wording.isReport(title) && (Wording.hasYear(title) || article);
        if (titled && count(OLD_HEADINGS, text) >= ENOUGH_HEADINGS && text.length() >= SHORTEST_REPORT) {
            return PageKind.REPORT;
        }
        boolean carriesFile =
                outlinks.stream().anyMatch(link -> link.purpose() == Purpose.REPORT && PathShape.isFile(link.url()));
        if (article && titled && carriesFile) {
            return PageKind.REPORT;
        }
        long reports = outlinks.stream()
                .filter(link -> link.purpose() == Purpose.REPORT)
                .count();
        boolean pager = outlinks.stream().anyMatch(link -> link.purpose() == Purpose.PAGER);
        boolean named = inColumn && askedFor != Purpose.COLUMN && askedFor != Purpose.PAGER;
        if (named || inColumn && (reports > 0 || pager) || !article && reports >= 3) {
            return PageKind.LIST;
        }
        return PageKind.OTHER;
    }

    /** The page is a report, or was asked for as one: what it carries in files and frames belongs to it. */
    boolean inReport() {
        return askedFor == Purpose.REPORT
                || article && Wording.isReport(title)
                || hasReportHeadings() && !Wording.isNearMiss(title);
    }

    /** Most of the six statutory headings stand in the page's own text. */
    boolean hasReportHeadings() {
        return headings >= ENOUGH_HEADINGS;
    }

    private static int count(List<Pattern> patterns, String text) {
        return (int) patterns.stream()
                .filter(pattern -> pattern.matcher(text).find())
                .count();
    }

    /** The government-site meta tags have case-mixed names. */
    private static String meta(Document document, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Element meta : document.select("meta[name][content]")) {
            if (meta.attr("name").strip().toLowerCase(Locale.ROOT).equals(wanted)) {
                return cut(Wording.fold(meta.attr("content")));
            }
        }
        return "";
    }

    private static String text(Element element) {
        return element == null ? "" : cut(Wording.fold(element.text()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) : text;
    }
}
