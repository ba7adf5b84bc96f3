package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.annals.archive.WaczPage;
import org.annals.archive.WaczWriter;
import org.annals.catalog.PackedCapture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals wacz}: captures of one government or one publication as a file that replays in a browser. */
@Command(
        name = "wacz",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Packs one government or one publication, with all its versions, as a WACZ that replays in a browser.",
        description = {
            "",
            "The file opens in ReplayWeb.page, from the disk or from any web server that answers range requests; only what is looked at is loaded. Records lie in it as they "
                    + "lie in the archive, with requests and metadata. The same archive gives the same bytes.",
            "",
            "Ids of publications stand in the view v_report and in the output of revisions --format json.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals wacz --out guangzhou.wacz --government 440100",
            "  annals wacz --out report.wacz --publication 440100-2023-1f0c3a9be2"
        })
final class WaczCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "file to write, replaced if it is there")
    private Path out;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Choice choice;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    private static final class Choice {
        @Option(names = "--government", paramLabel = "CODE", description = "all captures of this government")
        private String government;

        @Option(
                names = "--publication",
                paramLabel = "ID",
                description = "all captures of the addresses of this publication")
        private String publication;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(out)) {
            throw new UsageError("--out " + out + " is a folder; name a file, for example " + out.resolve("pack.wacz"));
        }
        return CatalogReading.withArchive(
                spec,
                archive.folder(),
                opened -> CatalogReading.withCatalog(spec, archive.folder(), catalog -> {
                    boolean whole = choice.government != null;
                    List<PackedCapture> captures = whole
                            ? catalog.capturesOfGovernment(choice.government)
                            : catalog.capturesOfPublication(choice.publication);
                    if (captures.isEmpty()) {
                        throw new UsageError(
                                whole
                                        ? "the archive has no capture of a government " + choice.government
                                                + "; 'annals status' lists those that it has"
                                        : "there is no publication " + choice.publication
                                                + "; the view v_report lists those that there are");
                    }
                    String title = whole ? "Government " + choice.government : "Publication " + choice.publication;
                    List<WaczPage> pages = captures.stream()
                            .map(capture -> new WaczPage(
                                    capture.location(),
                                    capture.isPage() ? capture.title().orElse(capture.url()) : ""))
                            .toList();
                    int packed = new WaczWriter(opened, title, "annals/" + Version.number()).write(out, pages);
                    PrintWriter writer = spec.commandLine().getOut();
                    writer.println("%s: %d captures, %d bytes".formatted(out, packed, Files.size(out)));
                    writer.flush();
                    return 0;
                }));
    }
}
