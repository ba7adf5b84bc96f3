package org.annals.catalog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.annals.archive.Archive;

/**
 * Derives the catalogue again from the archive and compares every row of every view: by the digests of whole views, of which those of the catalogue that is there are
 * reckoned while the other is derived, and row by row where these differ.
 */
public final class ViewComparison {
    /** The view that has most of the rows. */
    private static final String LARGEST = "v_value";

    private ViewComparison() {}

    /**
     * A catalogue that is behind its archive is compared as it would be after catching up: what it lacks is no fault, and what it has must still be right.
     *
     * @param sink gets one line for each row that differs, naming view and row
     * @throws CatalogException if the catalogue cannot be read
     */
    public static Compared run(Archive archive, Consumer<String> sink) throws IOException {
        return run(archive.folder(), new ArchiveRecords(archive), Parsing.CURRENT, sink);
    }

    static Compared run(Path folder, RecordSource source, Parsing parsing, Consumer<String> sink) throws IOException {
        Path file = folder.resolve(Indexer.FILE);
        if (!Files.exists(file)) {
            throw new CatalogException(
                    "no catalogue in " + folder + "; 'annals rebuild' derives it from the WARC files");
        }
        Path directory = Files.createTempDirectory("annals-verify");
        Path derived = directory.resolve(Indexer.FILE);
        Path copy = directory.resolve("caught-up.sqlite");
        ExecutorService beside = Executors.newFixedThreadPool(2);
        try {
            Future<Kept> keeping = beside.submit(() -> kept(file, copy, source, parsing));
            Indexer.derive(source, parsing, derived);
            Future<Map<String, String>> largest = beside.submit(() -> digests(derived, List.of(LARGEST)));
            Map<String, String> again = digests(
                    derived,
                    Schema.VIEWS.stream().filter(view -> !view.equals(LARGEST)).toList());
            again.putAll(result(largest));
            Kept kept = result(keeping);
            List<String> differing = Schema.VIEWS.stream()
                    .filter(view -> !again.get(view).equals(kept.digests().get(view)))
                    .toList();
            return new Compared(
                    rows(kept.file(), derived, differing, sink),
                    kept.lacking().isPresent(),
                    kept.lacking().map(Indexed::captures).orElse(0L));
        } finally {
            end(beside);
            Indexer.delete(derived);
            Indexer.delete(copy);
            Files.delete(directory);
        }
    }

    /** What is still at work after a fault must not write into files that are deleted. */
    private static void end(ExecutorService beside) {
        beside.shutdown();
        try {
            beside.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The catalogue as it is to be compared.
     *
     * @param lacking what it took in first; empty where it was not behind
     */
    private record Kept(Path file, Optional<Indexed> lacking, Map<String, String> digests) {}

    private static Kept kept(Path file, Path copy, RecordSource source, Parsing parsing) throws IOException {
        return isBehind(file, source)
                ? new Kept(copy, Optional.of(caughtUp(file, copy, source, parsing)), digests(copy, Schema.VIEWS))
                : new Kept(file, Optional.empty(), digests(file, Schema.VIEWS));
    }

    private static Map<String, String> digests(Path file, List<String> views) throws IOException {
        try (Database database = Database.open(file, Database.Mode.READ)) {
            Map<String, String> digests = new HashMap<>();
            for (String view : views) {
                digests.put(view, ViewDigests.of(view, database));
            }
            return digests;
        }
    }

    /** Row by row, but only the views that differ. */
    private static long rows(Path file, Path derived, List<String> views, Consumer<String> sink) throws IOException {
        try (Database kept = Database.open(file, Database.Mode.READ);
                Database again = Database.open(derived, Database.Mode.READ)) {
            long differing = 0;
            for (String view : views) {
                differing += RowComparison.run(view, kept, again, sink);
            }
            return differing;
        }
    }

    private static <T> T result(Future<T> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the catalogue was compared");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether records were written since the catalogue was brought up to date last, or that did not come to its end. */
    private static boolean isBehind(Path file, RecordSource source) throws IOException {
        try (Database kept = Database.open(file, Database.Mode.READ)) {
            if (Schema.versionOf(kept) != Schema.VERSION) {
                return false;
            }
            for (String warc : source.files()) {
                long indexed = kept.first("SELECT indexed_to FROM warc_file WHERE path = ?", row -> row.number(1), warc)
                        .orElse(0L);
                if (source.length(warc) > indexed) {
                    return true;
                }
            }
            return kept.first("SELECT 1 FROM touched LIMIT 1", row -> true).isPresent();
        }
    }

    /** The catalogue itself is left as it is: a copy takes in what it lacks. */
    private static Indexed caughtUp(Path file, Path copy, RecordSource source, Parsing parsing) throws IOException {
        try (Database kept = Database.open(file, Database.Mode.READ)) {
            kept.update("VACUUM INTO ?", copy.toString());
        }
        try (Database database = Database.open(copy, Database.Mode.BUILD)) {
            return new Indexing(database, source, parsing).run();
        } catch (CatalogException e) {
            throw new CatalogException(
                    "catalogue " + file + " is behind the archive, and a copy of it could not take in the rest ("
                            + e.getMessage() + "); 'annals rebuild' derives it again",
                    e);
        }
    }
}
