package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.annals.dataset.PackageHead;
import org.annals.dataset.Reproduction;
import org.annals.dataset.Software;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals reproduce}: whether a published package is what the archive gives. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Makes a published data package again out of the archive and says whether every byte is equal.",
        description = {
            "",
            "Reads from datapackage.json the commit and the formats, exports that commit again into a temporary folder, offline, and compares all files. What was "
                    + "archived after the commit has no part in it. Exit code 0: equal; 1: each file that differs is named on stderr, with its first row that does.",
            ""
        },
        footer = {"", "Example:", "  annals reproduce dataset-2026 --archive archive"})
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder of the package")
    private Path folder;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Software made = PackageHead.read(folder).software();
        Software now = new Software(Version.number(), ReportParser.VERSION);
        return CatalogReading.withArchive(spec, archive.folder(), opened -> {
            if (!made.equals(now)) {
                CatalogReading.say(
                        spec,
                        "the package was made by annals %s (parser %s), this is annals %s (parser %s): it may differ for that alone"
                                .formatted(made.version(), made.parserVersion(), now.version(), now.parserVersion()));
            }
            Path work = Files.createTempDirectory("annals-reproduce");
            try {
                return say(Reproduction.of(folder, opened, now, work));
            } finally {
                Files.delete(work);
            }
        });
    }

    private int say(Reproduction.Result result) {
        result.damage().forEach(line -> CatalogReading.say(spec, line));
        result.differences().forEach(line -> CatalogReading.say(spec, line));
        PrintWriter out = spec.commandLine().getOut();
        if (result.files() == 0) {
            out.println("the archive is damaged, so nothing was compared; 'annals verify' tells more");
        } else if (result.differences().isEmpty()) {
            out.println("equal: all %d files of %s are what commit %d (%s) of %s gives, byte for byte"
                    .formatted(
                            result.files(),
                            folder,
                            result.edition().number(),
                            result.edition().commit().id().substring(0, 12),
                            archive.folder()));
        } else {
            out.println("not equal: %d of %d files differ from what commit %d (%s) of %s gives"
                    .formatted(
                            result.differences().size(),
                            result.files(),
                            result.edition().number(),
                            result.edition().commit().id().substring(0, 12),
                            archive.folder()));
        }
        out.flush();
        return result.files() > 0 && result.differences().isEmpty() ? 0 : 1;
    }
}
