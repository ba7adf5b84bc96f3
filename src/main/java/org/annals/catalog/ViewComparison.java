package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.annals.archive.Archive;

/** Derives the catalogue again from the archive and compares every row of every view. */
public final class ViewComparison {
    /** After so many differing rows of one view the rest of it is only counted. */
    private static final int NAMED_IN_A_VIEW = 20;

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
        try {
            Optional<Indexed> lacking = Optional.empty();
            if (isBehind(file, source)) {
                lacking = Optional.of(caughtUp(file, copy, source, parsing));
            }
            Indexer.derive(source, parsing, derived);
            long differing = 0;
            try (Database kept = Database.open(lacking.isPresent() ? copy : file, Database.Mode.READ);
                    Database again = Database.open(derived, Database.Mode.READ)) {
                for (String view : Schema.VIEWS) {
                    differing += compare(view, kept, again, sink);
                }
            }
            return new Compared(
                    differing,
                    lacking.isPresent(),
                    lacking.map(Indexed::captures).orElse(0L));
        } finally {
            Indexer.delete(derived);
            Indexer.delete(copy);
            Files.delete(directory);
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

    private static long compare(String view, Database kept, Database again, Consumer<String> sink) throws IOException {
        long differing = 0;
        try (Rows keptRows = kept.rows(sorted(view, kept));
                Rows againRows = again.rows(sorted(view, again))) {
            List<String> columns = againRows.columns();
            if (!columns.equals(keptRows.columns())) {
                sink.accept(view + ": columns are " + keptRows.columns() + ", should be " + columns);
                return 1;
            }
            List<Object> here = keptRows.next();
            List<Object> there = againRows.next();
            while (here != null || there != null) {
                int order = here == null ? 1 : there == null ? -1 : order(here, there);
                if (order != 0) {
                    differing++;
                    if (differing <= NAMED_IN_A_VIEW) {
                        sink.accept(view + ": "
                                + (order < 0 ? "the archive does not give " : "missing ")
                                + shown(columns, order < 0 ? here : there));
                    }
                }
                here = order <= 0 ? keptRows.next() : here;
                there = order >= 0 ? againRows.next() : there;
            }
        }
        if (differing > NAMED_IN_A_VIEW) {
            sink.accept(view + ": and " + (differing - NAMED_IN_A_VIEW) + " more rows");
        }
        return differing;
    }

    private static String sorted(String view, Database database) throws CatalogException {
        try (Rows rows = database.rows("SELECT * FROM " + view + " LIMIT 0")) {
            StringJoiner columns = new StringJoiner(", ");
            for (int i = 1; i <= rows.columns().size(); i++) {
                columns.add(String.valueOf(i));
            }
            return "SELECT * FROM " + view + " ORDER BY " + columns;
        }
    }

    /** SQLite's own order: null before numbers before texts; texts by their bytes. */
    private static int order(List<Object> here, List<Object> there) {
        for (int i = 0; i < here.size(); i++) {
            int order = order(here.get(i), there.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int order(Object here, Object there) {
        if (Objects.equals(here, there)) {
            return 0;
        }
        int rank = Integer.compare(rank(here), rank(there));
        if (rank != 0) {
            return rank;
        }
        if (here instanceof Number a && there instanceof Number b) {
            return Decimals.fromColumn(a).compareTo(Decimals.fromColumn(b));
        }
        return compareCodePoints(here.toString(), there.toString());
    }

    /** UTF-8 bytes sort as code points do, UTF-16 units do not. */
    private static int compareCodePoints(String here, String there) {
        int[] a = here.codePoints().toArray();
        int[] b = there.codePoints().toArray();
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return Integer.compare(a[i], b[i]);
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int rank(Object value) {
        return value == null ? 0 : value instanceof Number ? 1 : 2;
    }

    private static String shown(List<String> columns, List<Object> row) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < columns.size(); i++) {
            String value = String.valueOf(row.get(i)).replaceAll("\\s+", " ");
            text.add(columns.get(i) + "=" + (value.length() > 80 ? value.substring(0, 79) + "…" : value));
        }
        return text.toString();
    }
}
