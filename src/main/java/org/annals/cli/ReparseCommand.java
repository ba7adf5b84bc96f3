package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.annals.archive.Archive;
import org.annals.catalog.Indexed;
import org.annals.catalog.Reparsed;
import org.annals.catalog.Reparsing;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals reparse}: what this version of the parser reads otherwise than an older one did. */
@Command(
        name = "reparse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Parses again what an older version parsed, and prints what differs, cell by cell.",
        description = {
            "",
            "Use it first after an update of annals: every command that reads the catalogue brings it up to date, and then the older readings are gone.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals reparse",
            "  annals reparse --format json | jq '.documents[].differences[] | select(.field)'"
        })
final class ReparseCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: text)")
    private Format format;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            defaultValue = "archive",
            description = "archive folder (default: archive)")
    private Path archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return CatalogReading.withArchive(spec, archive, opened -> {
            Indexed indexed = format == Format.JSON ? json(opened) : text(opened);
            indexed.faults().forEach(fault -> CatalogReading.say(spec, fault));
            return indexed.faults().isEmpty() ? 0 : 1;
        });
    }

    private Indexed text(Archive opened) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ReparseTotals totals = new ReparseTotals();
        Consumer<Reparsed> sink = one -> {
            totals.add(one);
            ReparseText.write(out, one);
        };
        Indexed indexed = Reparsing.run(opened, sink);
        ReparseText.end(out, totals, ReportParser.VERSION);
        out.flush();
        return indexed;
    }

    private Indexed json(Archive opened) throws IOException {
        ReparseJson json = new ReparseJson(spec.commandLine().getOut());
        ReparseTotals totals = new ReparseTotals();
        Consumer<Reparsed> sink = one -> {
            totals.add(one);
            try {
                json.write(one);
            } catch (IOException e) {
                throw new UncheckedIOException("writing the result", e);
            }
        };
        Indexed indexed = Reparsing.run(opened, sink);
        json.end(totals, ReportParser.VERSION);
        return indexed;
    }
}
