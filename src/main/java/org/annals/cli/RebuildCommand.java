package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexed;
import org.annals.catalog.Indexer;
import org.annals.catalog.Totals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals rebuild}: the catalogue anew, from the WARC files alone. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Throws the catalogue away and derives it again from the WARC files alone.",
        description = {
            "",
            "The old catalogue can be read until the new one is whole; if anything goes wrong it stays as it was.",
            ""
        })
final class RebuildCommand implements Callable<Integer> {
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
            Indexed indexed = Indexer.rebuild(opened);
            indexed.faults().forEach(fault -> CatalogReading.say(spec, fault));
            try (Catalog catalog = Catalog.open(archive)) {
                Totals totals = catalog.totals();
                PrintWriter out = spec.commandLine().getOut();
                out.println(
                        "catalogue rebuilt: %d captures, %d fetches, %d payloads parsed, %d reports in %d versions, %d revisions"
                                .formatted(
                                        totals.captures(),
                                        totals.fetches(),
                                        indexed.parsed(),
                                        totals.publications(),
                                        totals.versions(),
                                        totals.revisions()));
                out.flush();
            }
            return indexed.faults().isEmpty() ? 0 : 1;
        });
    }
}
