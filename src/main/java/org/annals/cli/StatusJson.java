package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.Coverage;

/** Coverage as one JSON object: {@code as_of}, {@code totals} by status, {@code coverage} with the rows of {@code v_coverage}. */
final class StatusJson {
    private StatusJson() {}

    static void write(PrintWriter out, List<Coverage> coverage, Optional<Instant> asOf) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("as_of", asOf.map(Instant::toString).orElse(null));
            json.writeObjectFieldStart("totals");
            for (String status : StatusText.STATUSES) {
                json.writeNumberField(
                        status,
                        coverage.stream().filter(c -> c.status().equals(status)).count());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("coverage");
            for (Coverage row : coverage) {
                json.writeStartObject();
                json.writeStringField("government_code", row.government());
                json.writeStringField("name", row.name());
                json.writeNumberField("fiscal_year", row.fiscalYear());
                json.writeStringField("status", row.status());
                json.writeStringField("why", row.why().orElse(null));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }
}
