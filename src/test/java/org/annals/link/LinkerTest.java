package org.annals.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.parse.TitlePublisher;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkerTest {
    private static final Linker LINKER = new Linker(
            List.of(
                    government("420000", "湖北省人民政府", Level.PROVINCE, "湖北省", ""),
                    government("420100", "武汉市", Level.PREFECTURE, "湖北省", "湖北省"),
                    government("420102", "江岸区", Level.COUNTY, "湖北省", "武汉市"),
                    government("110105", "朝阳区", Level.COUNTY, "北京市", "北京市"),
                    government("220104", "朝阳区", Level.COUNTY, "吉林省", "长春市"),
                    government("m01", "国务院办公厅(中国政府网)", Level.MINISTRY, "", ""),
                    government("410482", "汝州市", Level.COUNTY, "河南省", "平顶山市"),
                    government("z1", "平顶山高新技术产业开发区", Level.ZONE, "河南省", "平顶山市")),
            TitlePublisher::of);

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(textBlock = """
            湖北省人民政府,                 420000, title, true
            湖北省,                         420000, title, true
            湖北省人民政府办公厅,           420000, title, false
            湖北省人民政府办公厅,           420000, meta,  true
            湖北省财政厅,                   420000, title, false
            湖北省武汉市人民政府,           420100, title, true
            湖北省武汉市江岸区人民政府,     420102, title, true
            湖北省武汉市江岸区民政局,       420102, title, false
            武汉市人民政府,                 420000, title, true
            武汉市水务局,                   420100, title, false
            市人民政府,                     420100, body,  true
            武汉市政府办公室,               420100, body,  true
            某某街道办事处,                 420100, body,  false
            远方县人民政府,                 420100, title, false
            平顶山高新区管委会,             z1,     title, true
            平顶山高新技术产业开发区管理委员会, z1, title, true
            国务院办公厅,                   m01,    title, true
            """)
    void aReportIsTheGovernmentsOwnOrThatOfAnotherBody(
            String publisher, String crawled, String source, boolean expected) {
        PublisherSource where = PublisherSource.valueOf(source.toUpperCase(Locale.ROOT));
        assertThat(LINKER.attribute(report(publisher, 2022, where), crawled, List.of())
                        .own())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} crawled at {1}")
    @CsvSource(textBlock = """
            湖北省人民政府,               420000, 420000
            湖北省财政厅,                 420000, 420000
            湖北省,                       420000, 420000
            武汉市人民政府办公厅,         420100, 420100
            武汉市交通运输局,             420000, 420100
            湖北省武汉市人民政府,         420000, 420100
            湖北省武汉市水务局,           420100, 420100
            湖北省水利厅,                 420100, 420000
            武汉市江岸区民政局,           420100, 420102
            湖北省武汉市江岸区民政局,     420102, 420102
            江岸区 人民政府,              420000, 420102
            北京市朝阳区人民政府,         420000, 110105
            长春市朝阳区人民政府,         420000, 220104
            朝阳区人民政府,               420000, 420000
            朝阳区人民政府,               220104, 220104
            国务院办公厅,                 m01,    m01
            中国气象局,                   m01,    m01
            平顶山高新技术产业开发区综合办公室, z1, z1
            汝州市人民政府,               z1,     410482
            某某局,                       420100, 420100
            """)
    void publisherIsCountedUnder(String publisher, String crawled, String expected) {
        Attribution attribution = LINKER.attribute(report(publisher, 2022), crawled, List.of());
        assertThat(attribution.governmentCode()).isEqualTo(expected);
        assertThat(attribution.publisher()).isEqualTo(publisher.replace(" ", ""));
        assertThat(attribution.evidence()).hasSize(3);
    }

    @Test
    void officeIsNeverMergedWithItsGovernment() {
        Attribution office = LINKER.attribute(report("武汉市人民政府办公厅", 2022), "420100", List.of());
        Attribution government = LINKER.attribute(report("武汉市人民政府", 2022), "420100", List.of());
        assertThat(office.at("u")).isNotEqualTo(government.at("u"));
    }

    @Test
    void missingPublisherIsTheCrawledGovernment() {
        Attribution attribution = LINKER.attribute(report(null, 2022), "420100", List.of());
        assertThat(attribution.publisher()).isEqualTo("武汉市");
        assertThat(attribution.source()).contains(PublisherSource.SEED);
    }

    @Test
    void missingPublisherOfAnUnknownGovernmentStaysUnknown() {
        Attribution attribution = LINKER.attribute(report(null, 2022), "", List.of());
        assertThat(attribution.publisher()).isEmpty();
        assertThat(attribution.source()).isEmpty();
        assertThat(attribution.governmentCode()).isEmpty();
    }

    @Test
    void printedPublisherKeepsItsSource() {
        assertThat(LINKER.attribute(report("武汉市", 2022), "420100", List.of()).source())
                .contains(PublisherSource.TITLE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            武汉市2022年政府信息公开工作年度报告,           2022
            武汉市２０２２年政府信息公开年报,               2022
            二〇二二年政府信息公开工作年度报告,             2022
            2022 年度 政府信息公开 工作 年度报告,           2022
            2023年1月12日,
            政府信息公开工作年度报告 2023-01-12,
            2022年政府信息公开年度报告 2023年1月12日,       2022
            2019年和2020年政府信息公开年度报告,
            2022年工作动态,
            更多,
            12022年政府信息公开年度报告,
            """)
    void yearOfALink(String anchor, Integer expected) {
        assertThat(LINKER.attribute(report("武汉市", null), "420100", List.of(anchor))
                        .fiscalYear())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void printedYearCountsBeforeTheLinks() {
        assertThat(LINKER.attribute(report("武汉市", 2021), "420100", List.of("2022年政府信息公开年度报告"))
                        .fiscalYear())
                .contains(2021);
    }

    @Test
    void theFirstLinkThatNamesAYearCounts() {
        List<String> anchors = List.of("", "更多", "2020年政府信息公开年度报告", "2021年政府信息公开年度报告");
        assertThat(LINKER.attribute(report("武汉市", null), "420100", anchors).fiscalYear())
                .contains(2020);
    }

    @Test
    void reportsWithoutAYearAreNeverOnePublication() {
        Attribution attribution = LINKER.attribute(report("武汉市", null), "420100", List.of());
        assertThat(attribution.at("http://a/1")).isNotEqualTo(attribution.at("http://a/2"));
        assertThatThrownBy(() -> new PublicationKey("420100", "武汉市", Optional.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressIsNoPartOfADatedPublication() {
        Attribution attribution = LINKER.attribute(report("武汉市", 2022), "420100", List.of());
        assertThat(attribution.at("http://a/1")).isEqualTo(attribution.at("http://a/2"));
    }

    @ParameterizedTest(name = "{1} on the site {0}")
    @CsvSource(textBlock = """
            武汉市人民政府,     财政局2022年政府信息公开工作年度报告,             财政局,             false
            武汉市人民政府,     武汉市财政局2022年政府信息公开工作年度报告,       武汉市财政局,       false
            武汉市人民政府,     武汉市2022年政府信息公开工作年度报告,             武汉市人民政府,     false
            武汉市财政局,       财政局2022年政府信息公开工作年度报告,             武汉市财政局,       false
            武汉市人民政府,     财政局2021年政府信息公开工作年度报告,             武汉市人民政府,     true
            武汉市人民政府,     2022年政府信息公开工作年度报告,                   武汉市人民政府,     true
            ,                   财政局2022年政府信息公开工作年度报告,             财政局,             false
            ,                   更多,                                             武汉市,             true
            """)
    void linkNamesThePublisherWhereOnlyTheSiteDoes(String site, String anchor, String publisher, boolean assumed) {
        Attribution attribution =
                LINKER.attribute(report(site, 2022, PublisherSource.META), "420100", List.of("更多", anchor));
        assertThat(attribution.publisher()).isEqualTo(publisher);
        assertThat(attribution.assumed()).isEqualTo(assumed);
        assertThat(attribution.governmentCode()).isEqualTo("420100");
    }

    @Test
    void linkNeverOverrulesThePrintedPublisher() {
        Attribution attribution = LINKER.attribute(report("武汉市教育局", 2022), "420100", List.of("财政局2022年政府信息公开工作年度报告"));
        assertThat(attribution.publisher()).isEqualTo("武汉市教育局");
        assertThat(attribution.assumed()).isFalse();
    }

    @Test
    void reportsOfUnknownPublishersAreNeverOnePublication() {
        Attribution attribution = LINKER.attribute(report(null, 2022), "", List.of());
        assertThat(attribution.at("http://a/1")).isNotEqualTo(attribution.at("http://a/2"));
    }

    private static Report report(String publisher, Integer year) {
        return report(publisher, year, PublisherSource.TITLE);
    }

    private static Report report(String publisher, Integer year, PublisherSource source) {
        return new Report(
                Generation.G2021,
                Optional.ofNullable(publisher),
                Optional.ofNullable(publisher).map(p -> source),
                Optional.ofNullable(year),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    private static Government government(String code, String name, Level level, String province, String parent) {
        return new Government(code, name, level, province, parent, "http://127.0.0.1/", null);
    }
}
