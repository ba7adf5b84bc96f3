package org.annals.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CdxLineTest {
    private static final CdxLine WANTED = new CdxLine(
            "20200102030405", "http://www.example.gov.cn/a", 200, "AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH", Optional.empty());

    @Test
    void everyFormOfServersIsRead() {
        assertThat(CdxLine.parse("cn,gov,example)/a 20200102030405 http://www.example.gov.cn/a text/html 200"
                        + " AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH 1043"))
                .as("Wayback Machine, seven columns")
                .contains(WANTED);
        assertThat(CdxLine.parse("cn,gov,example)/a 20200102030405 http://www.example.gov.cn/a text/html 200"
                        + " AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH - - 1043 333 a.warc.gz"))
                .as("eleven columns")
                .contains(WANTED);
        assertThat(
                        CdxLine.parse(
                                "cn,gov,example)/a 20200102030405 {\"url\": \"http://www.example.gov.cn/a\","
                                        + " \"mime\": \"text/html\", \"status\": \"200\", \"digest\": \"AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH\"}"))
                .as("pywb")
                .contains(WANTED);
        assertThat(WANTED.date()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
    }

    @Test
    void aRedirectNamesItsTarget() {
        assertThat(CdxLine.parse(
                                "cn,gov,example)/a 20200102030405 http://www.example.gov.cn/nb/a text/html 302 X b.html -"
                                        + " 10 20 a.warc.gz")
                        .orElseThrow()
                        .redirect())
                .contains("http://www.example.gov.cn/nb/b.html");
        assertThat(CdxLine.target("http://www.example.gov.cn/", "javascript:x")).isEmpty();
        assertThat(CdxLine.target("http://www.example.gov.cn/", "a b")).isEmpty();
    }

    @Test
    void whatIsNoCaptureIsPassedBy() {
        assertThat(CdxLine.parse(" CDX N b a m s k r M S V g")).isEmpty();
        assertThat(CdxLine.parse("")).isEmpty();
        assertThat(CdxLine.parse("cn,gov,example)/a 20201399030405 http://www.example.gov.cn/a text/html 200 X 1"))
                .isEmpty();
        assertThat(CdxLine.parse("cn,gov,example)/a 20200102030405 file:///etc/passwd text/html 200 X 1"))
                .isEmpty();
        assertThat(CdxLine.parse("cn 20200102030405 {\"url\": ")).isEmpty();
    }

    @Test
    void endpointsFollowThePatternOfTheWaybackMachineOrTheirOwn() {
        Endpoints wayback = new Endpoints("https://web.archive.org/cdx/search/cdx", "https://web.archive.org/web");
        assertThat(wayback.captures("http://www.example.gov.cn/a?b=1&c"))
                .isEqualTo(
                        "https://web.archive.org/cdx/search/cdx?url=http%3A%2F%2Fwww.example.gov.cn%2Fa%3Fb%3D1%26c");
        assertThat(wayback.raw(WANTED))
                .isEqualTo("https://web.archive.org/web/20200102030405id_/http://www.example.gov.cn/a");
        Endpoints own = new Endpoints("http://h/c?limit=9", "http://h/raw/{timestamp}/{url}");
        assertThat(own.captures("http://x/")).isEqualTo("http://h/c?limit=9&url=http%3A%2F%2Fx%2F");
        assertThat(own.raw(WANTED)).isEqualTo("http://h/raw/20200102030405/http://www.example.gov.cn/a");
    }
}
