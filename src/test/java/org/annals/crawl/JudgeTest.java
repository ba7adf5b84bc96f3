package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.Truncation;
import org.annals.frontier.Completion.Verdict;
import org.annals.policy.RetryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final String URL = "http://www.example.gov.cn/a/b.html";

    private static Exchange answer(int status, String type, String body, Truncation cut, Header... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return new Exchange(
                URL,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                new byte[0],
                new byte[0],
                status,
                List.of(headers),
                Payload.of(bytes, type, URL),
                cut);
    }

    private static Judgement redirect(String location) {
        return Judge.judge(answer(302, null, "", null, new Header("location", location)), Purpose.SEED);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 'status 429, the host wants to be asked less often'",
        "400, status 400",
        "405, status 405",
        "418, status 418",
        "451, status 451"
    })
    void aRefusedRequestIsNoChallenge(int status, String detail) {
        Judgement judgement = Judge.judge(answer(status, "text/html", "no", null), Purpose.SECTION);
        assertThat(judgement.outcome()).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judgement.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/web/, http://www.example.gov.cn/web/",
        "c.html, http://www.example.gov.cn/a/c.html",
        "../c.html, http://www.example.gov.cn/c.html",
        "//xxgk.example.gov.cn, http://xxgk.example.gov.cn/",
        "https://www.example.gov.cn/a/b.html, https://www.example.gov.cn/a/b.html",
        "' /web/ ', http://www.example.gov.cn/web/",
        "?id=1, http://www.example.gov.cn/a/b.html?id=1"
    })
    void redirectsLeadToTheirTarget(String location, String target) {
        Judgement judgement = redirect(location);
        assertThat(judgement.redirect()).contains(target);
        assertThat(judgement.verdict()).isEqualTo(Verdict.REDIRECT);
        assertThat(judgement.outcome()).isEqualTo(Outcome.ARCHIVED);
    }

    @ParameterizedTest
    @CsvSource({"javascript:void(0)", "mailto:a@example.gov.cn", "''", "b.html", "http://", "'http://[::1'"})
    void redirectsToNowhereLeadNowhere(String location) {
        assertThat(redirect(location).redirect()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd", "http://0x7f000001/x", "javascript:alert(1)"})
    void redirectsToWhatIsNoWebAddressAreOutOfScope(String location) {
        Judgement judgement = redirect(location);
        assertThat(judgement.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judgement.detail()).isEqualTo("redirects to " + location + ", which is no web address");
    }

    @Test
    void redirectsToThemselvesAreErrorsOrWantACookieBack() {
        assertThat(redirect(URL).outcome()).isEqualTo(Outcome.SERVER_ERROR);
        Exchange cookie = answer(302, null, "", null, new Header("Location", URL), new Header("Set-Cookie", "CT6T=1"));
        assertThat(Judge.judge(cookie, Purpose.SEED).outcome()).isEqualTo(Outcome.CHALLENGE);
        assertThat(RetryPolicy.isRetried(Outcome.SERVER_ERROR, 302)).isFalse();
    }

    @Test
    void bytesOfALocationGoBackAsTheyCame() {
        String gbk = new String("/年报.html".getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1);
        assertThat(redirect(gbk).redirect()).contains("http://www.example.gov.cn/%C4%EA%B1%A8.html");
        assertThat(redirect("/年报.html").redirect()).contains("http://www.example.gov.cn/%E5%B9%B4%E6%8A%A5.html");
    }

    @Test
    void anEmptyAnswerIsNoReport() {
        assertThat(Judge.judge(answer(200, "application/pdf", " \n", null), Purpose.REPORT))
                .isEqualTo(Judgement.of(Outcome.SOFT_404, Verdict.GONE, "an empty answer"));
        assertThat(Judge.judge(answer(200, "text/html", "", null), Purpose.SEED).outcome())
                .isEqualTo(Outcome.ARCHIVED);
        assertThat(Judge.judge(
                                answer(200, "text/html", "", null, new Header("Refresh", "0; url=/b.html")),
                                Purpose.REPORT)
                        .outcome())
                .isEqualTo(Outcome.ARCHIVED);
    }

    @Test
    void cutAnswersAreNotTakenForPages() {
        String list = "<a href='/c/1.html'>x</a>";
        assertThat(Judge.judge(answer(200, "text/html", list, Truncation.LENGTH), Purpose.COLUMN))
                .satisfies(j -> assertThat(j.outcome()).isEqualTo(Outcome.TOO_LARGE))
                .satisfies(j -> assertThat(j.links()).isEmpty());
        assertThat(Judge.judge(answer(200, "text/html", list, Truncation.TIME), Purpose.COLUMN)
                        .outcome())
                .isEqualTo(Outcome.TIMEOUT);
        assertThat(Judge.judge(answer(200, "text/html", list, Truncation.DISCONNECT), Purpose.COLUMN)
                        .outcome())
                .isEqualTo(Outcome.CONNECTION_ERROR);
    }

    @Test
    void filesAskedForAsReportsAreReportsUntilTheParserSaysOtherwise() {
        assertThat(Judge.judge(answer(200, "text/html", "%PDF-1.4", null), Purpose.REPORT)
                        .verdict())
                .isEqualTo(Verdict.REPORT);
        assertThat(Judge.judge(answer(200, "application/pdf", "%PDF-1.4", null), Purpose.OTHER)
                        .verdict())
                .isEqualTo(Verdict.PAGE);
    }

    @Test
    void kindOfAnAnswerIsToldByItsBytesFirst() {
        assertThat(Judge.isMarkup(Payload.of(bytes("PK\u0003\u0004"), "text/html", URL)))
                .isFalse();
        assertThat(Judge.isMarkup(Payload.of(bytes(" \n<html>"), "application/pdf", URL)))
                .isTrue();
        assertThat(Judge.isMarkup(Payload.of(bytes("abc"), null, URL))).isFalse();
        assertThat(Judge.isMarkup(Payload.of(bytes(""), null, URL))).isFalse();
    }

    @Test
    void linksAreCanonicalOnceAndNeverThePageItself() {
        String body = "<html><body><a href='/c/1.html#a'>2022</a><a href='/c/1.html'>2022</a>" + "<a href='" + URL
                + "#top'>top</a></body></html>";
        Judgement judgement = Judge.judge(answer(200, "text/html", body, null), Purpose.COLUMN);
        assertThat(judgement.links())
                .extracting(Outlink::url)
                .doesNotHaveDuplicates()
                .doesNotContain(URL)
                .allMatch(url -> url.equals("http://www.example.gov.cn/c/1.html"));
    }

    @Test
    void statusDecidesWhereThereIsNoPage() {
        assertThat(Judge.judge(answer(404, "text/html", "", null), Purpose.REPORT))
                .isEqualTo(Judgement.of(Outcome.GONE, Verdict.GONE, "status 404"));
        assertThat(Judge.judge(answer(500, "text/html", "", null), Purpose.REPORT)
                        .verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(Judge.judge(URL, 304, Optional.empty(), Payload.of(bytes(""), null, URL), Purpose.REPORT)
                        .redirect())
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aRefreshHeaderLeadsOnAsMetaRefreshDoes() {
        Header to = new Header("Refresh", "0; URL='/web/'");
        Judgement blank = Judge.judge(answer(200, "text/html", "", null, to), Purpose.REPORT);
        assertThat(blank.outcome()).isEqualTo(Outcome.ARCHIVED);
        assertThat(blank.links())
                .containsExactly(new Outlink("http://www.example.gov.cn/web/", "", Purpose.REPORT, 100));
        Judgement home = Judge.judge(answer(200, "text/html", "<a href=/nb/>x</a>", null, to), Purpose.SEED);
        assertThat(home.links())
                .extracting(Outlink::url)
                .startsWith("http://www.example.gov.cn/web/")
                .contains("http://www.example.gov.cn/nb/");
        assertThat(Judge.sentOn(home.links())).isEqualTo(home);
        for (String own : List.of("300; url=/web/", "5", "0; url=" + URL, "x; url=/web/")) {
            Exchange again = answer(200, "text/html", "<p>x</p>", null, new Header("Refresh", own));
            assertThat(Judge.judge(again, Purpose.SECTION).links()).isEmpty();
        }
    }

    @Test
    void aPageThatIsPackedThoughNobodySaysSoIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("<html><a href='/zfxxgknb/'>x</a></html>".getBytes(StandardCharsets.UTF_8));
        }
        Exchange answer = answer(200, null, packed.toString(StandardCharsets.ISO_8859_1), null);
        assertThat(Judge.judge(answer, Purpose.SEED).links())
                .extracting(Outlink::url)
                .contains("http://www.example.gov.cn/zfxxgknb/");
        Exchange cut =
                answer(200, null, packed.toString(StandardCharsets.ISO_8859_1).substring(0, 30), null);
        assertThat(Judge.judge(cut, Purpose.REPORT).verdict()).isEqualTo(Verdict.REPORT);
    }

    @Test
    void aForbiddenFolderMayHaveItsFirstPageUnderAName() {
        String folder = "http://www.example.gov.cn/nb/";
        Payload plain = Payload.of("<h1>403 Forbidden</h1>".getBytes(StandardCharsets.UTF_8), "text/html", folder);
        Judgement column = Judge.judge(folder, 403, Optional.empty(), plain, Purpose.COLUMN);
        assertThat(column.outcome()).isEqualTo(Outcome.CHALLENGE);
        assertThat(column.links())
                .extracting(Outlink::url)
                .containsExactly(folder + "index.html", folder + "index.shtml");
        assertThat(Judge.judge(folder, 403, Optional.empty(), plain, Purpose.REPORT)
                        .links())
                .isEmpty();
        assertThat(Judge.judge(folder, 412, Optional.empty(), plain, Purpose.COLUMN)
                        .links())
                .isEmpty();
        Payload wall = Payload.of("<html>reason:GeoBL</html>".getBytes(StandardCharsets.UTF_8), "text/html", folder);
        assertThat(Judge.judge(folder, 403, Optional.empty(), wall, Purpose.COLUMN)
                        .links())
                .isEmpty();
    }
}
