package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Difference;
import org.annals.check.CheckResult;
import org.annals.revision.Change;
import org.annals.web.RevisionsFeed;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import picocli.CommandLine.TypeConversionException;

class RevisionsTextTest {
    private static final DetectedRevision DATA = revision(
            "r-2",
            "武汉市水务局",
            Optional.of(2022),
            "data",
            List.of(
                    new Change("t3.new.total", "65", "66"),
                    new Change("overview", "", "新<增>&\u0001“节”\u001b[2J"),
                    new Change("t4.review.total", "blank", "0")),
            List.of(new Difference.OfCheck(
                    "t3.row",
                    "new",
                    Optional.of(check(CheckResult.Status.FAIL, "66", "65")),
                    Optional.of(check(CheckResult.Status.PASS, "66", "66")))));
    private static final DetectedRevision WITHDRAWN =
            revision("r-1", "武汉市", Optional.empty(), "withdrawn", List.of(), List.of());

    private static CheckResult check(CheckResult.Status status, String expected, String actual) {
        return new CheckResult(
                "t3.row", "new", status, Optional.of(new BigDecimal(expected)), Optional.of(new BigDecimal(actual)));
    }

    private static DetectedRevision revision(
            String id,
            String publisher,
            Optional<Integer> year,
            String kind,
            List<Change> changes,
            List<Difference.OfCheck> checks) {
        return new DetectedRevision(
                id,
                "p",
                "420100",
                "武汉市",
                publisher,
                year,
                "p-v1",
                kind.equals("withdrawn") ? Optional.empty() : Optional.of("p-v2"),
                "c",
                "http://wh/?a=1&b=2",
                kind,
                Instant.parse("2023-07-01T08:30:15.123Z"),
                changes,
                checks);
    }

    private static String label(String item) {
        return item.equals("t3.new.total") ? "新收申请/总计" : "";
    }

    @Test
    void everyChangedValueIsALine() {
        StringWriter text = new StringWriter();
        RevisionsText.write(new PrintWriter(text), List.of(DATA, WITHDRAWN), RevisionsTextTest::label);
        assertThat(text.toString().lines())
                .containsExactly(
                        "2023-07-01 08:30 UTC  data       武汉市水务局 (武汉市), fiscal year 2022",
                        "    http://wh/?a=1&b=2",
                        "    t3.new.total     65 → 66   新收申请/总计",
                        "    overview         (nothing) → 新<增>&“节”[2J",
                        "    t4.review.total  blank → 0",
                        "    check t3.row, new: fail (expected 66, actual 65) → pass",
                        "",
                        "2023-07-01 08:30 UTC  withdrawn  武汉市, year unknown",
                        "    http://wh/?a=1&b=2",
                        "",
                        "2 revisions");
    }

    @Test
    void addressesOfAMoveStandInFull() {
        String old = "http://www.example.gov.cn/" + "column/".repeat(20) + "1.html";
        Change move = new Change("url", old, old.replace("1.html", "2.html"));
        assertThat(RevisionsText.line(move, RevisionsTextTest::label))
                .isEqualTo(old + " → " + old.replace("1.html", "2.html"));
    }

    @Test
    void longTextsAreShownByTheirChangedSentences() {
        String before = "本年共收到申请三十件，均已按时答复。全年主动公开各类信息一千余条。下一步将加强培训。";
        String after = "本年共收到申请三十一件，均已按时答复。全年主动公开各类信息一千余条。下一步将加强培训。另设专栏一个。";
        DetectedRevision text = revision(
                "r-3", "武汉市", Optional.of(2022), "text", List.of(new Change("overview", before, after)), List.of());
        StringWriter out = new StringWriter();
        RevisionsText.write(new PrintWriter(out), List.of(text), RevisionsTextTest::label);
        assertThat(out.toString().lines())
                .containsSequence(
                        "    overview  changed sentences:",
                        "      - 本年共收到申请三十件，均已按时答复。",
                        "      + 本年共收到申请三十一件，均已按时答复。",
                        "      + 另设专栏一个。");
    }

