package org.annals.archive;

import java.util.Optional;
import org.annals.capture.ImportSource;
import org.annals.capture.RunId;

/** Where a capture was taken from, as the fields of the metadata record beside it. */
final class ImportFields {
    private ImportFields() {}

    static WarcFields of(RunId run, ForeignCapture capture) {
        ImportSource source = capture.source();
        WarcFields fields = new WarcFields()
                .add("run", run.value())
                .add("government", source.government())
                .add("source", source.location())
                .add("source-sha256", source.sha256())
                .add("source-offset", source.offset() < 0 ? "" : Long.toString(source.offset()))
                .add("source-record", source.recordId());
        capture.changes().forEach(change -> fields.add("source-changed", change));
        return fields;
    }

    /** Empty if the fields tell of something else. */
    static Optional<ImportSource> source(WarcFields fields) {
        Optional<String> location = fields.first("source");
        if (location.isEmpty() || fields.first("run").isEmpty()) {
            return Optional.empty();
        }
        String offset = fields.first("source-offset").orElse("-1");
        return Optional.of(new ImportSource(
                fields.first("government").orElse(""),
                location.get(),
                fields.first("source-sha256").orElse(""),
                offset.matches("\\d{1,18}") ? Long.parseLong(offset) : -1,
                fields.first("source-record").orElse("")));
    }

    /**
     * What WARC-Source-URI says of a capture that was taken in: no request of ours stands before it. Not of the standard; other archives use it for the same.
     */
    static String uri(ImportSource source) {
        return source.sha256().isEmpty()
                ? TargetUri.of(source.location())
                : "urn:annals:source:" + source.sha256() + ":" + source.offset();
    }
}
