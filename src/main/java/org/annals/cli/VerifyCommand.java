package org.annals.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.annals.archive.Archive;
import org.annals.archive.Verified;
import org.annals.archive.Verifier;
import org.annals.catalog.CatalogException;
import org.annals.catalog.Compared;
import org.annals.catalog.ViewComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code annals verify}: whether every byte is as it was archived, and the catalogue what the archive gives. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Re-reads every archived byte and re-derives the catalogue; 0 only if all agrees.",
        description = {
            "",
            "Bytes: gzip members, records, digests, index.cdxj, the chain of commits. Catalogue: derived again into a temporary file, every row of every view "
                    + "compared. Each fault is named on stderr with file, offset and record, and the check goes on to the end; nothing is changed. All processors are used. "
                    + "A catalogue that has not taken in all of the archive yet, as after a kill, is said to be behind, and what it has is compared.",
            "",
            "--quick reads no WARC file: it checks the chain of commits, the length of every committed file, and that the index is sorted and points into the files.",
            ""
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ArchiveOption archive;

    @Option(names = "--quick", description = "check chain, lengths and index only")
    private boolean quick;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return CatalogReading.withArchive(spec, archive.folder(), opened -> {
            Optional<String> writer = Archive.writer(archive.folder());
            if (writer.isPresent()) {
                throw new UsageError("the archive " + archive.folder() + " is being written to by another annals ("
                        + writer.get() + "); verify it when that has ended");
            }
            if (quick) {
                return quick();
            }
            // beside each other: the one reads and digests, the other parses and writes
            FutureTask<Verdict> comparison = new FutureTask<>(() -> catalogue(opened));
            Thread comparing = new Thread(comparison, "catalogue-comparison");
            comparing.setDaemon(true);
            comparing.start();
            Verified verified =
                    Verifier.verify(archive.folder(), finding -> CatalogReading.say(spec, finding.toString()));
            Verdict catalogue = result(comparison);
            catalogue.faults().forEach(fault -> CatalogReading.say(spec, fault));
            PrintWriter out = spec.commandLine().getOut();
            out.println("read %d bytes in %s: %s, %s, %s"
                    .formatted(
                            verified.bytes(),
                            counted(verified.files(), "file"),
                            counted(verified.records(), "record"),
                            counted(verified.commits(), "commit"),
                            counted(verified.findings(), "fault")));
            out.println("catalogue: " + catalogue.summary());
            out.flush();
            return verified.findings() == 0 && catalogue.faults().isEmpty() ? 0 : 1;
        });
    }

    /** @param faults one line each, few of them however many rows differ */
    private record Verdict(String summary, List<String> faults) {}

    private static Verdict catalogue(Archive opened) throws IOException {
        List<String> faults = new ArrayList<>();
        String summary = "every row of every view is what the archive gives";
        try {
            Compared compared = ViewComparison.run(opened, faults::add);
            if (compared.behind()) {
                summary = "behind the archive, all that it has is what the archive gives";
                faults.add("the catalogue is behind the archive, " + lacking(compared)
                        + ", as after a kill; nothing is lost: the crawl given again or 'annals rebuild' takes it in");
            }
            if (compared.differing() > 0) {
                summary = counted(compared.differing(), "row") + (compared.differing() == 1 ? " is" : " are")
                        + " not what the archive gives; 'annals rebuild' derives it again";
            }
        } catch (CatalogException e) {
            summary = "cannot be read";
            faults.add(e.getMessage());
        }
        return new Verdict(summary, faults);
    }

    private static Verdict result(FutureTask<Verdict> comparison) throws IOException {
        try {
            return comparison.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the catalogue was derived");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String lacking(Compared compared) {
        return compared.captures() > 0
                ? counted(compared.captures(), "capture") + " not indexed yet"
                : "its last indexing did not come to its end";
    }

    private int quick() throws IOException {
        Verified verified = Verifier.quick(archive.folder(), finding -> CatalogReading.say(spec, finding.toString()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("quick check of %s with %d bytes, %s, %s: %s; the records were not read"
                .formatted(
                        counted(verified.files(), "file"),
                        verified.bytes(),
                        counted(verified.records(), "index line"),
                        counted(verified.commits(), "commit"),
                        counted(verified.findings(), "fault")));
        out.flush();
        return verified.findings() == 0 ? 0 : 1;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
