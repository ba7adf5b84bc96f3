package org.annals.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Outcome;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.link.Attribution;
import org.annals.link.Linker;
import org.annals.link.PublicationKey;
import org.annals.report.Report;
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
        List<Long> addresses = database.list(
                "SELECT t.address FROM touched t WHERE EXISTS (SELECT 1 FROM capture c"
                        + " LEFT JOIN document d ON d.id = c.document WHERE c.address = t.address"
                        + " AND (d.content IS NOT NULL OR c.publication IS NOT NULL)) ORDER BY t.address",
                row -> row.number(1));
        if (!addresses.isEmpty()) {
            Linker linker = new Linker(governments());
            Set<Long> concerned = new LinkedHashSet<>();
            for (Long address : addresses) {
                attribute(address, linker, concerned);
            }
            // their names first: what has no capture any more goes
            Set<YearChecks.Year> concernedYears = years.of(concerned);
            // all of them first: a capture may have gone over from one to another
            for (Long publication : concerned) {
                forget(publication);
            }
            for (Long publication : concerned) {
                derive(publication);
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

    private List<Government> governments() throws CatalogException {
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

    private record Anchor(String at, String text) {}

    private record Carrying(
            long capture,
            String at,
            Optional<Long> publication,
            Optional<Long> content,
            String government,
            Optional<Outcome> outcome) {}

    /** Sets the publication of every capture of the address, and notes those that were or are concerned. */
    private void attribute(long address, Linker linker, Set<Long> concerned) throws CatalogException {
        String url = database.first("SELECT url FROM address WHERE id = ?", row -> row.text(1), address)
                .orElseThrow();
        List<Anchor> anchors = database.list(
                "SELECT fetched_at, anchor FROM visit WHERE address = ? AND anchor <> '' ORDER BY fetched_at, anchor",
                row -> new Anchor(row.text(1), row.text(2)),
                address);
        List<Carrying> carrying = database.list(
                "SELECT c.id, c.captured_at, c.publication, d.content, coalesce(c.government, ''), c.outcome FROM capture c"
                        + " LEFT JOIN document d ON d.id = c.document WHERE c.address = ?"
                        + " AND (d.content IS NOT NULL OR c.publication IS NOT NULL) ORDER BY c.id",
                row -> new Carrying(
                        row.number(1),
                        row.text(2),
                        row.optionalNumber(3),
                        row.optionalNumber(4),
                        row.text(5),
                        row.optionalText(6).flatMap(Outcome::ofCode)),
                address);
        for (Carrying capture : carrying) {
            capture.publication().ifPresent(concerned::add);
            Optional<Long> publication = Optional.empty();
            if (capture.content().isPresent() && isBelieved(capture)) {
                Report head = contents.head(capture.content().get());
                Attribution attribution = linker.attribute(head, capture.government(), nearest(anchors, capture.at()));
                publication = Optional.of(publication(attribution.at(url)));
                concerned.add(publication.get());
            }
            if (!publication.equals(capture.publication())) {
                database.update("UPDATE capture SET publication = ? WHERE id = ?", publication, capture.capture());
            }
        }
    }

    /**
     * Texts of the links that led to the address, those of the visit itself first, then earlier ones going back, then later ones: a known report is asked again
     * without a link, and an address may carry another year's report later.
     */
    private static List<String> nearest(List<Anchor> anchors, String at) {
        List<String> texts = new ArrayList<>();
        for (int i = anchors.size() - 1; i >= 0; i--) {
            if (anchors.get(i).at().compareTo(at) <= 0) {
                texts.add(anchors.get(i).text());
            }
        }
        for (Anchor anchor : anchors) {
            if (anchor.at().compareTo(at) > 0) {
                texts.add(anchor.text());
            }
        }
        return texts;
    }

    /** A page that the crawl took for a soft 404 or a challenge is a report only if it has a number. */
    private boolean isBelieved(Carrying capture) throws CatalogException {
        boolean doubted = capture.outcome()
                .map(o -> o == Outcome.SOFT_404 || o == Outcome.CHALLENGE)
                .orElse(false);
        return !doubted
                || database.first(
                                "SELECT 1 FROM cell WHERE content = ? AND state = 0",
                                row -> true,
                                capture.content().orElseThrow())
                        .isPresent();
    }

    private long publication(PublicationKey key) throws CatalogException {
        String id = Ids.publication(key);
        Optional<Long> known =
                database.first("SELECT id FROM publication WHERE publication_id = ?", row -> row.number(1), id);
        return known.isPresent()
                ? known.get()
                : database.insert(
                        "INSERT INTO publication (publication_id, government, publisher, fiscal_year, withdrawn)"
                                + " VALUES (?, ?, ?, ?, 0)",
                        id,
                        key.government(),
                        key.publisher(),
                        key.fiscalYear());
    }

    private void derive(long publication) throws CatalogException {
        List<Histories.Seen> seen = histories.of(publication);
        if (seen.isEmpty()) {
            database.update("DELETE FROM publication WHERE id = ?", publication);
            return;
        }
        TimeMap map = TimeMap.of(seen.stream().map(Histories.Seen::observation).toList());
        new HistoryWriter(database, publication, seen).write(map);
    }

    private void forget(long publication) throws CatalogException {
        for (String sql : List.of(
                "DELETE FROM year_check WHERE version IN (SELECT id FROM version WHERE publication = ?)",
                "DELETE FROM to_ask WHERE publication = ?",
                "DELETE FROM change WHERE revision IN (SELECT id FROM revision WHERE publication = ?)",
                "DELETE FROM revision WHERE publication = ?",
                "DELETE FROM carries WHERE version IN (SELECT id FROM version WHERE publication = ?)",
                "DELETE FROM version WHERE publication = ?")) {
            database.update(sql, publication);
        }
    }
}
