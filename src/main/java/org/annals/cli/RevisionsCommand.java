package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.annals.catalog.DetectedRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals revisions}: what was changed, moved, withdrawn or restored. */
@Command(
        name = "revisions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Detected revisions, newest first, with every changed value.",
        description = {
            "",
            "data: a table value changed; text: only narrative; cosmetic: bytes that nobody reads; moved: another address; withdrawn: gone in two visits; "
                    + "restored: back again.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals revisions --since 2026-01-01",
            "  annals revisions --format atom > revisions.xml"
        })
final class RevisionsCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        TEXT,
        JSON,
        ATOM
    }

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceOption.class,
            description = "only what was detected then or later, for example 2026-03-31 or 2026-03-31T08:00:00Z")
    private Instant since;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or atom (default: text)")
    private Format format;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return CatalogReading.withCatalog(spec, archive.folder(), catalog -> {
            List<DetectedRevision> revisions = catalog.revisions(Optional.ofNullable(since));
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case TEXT -> RevisionsText.write(out, revisions, ItemNames::of);
                case JSON -> RevisionsJson.write(out, revisions, ItemNames::of);
                case ATOM ->
                    RevisionsFeed.write(
                            out, revisions, ItemNames::of, catalog.asOf().orElse(Instant.EPOCH));
            }
            out.flush();
            return 0;
        });
    }
}