    @Test
    void noneIsSaid() {
        StringWriter text = new StringWriter();
        RevisionsText.write(new PrintWriter(text), List.of(), RevisionsTextTest::label);
        assertThat(text.toString()).isEqualToIgnoringNewLines("no revisions");
    }

    @Test
    void jsonHasTheColumnsOfTheViewAndTheChanges() throws Exception {
        StringWriter text = new StringWriter();
        RevisionsJson.write(new PrintWriter(text), List.of(DATA, WITHDRAWN), RevisionsTextTest::label);
        JsonNode revisions = new ObjectMapper().readTree(text.toString()).get("revisions");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(0).get("fiscal_year").asInt()).isEqualTo(2022);
        assertThat(revisions.get(0).get("changes").get(0).get("new_value").asText())
                .isEqualTo("66");
        assertThat(revisions.get(0).get("changes").get(1).get("new_value").asText())
                .isEqualTo("新<增>&\u0001“节”\u001b[2J");
        JsonNode check = revisions.get(0).get("checks").get(0);
        assertThat(check.get("before").get("status").asText()).isEqualTo("fail");
        assertThat(check.get("before").get("actual").asInt()).isEqualTo(65);
        assertThat(check.get("after").get("status").asText()).isEqualTo("pass");
        assertThat(revisions.get(1).get("to_report_id").isNull()).isTrue();
        assertThat(revisions.get(1).get("fiscal_year").isNull()).isTrue();
    }

    @Test
    void feedIsWellFormedWithStableIds() throws Exception {
        StringWriter text = new StringWriter();
        new RevisionsFeed("urn:annals:revisions", Optional.of("https://example.org/f.xml?a=1&b"), Instant.EPOCH)
                .write(new PrintWriter(text), List.of(DATA, WITHDRAWN), RevisionsTextTest::label);
        Element feed = parse(text.toString()).getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
        Element entry = (Element) feed.getElementsByTagName("entry").item(0);
        assertThat(entry.getElementsByTagName("id").item(0).getTextContent()).isEqualTo("urn:annals:revision:r-2");
        assertThat(entry.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2023-07-01T08:30:15.123Z");
        assertThat(entry.getElementsByTagName("link")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("href")
                        .getTextContent())
                .isEqualTo("http://wh/?a=1&b=2");
        // HTML within XML: read as XML, markup of a portal is still text
        assertThat(entry.getElementsByTagName("content").item(0).getTextContent())
                .contains("<li>t3.new.total (新收申请/总计): 65 → 66</li>")
                .contains("<ins>新&lt;增&gt;&amp;“节”[2J</ins>")
                .contains("<li>t3.row, new: fail (expected 66, actual 65) → pass</li>");
        Element self = (Element) feed.getElementsByTagName("link").item(0);
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        assertThat(self.getAttribute("href")).isEqualTo("https://example.org/f.xml?a=1&b");
        for (String required : List.of("id", "title", "updated", "author")) {
            assertThat(feed.getElementsByTagName(required).getLength()).isPositive();
        }
    }

    @Test
    void emptyFeedIsAFeed() throws Exception {
        StringWriter text = new StringWriter();
        new RevisionsFeed("urn:annals:revisions", Optional.empty(), Instant.EPOCH)
                .write(new PrintWriter(text), List.of(), RevisionsTextTest::label);
        assertThat(parse(text.toString())
                        .getElementsByTagName("updated")
                        .item(0)
                        .getTextContent())
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void sinceIsADayOrAnInstant() throws Exception {
        SinceOption option = new SinceOption();
        assertThat(option.convert("2026-03-31")).isEqualTo(Instant.parse("2026-03-31T00:00:00Z"));
        assertThat(option.convert("2026-03-31T08:00:00Z")).isEqualTo(Instant.parse("2026-03-31T08:00:00Z"));
        assertThat(option.convert("2026-03-31T08:00:00+08:00")).isEqualTo(Instant.parse("2026-03-31T00:00:00Z"));
        for (String bad : List.of("yesterday", "2026-02-30", "2026", "2026-03-31T08:00", "")) {
            assertThatThrownBy(() -> option.convert(bad))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("2026-03-31T08:00:00Z");
        }
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
