package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.annals.archive.Archive;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexed;
import org.annals.catalog.Indexer;
import org.annals.catalog.Totals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code annals rebuild}: the catalogue anew, from the WARC files alone. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Throws catalogue and index away and derives them again from the WARC files alone.",
        description = {
            "",
            "The old catalogue can be read until the new one is whole; if anything goes wrong it stays as it was.",
            ""
        })
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        // looked at first: to open a folder for writing would make an archive of it
        Archive.openForReading(archive.folder()).close();
        try (Archive opened = Archive.openForWriting(archive.folder())) {
            opened.repairs().forEach(repair -> CatalogReading.say(spec, repair));
            opened.rebuildIndex();
            Indexed indexed = Indexer.rebuild(opened);
            indexed.faults().forEach(fault -> CatalogReading.say(spec, fault));
            try (Catalog catalog = Catalog.open(archive.folder())) {
                print(catalog.totals(), indexed);
            }
            return indexed.faults().isEmpty() ? 0 : 1;
        }
    }

    private void print(Totals totals, Indexed indexed) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "index and catalogue rebuilt: %d captures, %d fetches, %d payloads parsed, %d reports in %d versions, %d revisions"
                        .formatted(
                                totals.captures(),
                                totals.fetches(),
                                indexed.parsed(),
                                totals.publications(),
                                totals.versions(),
                                totals.revisions()));
        out.flush();
    }
}
