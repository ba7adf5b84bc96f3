package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveException;
import org.annals.capture.Printable;
import org.annals.catalog.Catalog;
import org.annals.catalog.CatalogBusyException;
import org.annals.catalog.CatalogException;
import org.annals.catalog.Indexed;
import org.annals.catalog.Indexer;
import picocli.CommandLine.Model.CommandSpec;

/** Opens an archive for a command that reads its catalogue. What is wrong with the input becomes one line on stderr and exit code 2. */
final class CatalogReading {
    private CatalogReading() {}

    /** What a command does with the catalogue. */
    @FunctionalInterface
    interface Body {
        int run(Catalog catalog) throws IOException;
    }

    /** What a command does with the archive. */
    @FunctionalInterface
    interface ArchiveBody {
        int run(Archive archive) throws IOException;
    }

    /** Gives the body a catalogue that is up to date, unless another program is at work on it or the folder cannot be written: then as it stands. */
    static int withCatalog(CommandSpec spec, Path folder, Body body) throws IOException {
        return withArchive(spec, folder, archive -> withCatalog(spec, archive, body));
    }

    /** The same with an archive that is open. */
    static int withCatalog(CommandSpec spec, Archive archive, Body body) throws IOException {
        Path folder = archive.folder();
        if (Files.isWritable(folder)) {
            try {
                Indexed indexed = Indexer.catchUpIfFree(archive);
                indexed.faults().forEach(fault -> say(spec, fault));
            } catch (CatalogBusyException e) {
                say(spec, "another program is bringing the catalogue up to date; this is how it stands now");
            }
        }
        try (Catalog catalog = Catalog.open(folder)) {
            return body.run(catalog);
        }
    }

    static int withArchive(CommandSpec spec, Path folder, ArchiveBody body) throws IOException {
        try (Archive archive = Archive.openForReading(folder)) {
            return body.run(archive);
        } catch (ArchiveException | CatalogException | CatalogBusyException e) {
            say(spec, e.getMessage());
            return 2;
        }
    }

    static void say(CommandSpec spec, String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("annals: " + Printable.of(message));
        err.flush();
    }
}
