package org.annals.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.annals.check.CheckResult;
import org.annals.check.Checks;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.annals.report.Cell;
import org.annals.report.PublisherSource;
import org.annals.report.Report;

/** A parse result as the JSON object of {@code annals parse}. */
public final class ParseJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ParseJson() {}

    /**
     * @param source the file as the caller named it
     * @param sha256 of the file's bytes, lower-case hex
     */
    public static ObjectNode of(String source, String sha256, ParseResult result) {
        ObjectNode json = NODES.objectNode();
        Optional<Report> report = result.report();
        json.put("source", source);
        json.put("sha256", sha256);
        json.put("media_type", result.mediaType());
        json.put("charset", result.charset().orElse(null));
        json.put("is_report", report.isPresent());
        json.put("publisher", report.flatMap(Report::publisher).orElse(null));
        json.put(
                "publisher_source",
                report.flatMap(Report::publisherSource)
                        .map(PublisherSource::code)
                        .orElse(null));
        json.put("fiscal_year", report.flatMap(Report::fiscalYear).orElse(null));
        json.put("generation", report.map(found -> found.generation().code()).orElse(null));
        json.put("title", report.flatMap(Report::title).orElse(null));
        json.put(
                "published_on",
                report.flatMap(Report::publishedOn).map(Object::toString).orElse(null));
        json.set("sections", sections(report));
        json.set("values", values(report));
        json.set("checks", checks(report.map(Checks::run).orElse(List.of())));
        ArrayNode warnings = json.putArray("warnings");
        result.warnings().forEach(warnings::add);
        json.put("parser_version", ReportParser.VERSION);
        return json;
    }

    /** The object on one line. */
    public static String line(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static ObjectNode sections(Optional<Report> report) {
        ObjectNode sections = NODES.objectNode();
        report.ifPresent(found -> found.sections().forEach((section, text) -> sections.put(section.code(), text)));
        return sections;
    }

    private static ObjectNode values(Optional<Report> report) {
        ObjectNode values = NODES.objectNode();
        report.ifPresent(found -> found.cells().forEach((field, cell) -> values.set(field, value(cell))));
        return values;
    }

    private static ObjectNode value(Cell cell) {
        ObjectNode value = NODES.objectNode();
        put(value, "value", cell.value().number());
        value.put("state", cell.value().state());
        value.put("raw", cell.raw());
        value.put("locator", cell.locator());
        return value;
    }

    private static ArrayNode checks(List<CheckResult> results) {
        ArrayNode checks = NODES.arrayNode();
        for (CheckResult result : results) {
            ObjectNode check = checks.addObject();
            check.put("code", result.code());
            check.put("scope", result.scope());
            check.put("status", CheckWord.of(result.status()));
            put(check, "expected", result.expected());
            put(check, "actual", result.actual());
        }
        return checks;
    }

    /** A plain JSON number: no exponent, no decimals on a whole number. */
    private static void put(ObjectNode node, String name, Optional<BigDecimal> number) {
        if (number.isEmpty()) {
            node.putNull(name);
            return;
        }
        BigDecimal stripped = number.get().stripTrailingZeros();
        node.put(name, stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
