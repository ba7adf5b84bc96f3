package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Optional;
import org.annals.catalog.Difference;
import org.annals.catalog.Reparsed;
import org.annals.check.CheckResult;
import org.annals.report.Cell;
import org.annals.report.Decimal;

/** What another version of the parser reads otherwise, as one JSON object: {@code documents} that differ, written as they come, then the numbers. */
final class ReparseJson {
    private final PrintWriter out;
    private JsonGenerator json;

    ReparseJson(PrintWriter out) {
        this.out = out;
    }

    /** With the first result: where there is none because the catalogue cannot be read, nothing is written. */
    private void begin() throws IOException {
        if (json == null) {
            json = Json.generator(out);
            json.writeStartObject();
            json.writeArrayFieldStart("documents");
        }
    }

    void write(Reparsed one) throws IOException {
        if (one.differences().isEmpty()) {
            return;
        }
        begin();
        json.writeStartObject();
        json.writeStringField("publication_id", one.publicationId().orElse(null));
        json.writeStringField("government_code", one.government());
        json.writeStringField("publisher", one.publisher());
        json.writeFieldName("fiscal_year");
        if (one.fiscalYear().isPresent()) {
            json.writeNumber(one.fiscalYear().get());
        } else {
            json.writeNull();
        }
        json.writeStringField("url", one.url());
        json.writeStringField("captured_at", one.capturedAt().toString());
        json.writeStringField("payload_sha256", one.payloadSha256());
        json.writeStringField("old_parser_version", one.oldVersion());
        json.writeStringField("new_parser_version", one.newVersion());
        json.writeArrayFieldStart("differences");
        for (Difference difference : one.differences()) {
            write(difference);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void end(ReparseTotals totals, String version) throws IOException {
        begin();
        json.writeEndArray();
        json.writeStringField("parser_version", version);
        json.writeNumberField("parsed_again", totals.documents());
        json.writeNumberField("differing", totals.differing());
        json.writeNumberField("differing_cells", totals.cells());
        json.writeNumberField("same", totals.same());
        json.writeNumberField("same_printed_elsewhere", totals.samePrintedElsewhere());
        json.writeNumberField("no_report", totals.noReport());
        json.writeEndObject();
        json.close();
        out.println();
        out.flush();
    }

    private void write(Difference difference) throws IOException {
        json.writeStartObject();
        if (difference instanceof Difference.OfCell cell) {
            json.writeStringField("field", cell.field());
            json.writeStringField("label", ItemNames.of(cell.field()));
            write("before", cell.before());
            write("after", cell.after());
        } else if (difference instanceof Difference.OfCheck check) {
            json.writeStringField("check_code", check.code());
            json.writeStringField("scope", check.scope());
            write("before", check.before());
            write("after", check.after());
        } else if (difference instanceof Difference.OfText text) {
            json.writeStringField("item", text.item());
            json.writeStringField("before", text.before().orElse(null));
            json.writeStringField("after", text.after().orElse(null));
        }
        json.writeEndObject();
    }

    private void write(String name, Cell cell) throws IOException {
        json.writeObjectFieldStart(name);
        number("value", cell.value().number());
        json.writeStringField("state", cell.value().state());
        json.writeStringField("raw", cell.raw());
        json.writeStringField("locator", cell.locator());
        json.writeEndObject();
    }

    private void write(String name, Optional<CheckResult> check) throws IOException {
        if (check.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("status", CheckWord.of(check.get().status()));
        number("expected", check.get().expected());
        number("actual", check.get().actual());
        json.writeEndObject();
    }

    private void number(String name, Optional<BigDecimal> number) throws IOException {
        json.writeFieldName(name);
        if (number.isPresent()) {
            json.writeNumber(Decimal.plain(number.get()));
        } else {
            json.writeNull();
        }
    }
}
