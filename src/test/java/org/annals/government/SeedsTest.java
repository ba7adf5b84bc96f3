package org.annals.government;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {
    private static final String HEADER = "code,name,level,province,parent,portal_url,report_list_url\n";
    private static final String BEIJING = "110000,北京市,province,北京市,,http://www.example.gov.cn/,\n";
    private static final String HEFEI = "340100,合肥市,prefecture,安徽省,安徽省,,https://hefei.example.gov.cn:8443/gknb/\n";

    @Test
    void goodRowsComeInFileOrder() {
        Seeds seeds = Seeds.parse(HEADER + HEFEI + BEIJING);

        assertThat(seeds.problems()).isEmpty();
        assertThat(seeds.governments())
                .containsExactly(
                        new Government(
                                "340100",
                                "合肥市",
                                Level.PREFECTURE,
                                "安徽省",
                                "安徽省",
                                null,
                                "https://hefei.example.gov.cn:8443/gknb/"),
                        new Government("110000", "北京市", Level.PROVINCE, "北京市", "", "http://www.example.gov.cn/", null));
    }

    @Test
    void columnsMayStandInAnyOrderWithFurtherOnesBetween() {
        Seeds seeds = Seeds.parse("\uFEFFportal_url,note,level,name,code,report_list_url,source,parent,province\r\n"
                + "http://a.example/,x,county,乙县,c1,,\"y, z\",甲市,甲省\r\n");

        assertThat(seeds.problems()).isEmpty();
        assertThat(seeds.governments())
                .containsExactly(new Government("c1", "乙县", Level.COUNTY, "甲省", "甲市", "http://a.example/", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x1,甲,county,省,市,http://a.example/ | the header has 7 columns, this row 6",
                "x1,甲,county,省,市,http://a.example/,,more | the header has 7 columns, this row 8",
                ",甲,county,省,市,http://a.example/, | code is empty",
                "340100,甲,county,省,市,http://a.example/, | code 340100 stands on an earlier line already",
                "x 1,甲,county,省,市,http://a.example/, | code has a space in it: x 1",
                "x1, ,county,省,市,http://a.example/, | name is empty",
                "x1,甲,village,省,市,http://a.example/, | unknown level 'village'; one of ministry, province, prefecture, county, zone, department",
                "x1,甲,county,省,市,, | portal_url and report_list_url are both empty",
                "x1,甲,county,省,市,ftp://a.example/, | portal_url must begin with http:// or https://: ftp://a.example/",
                "x1,甲,county,省,市,www.a.example, | portal_url must begin with http:// or https://: www.a.example",
                "x1,甲,county,省,市,http:///index.html, | portal_url names no host: http:///index.html",
                "x1,甲,county,省,市,http://a.example/,https:gknb | report_list_url names no host: https:gknb",
                "x1,甲,county,省,市,http://a.example:99999/, | portal_url names a port that cannot be: http://a.example:99999/",
                "x1,甲\u0007,county,省,市,http://a.example/, | name holds a control character",
                "x1,\"甲,county,省,市,http://a.example/, | a quotation mark is not closed, or text follows the closing one",
                "x1,\"甲\"县,county,省,市,http://a.example/, | a quotation mark is not closed, or text follows the closing one",
            })
    void badRowIsReportedWithItsLineAndTheRestGoesOn(String row, String message) {
        Seeds seeds = Seeds.parse(HEADER + HEFEI + row + "\n" + BEIJING);

        assertThat(seeds.problems()).containsExactly(new Seeds.Problem(3, message));
        assertThat(seeds.governments()).extracting(Government::code).containsExactly("340100", "110000");
    }

    @Test
    void brokenAddressIsReported() {
        Seeds seeds = Seeds.parse(HEADER + "x1,甲,county,省,市,http://a.example/a b,\n");

        assertThat(seeds.governments()).isEmpty();
        assertThat(seeds.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message())
                    .startsWith("portal_url is not an address")
                    .endsWith("http://a.example/a b");
        });
    }

    @Test
    void linesAreCountedThroughQuotedLineEndsAndEmptyLines() {
        Seeds seeds = Seeds.parse("code,name,level,province,parent,portal_url,report_list_url,note\n"
                + "x1,\"甲\n县\",county,省,市,http://a.example/,,\"one\r\ntwo\n\n\"\"four\"\"\"\n"
                + "\n"
                + ",乙县,county,省,市,http://b.example/,,\n"
                + "x3,丙县,county,省,市,http://c.example/,,\n");

        assertThat(seeds.problems()).containsExactly(new Seeds.Problem(8, "code is empty"));
        assertThat(seeds.governments()).extracting(Government::name).containsExactly("甲 县", "丙县");
    }

    @Test
    void twoStrayQuotesDoNotSwallowTheRowsBetween() {
        Seeds seeds = Seeds.parse(HEADER + "x1,\"甲,county,省,市,http://a.example/,\n" + BEIJING
                + "x2,\"乙,county,省,市,http://b.example/,\n" + HEFEI);

        assertThat(seeds.problems()).extracting(Seeds.Problem::line).containsExactly(2, 4);
        assertThat(seeds.governments()).extracting(Government::code).containsExactly("110000", "340100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name,level,province,parent,portal_url | the header lacks report_list_url",
                "340100,合肥市,prefecture,安徽省,,http://a.example/, | the header lacks code, name, level, province, parent, portal_url, report_list_url",
                "code,code,name,level,province,parent,portal_url,report_list_url | the header names the column code twice",
            })
    void withoutAProperHeaderNothingIsRead(String header, String message) {
        Seeds seeds = Seeds.parse(header + "\n" + BEIJING);

        assertThat(seeds.governments()).isEmpty();
        assertThat(seeds.problems()).containsExactly(new Seeds.Problem(1, message));
    }

    @ParameterizedTest
    @CsvSource({"''", "'\uFEFF'", "'\n\n'"})
    void emptyFileIsAProblem(String csv) {
        assertThat(Seeds.parse(csv).problems())
                .containsExactly(new Seeds.Problem(1, "the file is empty; the first line must name the columns"));
    }
}
