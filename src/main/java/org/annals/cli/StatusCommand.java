package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.annals.catalog.Coverage;
import org.annals.catalog.GovernmentStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals status}: which reports are there, and which are not. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header =
                "Coverage: governments and fiscal years, with what is missing, overdue, blocked or withdrawn, and why.",
        description = {
            "",
            "As of the last run: a report is overdue once the deadline of its year has passed (31 January for departments and ministries, 31 March for "
                    + "governments), missing if an older year's was not found either, blocked if robots.txt or a challenge stood in the way of all.",
            "",
            "With a GOVERNMENT all that is known of that one: its columns, the years that are there and why others are not, the last visit and its failures, "
                    + "the pace of its hosts, and when it is due again.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals status --format json | jq '.coverage[] | select(.status == \"overdue\")'",
            "  annals status 411421",
            "  annals status 民权县"
        })
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

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "GOVERNMENT",
            description = "code, name or part of the name of one government to be explained")
    private String government;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return government == null ? coverage() : explain();
    }

    private int explain() throws IOException {
        return CatalogReading.withArchive(
                spec,
                archive.folder(),
                open -> CatalogReading.withCatalog(spec, open, catalog -> {
                    String code = GovernmentChoice.of(government, GovernmentChoice.names(catalog.governments()));
                    GovernmentStatus status = catalog.status(code).orElseThrow();
                    List<HostPace> hosts = status.last().isPresent()
                            ? HostPace.of(open, status.last().get())
                            : List.of();
                    PrintWriter out = spec.commandLine().getOut();
                    if (format == Format.JSON) {
                        GovernmentJson.write(out, status, hosts);
                    } else {
                        GovernmentText.write(out, status, hosts);
                    }
                    out.flush();
                    return 0;
                }));
    }

    private int coverage() throws IOException {
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
