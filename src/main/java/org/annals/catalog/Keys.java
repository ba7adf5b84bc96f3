package org.annals.catalog;

import java.util.Optional;

/** Keys of texts that stand once in a table of their own. */
final class Keys {
    private Keys() {}

    /** @return the key of the row that has this text, made if there is none */
    static long of(Database database, String table, String column, String text) throws CatalogException {
        Optional<Long> known =
                database.first("SELECT id FROM " + table + " WHERE " + column + " = ?", row -> row.number(1), text);
        return known.isPresent()
                ? known.get()
                : database.insert("INSERT INTO " + table + " (" + column + ") VALUES (?)", text);
    }
}
