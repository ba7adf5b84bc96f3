package org.annals.catalog;

import java.util.List;
import org.annals.government.Government;
import org.annals.government.Level;

/** The governments that the archived seeds files state. */
final class Governments {
    private Governments() {}

    static List<Government> list(Database database) throws CatalogException {
        return database.list(
                "SELECT code, name, level, province, parent, portal_url, report_list_url FROM government ORDER BY code",
                row -> new Government(
                        row.text(1),
                        row.text(2),
                        Level.ofCode(row.text(3)).orElseThrow(),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.text(7)));
    }
}
