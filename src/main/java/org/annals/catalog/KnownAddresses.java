package org.annals.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;

/** What earlier runs found worth asking again: the first pages of columns that led to reports, and reports. */
final class KnownAddresses {
    /** A capture that was taken in from another program may say none: then the one that its report is counted under. */
    private static final String GOVERNMENT = "coalesce(c.government, b.government)";

    private final Database database;

    KnownAddresses(Database database) {
        this.database = database;
    }

    private record Visited(String government, long address, String url) {}

    /** How an address was last reached from a page. */
    private record Step(Purpose purpose, Optional<Long> via, Optional<String> viaUrl) {}

    List<KnownAddress> list(boolean withWithdrawn) throws CatalogException {
        Set<KnownAddress> columns = new LinkedHashSet<>();
        Set<KnownAddress> reports = new LinkedHashSet<>();
        for (Visited report : reports()) {
            column(report).ifPresent(url -> columns.add(new KnownAddress(report.government(), url, Purpose.COLUMN)));
        }
        for (Visited report : toAsk(withWithdrawn)) {
            reports.add(new KnownAddress(report.government(), report.url(), Purpose.REPORT));
        }
        List<KnownAddress> all = new ArrayList<>(columns);
        all.addAll(reports);
        return all;
    }

    /**
     * All of them, withdrawn reports too, with when they were asked.
     *
     * @param government of one government only
     */
    List<KnownVisit> visits(Optional<String> government) throws CatalogException {
        Map<KnownAddress, Integer> columns = new LinkedHashMap<>();
        for (Visited report : government.isPresent() ? reports(government.get()) : reports()) {
            column(report)
                    .ifPresent(url ->
                            columns.merge(new KnownAddress(report.government(), url, Purpose.COLUMN), 1, Integer::sum));
        }
        List<KnownVisit> visits = new ArrayList<>();
        for (Map.Entry<KnownAddress, Integer> column : columns.entrySet()) {
            visit(column.getKey(), column.getValue()).ifPresent(visits::add);
        }
        for (Visited report : government.isPresent() ? toAsk(government.get()) : toAsk(true)) {
            visit(new KnownAddress(report.government(), report.url(), Purpose.REPORT), 0)
                    .ifPresent(visits::add);
        }
        return visits;
    }

    private Optional<KnownVisit> visit(KnownAddress known, int reports) throws CatalogException {
        String of = " FROM visit v JOIN address a ON a.id = v.address WHERE a.url = ? AND v.government = ?";
        Optional<String> changed = database.first(
                "SELECT f.captured_at FROM capture c JOIN address a ON a.id = c.address JOIN carries k ON k.capture = c.id"
                        + " JOIN version n ON n.id = k.version JOIN capture f ON f.id = n.capture WHERE a.url = ?"
                        + " ORDER BY c.captured_at DESC LIMIT 1",
                row -> row.text(1),
                known.url());
        Optional<String> answered = database.first(
                "SELECT v.fetched_at" + of + " AND v.outcome IN ('archived', 'unchanged', 'gone', 'soft_404')"
                        + " ORDER BY v.fetched_at DESC LIMIT 1",
                row -> row.text(1),
                known.url(),
                known.government());
        Optional<String> first =
                database.first("SELECT min(v.fetched_at)" + of, row -> row.text(1), known.url(), known.government());
        return database.first(
                "SELECT v.fetched_at, v.outcome" + of + " ORDER BY v.fetched_at DESC, v.id DESC LIMIT 1",
                row -> new KnownVisit(
                        known,
                        Instant.parse(changed.or(() -> first).orElse(row.text(1))),
                        Instant.parse(row.text(1)),
                        answered.map(Instant::parse),
                        row.text(2),
                        reports),
                known.url(),
                known.government());
    }

    private List<Visited> reports() throws CatalogException {
        return database.list(
                "SELECT DISTINCT " + GOVERNMENT + " AS g, a.id, a.url FROM capture c JOIN address a ON a.id = c.address"
                        + " JOIN publication b ON b.id = c.publication WHERE g <> '' ORDER BY g, a.url",
                row -> new Visited(row.text(1), row.number(2), row.text(3)));
    }

    private List<Visited> toAsk(boolean withWithdrawn) throws CatalogException {
        return database.list(
                "SELECT DISTINCT " + GOVERNMENT
                        + " AS g, a.id, a.url FROM to_ask t JOIN capture c ON c.address = t.address"
                        + " JOIN address a ON a.id = t.address JOIN publication b ON b.id = t.publication"
                        + " WHERE c.publication = t.publication AND g <> '' AND b.withdrawn <= ? ORDER BY g, a.url",
                row -> new Visited(row.text(1), row.number(2), row.text(3)),
                withWithdrawn ? 1 : 0);
    }

    /** Captures that carry a report, of one government: those made in its crawl and, of those that say no crawl, those counted under it. */
    private static final String REPORTS_OF_ONE =
            "(SELECT publication, address FROM capture WHERE government = ?1 AND publication IS NOT NULL"
                    + " UNION SELECT c.publication, c.address FROM publication b JOIN capture c ON c.publication = b.id"
                    + " WHERE b.government = ?1 AND c.government IS NULL)";

    private List<Visited> reports(String government) throws CatalogException {
        return database.list(
                "SELECT DISTINCT ?1, a.id, a.url FROM " + REPORTS_OF_ONE
                        + " c JOIN address a ON a.id = c.address ORDER BY a.url",
                row -> new Visited(row.text(1), row.number(2), row.text(3)),
                government);
    }

    private List<Visited> toAsk(String government) throws CatalogException {
        return database.list(
                "SELECT DISTINCT ?1, a.id, a.url FROM " + REPORTS_OF_ONE
                        + " c JOIN to_ask t ON t.publication = c.publication AND t.address = c.address"
                        + " JOIN address a ON a.id = c.address ORDER BY a.url",
                row -> new Visited(row.text(1), row.number(2), row.text(3)),
                government);
    }

    /** The page that listed the report, gone back over further pages of the list, redirects and pages in front of files. */
    private Optional<String> column(Visited report) throws CatalogException {
        long address = report.address();
        Set<Long> passed = new HashSet<>();
        Map<Long, String> urls = new HashMap<>();
        while (passed.add(address)) {
            Optional<Step> step = stepTo(report.government(), address);
            boolean onTheWay = step.isPresent()
                    && step.get().via().isPresent()
                    && (passed.size() == 1
                            || step.get().purpose() == Purpose.PAGER
                            || step.get().purpose() == Purpose.REPORT);
            if (!onTheWay) {
                break;
            }
            address = step.get().via().get();
            urls.put(address, step.get().viaUrl().orElseThrow());
        }
        return Optional.ofNullable(urls.get(address)).filter(url -> !url.equals(report.url()));
    }

    private Optional<Step> stepTo(String government, long address) throws CatalogException {
        return database.first(
                "SELECT v.purpose, v.via, a.url FROM visit v LEFT JOIN address a ON a.id = v.via"
                        + " WHERE v.address = ? AND v.government = ?"
                        // one that was asked because it was known has no page that led to it
                        + " ORDER BY v.via IS NULL, v.fetched_at DESC, v.purpose DESC LIMIT 1",
                row -> new Step(
                        Purpose.ofCode(row.text(1)).orElse(Purpose.OTHER), row.optionalNumber(2), row.optionalText(3)),
                address,
                government);
    }
}
