package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.annals.catalog.Coverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals status}: which reports are there, and which are not. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Coverage: governments and fiscal years, with what is missing, overdue, blocked or withdrawn.",
        description = {
            "",
            "As of the last run: a report is overdue once the deadline of its year has passed (31 January for departments and ministries, 31 March for "
                    + "governments), missing if an older year's was not found either, blocked if robots.txt or a challenge stood in the way of all.",
            ""
        },
        footer = {"", "Example:", "  annals status --format json | jq '.coverage[] | select(.status == \"overdue\")'"})
final class StatusCommand implements Callable<Integer> {
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

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return CatalogReading.withCatalog(spec, archive.folder(), catalog -> {
            List<Coverage> coverage = catalog.coverage();
            Optional<Instant> asOf = catalog.asOf();
            PrintWriter out = spec.commandLine().getOut();
            if (format == Format.JSON) {
                StatusJson.write(out, coverage, asOf);
            } else {
                StatusText.write(out, coverage, asOf);
            }
            out.flush();
            return 0;
        });
    }
}
