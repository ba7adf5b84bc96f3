package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.annals.archive.Archive;
import org.annals.archive.Commit;
import org.annals.dataset.CommitChoice;
import org.annals.dataset.DataPackage;
import org.annals.dataset.Edition;
import org.annals.dataset.Exported;
import org.annals.dataset.Format;
import org.annals.dataset.Software;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals export}: a data package of the corpus as it stood at a commit. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Writes a data package of the corpus as it stood at a commit or time.",
        description = {
            "",
            "A Frictionless data package: publications, versions, values (long and wide), texts, checks, revisions, captures with WARC file and offset, coverage and the data "
                    + "dictionary, with datapackage.json, README.md, CITATION.cff and SHA256SUMS.",
            "",
            "The WARC files up to the commit are read and parsed again, so that a package shows what the corpus said then; what a crawl that has not ended has fetched does "
                    + "not count. The same commit and the same version of annals give the same bytes on any machine: 'annals reproduce' proves it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals export --out dataset-2026",
            "  annals export --out then --at 2026-03-31 --format csv,sqlite",
            "  annals export --out first --at 1"
        })
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder to make; it must not be there yet, or be empty")
    private Path out;

    @Option(
            names = "--at",
            paramLabel = "COMMIT|TIME",
            description =
                    "number of a commit from 1, the beginning of its id, a day (all of it, UTC) or a time: the last commit written then or before (default: the last)")
    private String at;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "csv, jsonl, parquet, sqlite, with commas between (default: all)")
    private List<String> formats = List.of();

    @Option(
            names = "--incomplete",
            description = "where the archive is damaged, export what can be read and name the rest in the package")
    private boolean incomplete;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Set<Format> chosen = chosen();
        return CatalogReading.withArchive(spec, archive.folder(), opened -> {
            List<Commit> all = opened.commits();
            List<Commit> commits = CommitChoice.upTo(all, at == null ? String.valueOf(all.size()) : at);
            if (at == null) {
                sayWhatDoesNotCount(opened);
            }
            Edition edition =
                    new Edition(commits, chosen, new Software(Version.number(), ReportParser.VERSION), incomplete);
            Exported exported = DataPackage.export(opened, edition, out);
            exported.damage().forEach(line -> CatalogReading.say(spec, line));
            if (!exported.isWritten()) {
                CatalogReading.say(
                        spec,
                        "nothing was written, for the archive is damaged; bring the files back from a copy, "
                                + "or export what can be read with --incomplete");
                return 1;
            }
            print(edition, exported);
            return exported.damage().isEmpty() ? 0 : 1;
        });
    }

    private Set<Format> chosen() {
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        for (String format : formats) {
            chosen.add(Format.of(format)
                    .orElseThrow(() -> new UsageError("no format '" + format
                            + "'; choose from csv, jsonl, parquet, sqlite, with commas between")));
        }
        return chosen.isEmpty() ? EnumSet.allOf(Format.class) : chosen;
    }

    private void sayWhatDoesNotCount(Archive opened) throws IOException {
        Optional<String> run =
                opened.unfinished().map(unfinished -> unfinished.run().value());
        run.ifPresent(id -> CatalogReading.say(
                spec, "the run " + id + " has not come to its end; what it fetched is not in the package"));
    }

    private void print(Edition edition, Exported exported) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(
                "%s: the corpus as of commit %d, %s (%s): %d publications, %d versions, %d values, %d revisions in %d files with %d bytes"
                        .formatted(
                                out,
                                edition.number(),
                                edition.commit().id().substring(0, 12),
                                edition.commit().finishedAt(),
                                exported.rows().get("publications"),
                                exported.rows().get("versions"),
                                exported.rows().get("values"),
                                exported.rows().get("revisions"),
                                exported.files(),
                                exported.bytes()));
        writer.flush();
    }
}
