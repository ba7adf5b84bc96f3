package org.annals.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.annals.catalog.DetectedRevision;
import org.annals.revision.Change;

/** Revisions as one JSON object: {@code revisions} with the columns of {@code v_revision} and the changes of each. */
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
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
