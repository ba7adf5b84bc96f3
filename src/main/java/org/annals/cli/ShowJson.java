package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Evidence;
import org.annals.catalog.PublicationName;
import org.annals.check.CheckResult;
import org.annals.check.TouchingChecks;
import org.annals.report.Cell;
import org.annals.report.Field;
import org.annals.report.FieldOrder;

/** Evidence as one JSON object: the publication, its versions (newest first) with values, captures and checks, its revisions. */
final class ShowJson {
    private final JsonGenerator json;
    private final Optional<String> field;

    private ShowJson(JsonGenerator json, Optional<String> field) {
        this.json = json;
        this.field = field;
    }

    static void write(
            PrintWriter out,
            PublicationName publication,
            List<Evidence> versions,
            List<DetectedRevision> revisions,
            Optional<String> field)
            throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            new ShowJson(json, field).write(publication, versions, revisions);
        }
        out.println();
    }

    private void write(PublicationName publication, List<Evidence> versions, List<DetectedRevision> revisions)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("publication_id", publication.publicationId());
        json.writeStringField("government_code", publication.government());
        json.writeStringField("publisher", publication.publisher());
        number("fiscal_year", publication.fiscalYear().map(BigDecimal::valueOf));
        json.writeBooleanField("is_withdrawn", publication.withdrawn());
        json.writeArrayFieldStart("versions");
        for (int i = versions.size() - 1; i >= 0; i--) {
            version(versions.get(i));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("revisions");
        for (DetectedRevision revision : revisions) {
            json.writeStartObject();
            json.writeStringField("revision_id", revision.revisionId());
            json.writeStringField("kind", revision.kind());
            json.writeStringField("detected_at", revision.detectedAt().toString());
            json.writeStringField("from_report_id", revision.from());
            json.writeStringField("to_report_id", revision.to().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void version(Evidence evidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("report_id", evidence.reportId());
        json.writeNumberField("version_no", evidence.version());
        json.writeBooleanField("is_latest", evidence.latest());
        json.writeStringField("title", evidence.title().orElse(null));
        json.writeObjectFieldStart("capture");
        json.writeStringField("capture_id", evidence.captureId());
        json.writeStringField("warc_record_id", "<urn:uuid:" + evidence.captureId() + ">");
        json.writeStringField("url", evidence.url());
        json.writeStringField("captured_at", evidence.capturedAt().toString());
        json.writeStringField("warc_path", evidence.record().warcPath());
        json.writeNumberField("warc_offset", evidence.record().offset());
        json.writeNumberField("warc_length", evidence.record().length());
        json.writeStringField("payload_sha256", evidence.payloadSha256());
        json.writeEndObject();
        json.writeNumberField("captures", evidence.captures());
        json.writeStringField("parser_version", evidence.parserVersion());
        json.writeObjectFieldStart("values");
        for (Field one :
                FieldOrder.of(field.map(Set::of).orElse(evidence.cells().keySet()))) {
            value(one, evidence.cells().getOrDefault(one.code(), Cell.ABSENT));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("checks");
        List<CheckResult> checks =
                field.isPresent() ? TouchingChecks.of(field.get(), evidence.checks()) : evidence.checks();
        for (CheckResult check : checks) {
            check(check);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void value(Field one, Cell cell) throws IOException {
        json.writeObjectFieldStart(one.code());
        json.writeStringField("label", one.label());
        json.writeStringField("unit", one.unit());
        number("value", cell.value().number());
        json.writeStringField("state", cell.value().state());
        json.writeStringField("raw", cell.raw());
        json.writeStringField("locator", cell.locator());
        json.writeEndObject();
    }

    private void check(CheckResult check) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", check.code());
        json.writeStringField("scope", check.scope());
        json.writeStringField("status", check.status().name().toLowerCase(Locale.ROOT));
        number("expected", check.expected());
        number("actual", check.actual());
        json.writeEndObject();
    }

    private void number(String name, Optional<BigDecimal> number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.get());
        } else {
            json.writeNullField(name);
        }
    }
}
