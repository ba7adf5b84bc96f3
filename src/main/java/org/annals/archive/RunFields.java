package org.annals.archive;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.RunId;

/** A run as the fields of the warcinfo that opens each of its files, and of the metadata record that closes it. */
final class RunFields {
    static final String FINISH = "finish";
    private static final String SETTING = "setting";

    private RunFields() {}

    static WarcFields warcinfo(RunInfo run) {
        return new WarcFields()
                .add("software", run.settings().getOrDefault("software", "annals"))
                .add("format", "WARC File Format 1.1")
                .add("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
                .add("isPartOf", run.run().value())
                .add("operator", run.settings().getOrDefault("contact", ""))
                .add("run", run.run().value())
                .add("kind", run.kind())
                .add("started", run.startedAt().toString())
                .addEntries(SETTING, run.settings());
    }

    /** The run of a warcinfo record; empty for any other record, and where another program wrote it. */
    static Optional<RunInfo> runOf(RawRecord record) {
        try {
            return record.is("warcinfo") ? run(WarcFields.parse(record.block())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // other programs put other things into it
        }
    }

    /** The run that a warcinfo or a closing record tells of; empty where another program wrote it. */
    static Optional<RunInfo> run(WarcFields fields) {
        try {
            Optional<String> started = fields.first("started");
            if (started.isEmpty() || fields.first("run").isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new RunInfo(
                    new RunId(fields.first("run").get()),
                    fields.first("kind").orElse(""),
                    Instant.parse(started.get()),
                    fields.entries(SETTING)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // fields of the same names with another meaning
        }
    }

    static WarcFields closing(Closing closing) {
        RunInfo run = closing.run();
        WarcFields fields = new WarcFields()
                .add("closes", run.run().value())
                .add("run", run.run().value())
                .add("kind", run.kind())
                .add("started", run.startedAt().toString())
                .add("finished", closing.finishedAt().toString())
                .add("parserVersion", closing.parserVersion())
                .addEntries(SETTING, run.settings())
                .addEntries("count", closing.counts());
        closing.files().forEach(file -> fields.add("file", file));
        return fields;
    }

    /** What a closing record says beside the run itself; empty if the fields are of another record. */
    static Optional<Closing> closing(WarcFields fields) {
        try {
            if (fields.first("closes").isEmpty()
                    || fields.first("finished").isEmpty()
                    || run(fields).isEmpty()) {
                return Optional.empty();
            }
            Map<String, Long> counts = new LinkedHashMap<>();
            fields.entries("count").forEach((name, count) -> counts.put(name, Long.valueOf(count)));
            return Optional.of(new Closing(
                    run(fields).get(),
                    Instant.parse(fields.first("finished").get()),
                    counts,
                    fields.first("parserVersion").orElse(""),
                    fields.all("file")));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the record that closes a run says: all that the commit says but for lengths and hashes of the files. */
    record Closing(
            RunInfo run, Instant finishedAt, Map<String, Long> counts, String parserVersion, List<String> files) {}
}
