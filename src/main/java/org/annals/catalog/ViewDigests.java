package org.annals.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** SHA-256 over all rows of a view in order: equal for two catalogues whose views are equal, type by type and byte by byte. */
final class ViewDigests {
    private ViewDigests() {}

    /** Lower-case hex. */
    static String of(String view, Database database) throws CatalogException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<String> columns = columns(view, database);
            digest.update(String.join(",", columns).getBytes(StandardCharsets.UTF_8));
            String rows = columns.stream().map(ViewDigests::told).collect(Collectors.joining(" || "));
            database.each("SELECT " + rows + " FROM " + view + order(columns), row -> digest.update(row.bytes(1)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Sorts by every column, so that nothing is left to chance. */
    static String order(List<String> columns) {
        return columns.stream().map(ViewDigests::quoted).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }

    static List<String> columns(String view, Database database) throws CatalogException {
        try (Rows rows = database.rows("SELECT * FROM " + view + " LIMIT 0")) {
            return rows.columns();
        }
    }

    /** One text for each row: put together by SQLite, which is far quicker than to take column by column. Length and type keep neighbours apart. */
    private static String told(String column) {
        return "coalesce(typeof(%1$s) || octet_length(%1$s) || ':' || iif(typeof(%1$s) = 'real', quote(%1$s), %1$s), '-')"
                .formatted(quoted(column));
    }
}
