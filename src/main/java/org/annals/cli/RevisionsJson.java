package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Difference;
import org.annals.check.CheckResult;
import org.annals.report.Decimal;
import org.annals.revision.Change;
import org.annals.revision.Passage;
import org.annals.revision.SentenceDiff;

/** Revisions as one JSON object: {@code revisions} with the columns of {@code v_revision}, the changes of each and the checks that fail before or after. */
final class RevisionsJson {
    private RevisionsJson() {}

    static void write(PrintWriter out, List<DetectedRevision> revisions, UnaryOperator<String> labels)
            throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("revisions");
            for (DetectedRevision revision : revisions) {
                write(json, revision, labels);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    /** One revision as an object of its own. */
    static void write(PrintWriter out, DetectedRevision revision, UnaryOperator<String> labels) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            write(json, revision, labels);
        }
        out.println();
    }

    private static void write(JsonGenerator json, DetectedRevision revision, UnaryOperator<String> labels)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("revision_id", revision.revisionId());
        json.writeStringField("publication_id", revision.publicationId());
        json.writeStringField("government_code", revision.governmentCode());
        json.writeStringField("government", revision.government());
        json.writeStringField("publisher", revision.publisher());
        json.writeFieldName("fiscal_year");
        if (revision.fiscalYear().isPresent()) {
            json.writeNumber(revision.fiscalYear().get());
        } else {
            json.writeNull();
        }
        json.writeStringField("from_report_id", revision.from());
        json.writeStringField("to_report_id", revision.to().orElse(null));
        json.writeStringField("to_capture_id", revision.toCapture());
        json.writeStringField("url", revision.url());
        json.writeStringField("kind", revision.kind());
        json.writeStringField("detected_at", revision.detectedAt().toString());
        json.writeArrayFieldStart("changes");
        for (Change change : revision.changes()) {
            json.writeStartObject();
            json.writeStringField("item", change.item());
            json.writeStringField("label", labels.apply(change.item()));
            json.writeStringField("old_value", change.oldValue());
            json.writeStringField("new_value", change.newValue());
            if (change.isText()) {
                sentences(json, change);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("checks");
        for (Difference.OfCheck check : revision.checks()) {
            json.writeStartObject();
            json.writeStringField("check_code", check.code());
            json.writeStringField("scope", check.scope());
            check(json, "before", check.before());
            check(json, "after", check.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Every sentence that only one of both texts has. */
    private static void sentences(JsonGenerator json, Change change) throws IOException {
        json.writeArrayFieldStart("sentences");
        for (Passage passage : SentenceDiff.of(change.oldValue(), change.newValue())) {
            if (passage.kind() != Passage.Kind.KEPT) {
                json.writeStartObject();
                json.writeStringField("kind", passage.kind().code());
                json.writeStringField("text", passage.text());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void check(JsonGenerator json, String name, Optional<CheckResult> check) throws IOException {
        if (check.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("status", CheckWord.of(check.get().status()));
        number(json, "expected", check.get().expected());
        number(json, "actual", check.get().actual());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Optional<BigDecimal> number) throws IOException {
        if (number.isPresent()) {
            json.writeFieldName(name);
            json.writeNumber(Decimal.plain(number.get()));
        } else {
            json.writeNullField(name);
        }
    }
}
