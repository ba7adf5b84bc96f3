package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.annals.archive.Archive;
import org.annals.archive.Finding;
import org.annals.archive.ImportListener;
import org.annals.archive.Imported;
import org.annals.archive.Importing;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexed;
import org.annals.catalog.Indexer;
import org.annals.crawl.SeedsFile;
import org.annals.government.Government;
import org.annals.link.GovernmentHosts;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals import}: captures that other crawlers made. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Takes in WARC, WARC.gz or WACZ files made by other crawlers.",
        description = {
            "",
            "Captures of web addresses are written again as records of this archive, with their own dates and with file, offset and record that they come from. They take "
                    + "part in versions and revisions in order of time, and a crawl does not ask for their reports again. What the archive has already, by address, second "
                    + "and payload, is passed by: the same import a second time changes nothing.",
            "",
            "What can be read of a damaged file is read; what cannot is named on stderr with file, offset and reason, and the exit code is 1 (2 where a file is none "
                    + "of these at all).",
            "",
            "Whose a capture is, is told by the host of its address, from the seeds files of earlier crawls and those given here, and by the publisher that the report names. "
                    + "Without either a report is kept all the same.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals import portal-2019.warc.gz portal-2020.wacz",
            "  annals import --seeds seeds/provinces.csv --archive my-archive *.warc.gz"
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "WARC, WARC.gz or WACZ files")
    private List<Path> files;

    @Option(
            names = "--seeds",
            paramLabel = "FILE",
            description = "CSV file of governments, archived with the import; may be given again (see seeds/README.md)")
    private List<Path> seeds = List.of();

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    /** Whether a file as a whole is none that is read here. */
    private boolean unreadable;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new UsageError("no file " + file);
            }
        }
        List<Government> governments = new ArrayList<>();
        Map<String, byte[]> seedsFiles = new LinkedHashMap<>();
        boolean sound = true;
        if (!seeds.isEmpty()) {
            SeedsInput input = SeedsInput.read(seeds);
            input.problems().forEach(problem -> CatalogReading.say(spec, problem));
            sound = input.problems().isEmpty();
            governments.addAll(input.governments());
            for (SeedsFile file : input.files()) {
                seedsFiles.put(file.name(), file.csv());
            }
        }
        AtomicReference<Importing> running = new AtomicReference<>();
        try (Interruption interruption = Interruption.stopping(() -> stop(running.get()));
                Archive opened = Archive.openForWriting(archive.folder())) {
            opened.repairs().forEach(repair -> CatalogReading.say(spec, repair));
            GovernmentHosts hosts = new GovernmentHosts(known(opened, governments));
            try (ByteProgress progress = new ByteProgress(spec.commandLine().getErr());
                    Importing importing = new Importing(
                            opened,
                            Map.of("software", "annals/" + Version.number()),
                            seedsFiles,
                            hosts::of,
                            Clock.systemUTC(),
                            listener(progress))) {
                running.set(importing);
                interruption.listen();
                importing.files(files);
                progress.at("bringing the catalogue up to date", 0, 0);
                Imported imported = importing.finish(ReportParser.VERSION);
                Indexed indexed = Indexer.catchUp(opened);
                progress.pause();
                indexed.faults().forEach(fault -> CatalogReading.say(spec, fault));
                print(imported, indexed);
                if (unreadable) {
                    return 2;
                }
                return sound && imported.failures() == 0 && indexed.faults().isEmpty() ? 0 : 1;
            } catch (CancellationException e) {
                CatalogReading.say(spec, "interrupted; the same command takes in the rest");
                return 130;
            }
        }
    }

    private static void stop(Importing importing) {
        if (importing != null) {
            importing.stop();
        }
    }

    /** Those given here first, since they are the newest word. */
    private List<Government> known(Archive opened, List<Government> given) throws IOException {
        Map<String, Government> byCode = new LinkedHashMap<>();
        given.forEach(government -> byCode.put(government.code(), government));
        Indexer.catchUp(opened);
        try (Catalog catalog = Catalog.open(opened.folder())) {
            catalog.governments().forEach(government -> byCode.putIfAbsent(government.code(), government));
        }
        return List.copyOf(byCode.values());
    }

    private ImportListener listener(ByteProgress progress) {
        return new ImportListener() {
            @Override
            public void problem(Finding finding) {
                progress.pause();
                unreadable |= finding.offset() < 0;
                CatalogReading.say(spec, finding.toString());
            }

            @Override
            public void reading(String name, long read, long length) {
                progress.at(name, read, length);
            }
        };
    }

    private void print(Imported imported, Indexed indexed) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "%d captures taken in (%d with a payload that was there), %d known already, %d other records left out, %d not read%s"
                        .formatted(
                                imported.taken(),
                                imported.revisits(),
                                imported.known(),
                                imported.leftOut(),
                                imported.failures(),
                                imported.run().map(run -> "; run " + run).orElse("; nothing written")));
        if (imported.run().isPresent()) {
            out.println("%d payloads parsed".formatted(indexed.parsed()));
        }
        out.flush();
    }
}
