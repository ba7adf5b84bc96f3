package org.annals.catalog;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Compares a view of two catalogues row by row. */
final class RowComparison {
    /** After so many differing rows of one view the rest of it is only counted. */
    private static final int NAMED_IN_A_VIEW = 20;

    private RowComparison() {}

    /** @return how many rows differ; the first of them are named to the sink */
    static long run(String view, Database kept, Database again, Consumer<String> sink) throws IOException {
        long differing = 0;
        try (Rows keptRows = sorted(view, kept);
                Rows againRows = sorted(view, again)) {
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

    private static Rows sorted(String view, Database database) throws CatalogException {
        return database.rows("SELECT * FROM " + view + ViewDigests.order(ViewDigests.columns(view, database)));
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
