package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.Coverage;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final List<Coverage> COVERAGE = List.of(
            new Coverage("420100", "武汉市", 2008, "missing", Optional.empty()),
            new Coverage("420100", "武汉市", 2009, "missing", Optional.empty()),
            new Coverage("420100", "武汉市", 2010, "found", Optional.empty()),
            new Coverage("420100", "武汉市", 2011, "missing", Optional.empty()),
            new Coverage("420100", "武汉市", 2012, "withdrawn", Optional.empty()),
            new Coverage("m1", "Ministry\u001b[31m of X", 2010, "found", Optional.empty()),
            new Coverage("m1", "Ministry\u001b[31m of X", 2011, "found", Optional.empty()),
            new Coverage("m1", "Ministry\u001b[31m of X", 2012, "overdue", Optional.empty()));

    @Test
    void yearsOfOneStatusStandTogetherAndColumnsLineUp() {
        StringWriter text = new StringWriter();
        StatusText.write(new PrintWriter(text), COVERAGE, Optional.of(Instant.parse("2013-06-30T17:00:00Z")));
        assertThat(text.toString().lines())
                .containsExactly(
                        "2 governments, fiscal years 2008–2012 as of 2013-07-01 (Beijing time)",
                        "  found 3   overdue 1   blocked 0   withdrawn 1   missing 3",
                        "",
                        "420100  武汉市             found 2010 · withdrawn 2012 · missing 2008–2009, 2011",
                        "m1      Ministry[31m of X  found 2010–2011 · overdue 2012");
    }

    @Test
    void oneGovernmentIsNotSeveral() {
        StringWriter text = new StringWriter();
        StatusText.write(new PrintWriter(text), COVERAGE.subList(0, 1), Optional.empty());
        assertThat(text.toString()).startsWith("1 government, fiscal years 2008");
    }

    @Test
    void noGovernmentsSaysWhatToDo() {
        StringWriter text = new StringWriter();
        StatusText.write(new PrintWriter(text), List.of(), Optional.empty());
        assertThat(text.toString()).contains("annals crawl --seeds");
    }

    @Test
    void jsonHasRowsAndTotals() throws IOException {
        StringWriter text = new StringWriter();
        StatusJson.write(new PrintWriter(text), COVERAGE, Optional.of(Instant.parse("2013-06-30T17:00:00Z")));
        JsonNode json = new ObjectMapper().readTree(text.toString());
        assertThat(json.get("as_of").asText()).isEqualTo("2013-06-30T17:00:00Z");
        assertThat(json.get("totals").get("missing").asInt()).isEqualTo(3);
        assertThat(json.get("coverage")).hasSize(8);
        assertThat(json.get("coverage").get(4).get("status").asText()).isEqualTo("withdrawn");
        assertThat(json.get("coverage").get(0).get("name").asText()).isEqualTo("武汉市");
    }
}
