package org.annals.catalog;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.annals.revision.TimeMap;

/**
 * Derives publications, versions and revisions for the touched addresses. What comes out depends only on the facts: each publication concerned is derived from
 * all captures of all its addresses, however many of them are new.
 */
final class Publications {
    private final Database database;
    private final ContentStore contents;
    private final Histories histories;
    private final YearChecks years;

    Publications(Database database, ContentStore contents) {
        this.database = database;
        this.contents = contents;
        this.histories = new Histories(database, contents);
        this.years = new YearChecks(database, contents);
    }

    /** Within a transaction of the caller. */
    void derive() throws CatalogException {
        touchWhatRedirectsHere();
        touchFilesOfReports();
        List<Long> addresses = database.list(
                "SELECT t.address FROM touched t WHERE EXISTS (SELECT 1 FROM capture c"
                        + " LEFT JOIN document d ON d.id = c.document WHERE c.address = t.address"
                        + " AND (d.content IS NOT NULL OR c.publication IS NOT NULL)) ORDER BY t.address",
                row -> row.number(1));
        if (!addresses.isEmpty()) {
            Attributions attributions = new Attributions(database, contents);
            Set<Long> claims = new LinkedHashSet<>();
            Set<Long> concerned = new LinkedHashSet<>();
            for (Long address : addresses) {
                attributions.attribute(address, claims, concerned);
            }
            Claims settling = new Claims(database, histories, attributions);
            Set<Long> toldApart = new HashSet<>();
            for (Long claim : claims) {
                settling.settle(claim, concerned, toldApart);
            }
            // their names first: what has no capture any more goes
            Set<YearChecks.Year> concernedYears = years.of(concerned);
            // all of them first: a capture may have gone over from one to another
            for (Long publication : concerned) {
                forget(publication);
            }
            for (Long publication : concerned) {
                derive(publication, toldApart.contains(publication));
            }
            years.check(concernedYears);
        }
        database.update("DELETE FROM touched");
    }

    /** An address that redirects is as gone as what it leads to. */
    private void touchWhatRedirectsHere() throws CatalogException {
        database.update("WITH RECURSIVE up (address) AS (SELECT address FROM touched UNION"
                + " SELECT v.via FROM up JOIN visit v ON v.address = up.address WHERE v.via IS NOT NULL AND EXISTS"
                + " (SELECT 1 FROM capture c WHERE c.address = v.via AND c.status BETWEEN 300 AND 399))"
                + " INSERT OR IGNORE INTO touched SELECT address FROM up");
    }

    /** Whose a file is may be said by the links to the page that it hangs on. */
    private void touchFilesOfReports() throws CatalogException {
        database.update("WITH RECURSIVE down (address) AS (SELECT address FROM touched UNION"
                + " SELECT v.address FROM down JOIN visit v ON v.via = down.address WHERE v.purpose = 'report' AND EXISTS"
                + " (SELECT 1 FROM visit x WHERE x.address = down.address AND (x.purpose = 'report' OR x.anchor LIKE '%20__年%报告%')) UNION"
                + " SELECT k.address FROM down JOIN link k ON k.via = down.address WHERE EXISTS"
                + " (SELECT 1 FROM link x WHERE x.address = down.address))"
                + " INSERT OR IGNORE INTO touched SELECT address FROM down");
    }

    private void derive(long publication, boolean toldApart) throws CatalogException {
        List<Histories.Seen> seen = histories.of(publication);
        if (seen.isEmpty()) {
            database.update("DELETE FROM publication WHERE id = ?", publication);
            return;
        }
        TimeMap map = TimeMap.of(seen.stream().map(Histories.Seen::observation).toList());
        new HistoryWriter(database, publication, seen, toldApart).write(map);
    }

    private void forget(long publication) throws CatalogException {
        for (String sql : List.of(
                "DELETE FROM year_check WHERE version IN (SELECT id FROM version WHERE publication = ?)",
                "DELETE FROM rendition_check WHERE version IN (SELECT id FROM version WHERE publication = ?)",
                "DELETE FROM to_ask WHERE publication = ?",
                "DELETE FROM change WHERE revision IN (SELECT id FROM revision WHERE publication = ?)",
                "DELETE FROM revision WHERE publication = ?",
                "DELETE FROM carries WHERE version IN (SELECT id FROM version WHERE publication = ?)",
                "DELETE FROM version WHERE publication = ?")) {
            database.update(sql, publication);
        }
    }
}
