package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import org.annals.report.Section;

/** Who reports, on which year, published when, under which title. */
final class IdentityFiles {
    private IdentityFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        titles(files);
        bodies(files);
        years(files);
        dates(files);
        return files;
    }

    private static void titles(List<Golden> files) {
        Draft lines = Draft.distinct();
        files.add(page("title-on-three-lines", lines.titled(lines.title, "青石县水利局", "2023年政府信息公开", "工作年度报告")));
        files.add(page("title-doubled-words", Draft.distinct().titled("青石县水利局2023年度政府信息公开工作年度报告")));
        files.add(page("title-year-in-front", Draft.distinct().titled("2023年青石县水利局政府信息公开工作年度报告")));
        files.add(page("title-year-behind-the-work", Draft.distinct().titled("青石县水利局政府信息公开工作2023年度报告")));
        files.add(page("title-short-name", Draft.distinct().titled("青石县水利局2023年政府信息公开年报")));
        files.add(page("title-openness-of-affairs", Draft.distinct().titled("青石县水利局2023年度政务公开工作年度报告")));
        files.add(page("title-with-blanks", Draft.distinct().titled("青石县水利局 2023 年政府信息公开　工作年度报告")));
        files.add(page("title-full-width-year", Draft.distinct().titled("青石县水利局２０２３年政府信息公开工作年度报告")));
        Draft brackets = Draft.distinct();
        files.add(page("title-in-book-marks", brackets.titled(brackets.title, "《" + brackets.title + "》")));
    }

    private static void bodies(List<Golden> files) {
        files.add(page("body-government", Draft.distinct().by("青石县人民政府")));
        files.add(page("body-office-of-the-government", Draft.distinct().by("青石县人民政府办公室")));
        files.add(page("body-street", Draft.yanshi().by("北河区柳林街道办事处")));
        files.add(page("body-zone", Draft.distinct2019().by("青石经济技术开发区管理委员会")));
        files.add(page("body-short", Draft.distinct().by("县政府办")));

        Draft signed = Draft.distinct().titled("2023年政府信息公开工作年度报告");
        signed.publisher = "青石县审计局";
        signed.publisherSource = "body";
        signed.signature = List.of("青石县审计局", "2024年1月18日");
        signed.publishedOn = "2024-01-18";
        files.add(page("body-in-the-signature", signed));

        Draft meta = Draft.distinct().titled("2023年政府信息公开工作年度报告");
        meta.publisher = "青石县统计局";
        meta.publisherSource = "meta";
        meta.publishedOn = "2024-01-29";
        files.add(Golden.html(
                "body-in-the-meta-tags",
                meta,
                HtmlPage.portal()
                        .meta("ContentSource", "青石县统计局")
                        .meta("ArticleTitle", "2023年政府信息公开工作年度报告")
                        .meta("PubDate", "2024-01-29 10:30")));

        Draft title = Draft.distinct();
        title.signature = List.of("青石县水利局办公室", "2024年1月9日");
        title.publishedOn = "2024-01-09";
        files.add(Golden.html(
                "body-title-before-signature-and-meta",
                title,
                HtmlPage.portal().meta("ContentSource", "青石县人民政府办公室").meta("Author", "县府办")));
    }

    private static void years(List<Golden> files) {
        Draft period = Draft.distinct();
        period.titled("青石县水利局2022年政府信息公开工作年度报告");
        period.preamble = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。";
        files.add(page("year-period-before-title", period));

        Draft none = Draft.distinct().titled("青石县水利局政府信息公开工作年度报告");
        none.preamble = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。";
        files.add(page("year-in-the-period-only", none));

        Draft late = Draft.distinct();
        late.publishedOn = "2024-01-15";
        late.preamble = "";
        files.add(Golden.html(
                "year-is-not-that-of-publication", late, HtmlPage.portal().meta("PubDate", "2024-01-15 09:00")));

        Draft compared = Draft.distinct();
        compared.preamble = "";
        compared.words(Section.OVERVIEW, "与2022年相比，2023年来信多了，2021年的旧账也清完了。2024年还要再快些。");
        files.add(page("year-among-other-years", compared));

        files.add(page("year-2025-in-the-form-of-2021", Draft.distinct().of(2025)));
        files.add(page("year-2021-in-the-form-of-2019", Draft.distinct2019().of(2021)));
        files.add(page("year-2020-in-the-form-of-2021", Draft.distinct().of(2020)));
    }

    private static void dates(List<Golden> files) {
        Draft header = Draft.distinct();
        header.publishedOn = "2024-01-30";
        List<Part> parts = header.parts();
        parts.add(1, Line.markup("<p class=\"info\">发布时间：2024-01-30 16:20　来源：县水利局　浏览次数：431</p>"));
        files.add(TableFiles.page("date-in-the-line-under-the-title", parts, header));

        Draft signature = Draft.distinct();
        signature.signature = List.of("青石县水利局", "二〇二四年一月二十六日");
        signature.publishedOn = "2024-01-26";
        files.add(page("date-in-the-signature-in-words", signature));

        Draft joined = Draft.distinct();
        joined.signature = List.of("青石县水利局　　2024年1月5日");
        joined.publishedOn = "2024-01-05";
        files.add(page("date-and-body-on-one-line", joined));

        Draft meta = Draft.distinct();
        meta.publishedOn = "2024-01-08";
        files.add(Golden.html("date-in-the-meta-tags", meta, HtmlPage.portal().meta("PubDate", "2024-01-08 08:08")));

        files.add(Golden.html("date-zero", Draft.distinct(), HtmlPage.portal().meta("PubDate", "1970-01-01 08:00")));

        HtmlPage foot = HtmlPage.portal();
        foot.after += "<p>页面生成时间：2026-05-05</p>";
        files.add(Golden.html("date-of-the-page-is-none", Draft.distinct(), foot));
    }

    private static Golden page(String name, Draft draft) {
        return Golden.html(name, draft, HtmlPage.portal());
    }
}
