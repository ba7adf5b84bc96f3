package org.annals.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.annals.check.CheckResult;
import org.annals.check.Checks;
import org.annals.report.Report;

/**
 * Checks between the reports of one publisher for two years that follow each other: each version of the later year against the latest version of the earlier one.
 * Both years must be known and the publisher named; where several reports of a year go by one name, none of them is compared. Where no report of the earlier year
 * has the name, a government's own report is compared with its own of that year, whatever the name was then, if each year has one such report.
 */
final class YearChecks {
    private final Database database;
    private final ContentStore contents;

    YearChecks(Database database, ContentStore contents) {
        this.database = database;
        this.contents = contents;
    }

    /** One publisher's fiscal year. */
    record Year(String government, String publisher, int fiscalYear) {
        Year before() {
            return new Year(government, publisher, fiscalYear - 1);
        }

        Year after() {
            return new Year(government, publisher, fiscalYear + 1);
        }
    }

    Set<Year> of(Set<Long> publications) throws CatalogException {
        Set<Year> years = new LinkedHashSet<>();
        for (Long publication : publications) {
            database.first(
                            "SELECT government, publisher, fiscal_year FROM publication WHERE id = ?"
                                    + " AND fiscal_year IS NOT NULL AND publisher <> ''",
                            row -> new Year(row.text(1), row.text(2), (int) row.number(3)),
                            publication)
                    .ifPresent(years::add);
        }
        return years;
    }

    /** Checks these years, and those after them, again; also where the government's own report goes by another name. */
    void check(Set<Year> changed) throws CatalogException {
        Set<Year> concerned = new LinkedHashSet<>(changed);
        for (Year year : changed) {
            concerned.add(year.after());
            concerned.addAll(own(year));
            concerned.addAll(own(year.after()));
        }
        for (Year year : concerned) {
            check(year);
        }
    }

    private void check(Year year) throws CatalogException {
        List<VersionContent> before = versions(year.before(), true);
        if (before.isEmpty() && own(year).equals(List.of(year))) {
            List<Year> renamed = own(year.before());
            before = renamed.size() == 1 ? versions(renamed.get(0), true) : List.of();
        }
        boolean comparable = before.size() == 1 && versions(year, true).size() == 1;
        for (VersionContent version : versions(year, false)) {
            database.update("DELETE FROM year_check WHERE version = ?", version.version());
            if (comparable) {
                Report earlier = contents.figures(before.get(0).content());
                store(version.version(), Checks.across(earlier, contents.figures(version.content())));
            }
        }
    }

    /** The government's own reports of that year, one for each publication. What is taken for a zone's own may be that of one of its offices. */
    private List<Year> own(Year year) throws CatalogException {
        return database.list(
                "SELECT b.publisher FROM publication b LEFT JOIN government g ON g.code = b.government"
                        + " WHERE b.government = ? AND b.fiscal_year = ? AND b.publisher <> ''"
                        + " AND (g.level IS NOT 'zone' OR b.publisher NOT LIKE '%局')"
                        + " AND EXISTS (SELECT 1 FROM capture c WHERE c.publication = b.id AND c.own = 1)"
                        + " ORDER BY b.publication_id",
                row -> new Year(year.government(), row.text(1), year.fiscalYear()),
                year.government(),
                year.fiscalYear());
    }

    private record VersionContent(long version, long content) {}

    private List<VersionContent> versions(Year year, boolean latestOnly) throws CatalogException {
        return database.list(
                "SELECT v.id, d.content FROM publication b JOIN version v ON v.publication = b.id"
                        + " JOIN capture c ON c.id = v.capture JOIN document d ON d.id = c.document"
                        + " WHERE b.government = ? AND b.publisher = ? AND b.fiscal_year = ? AND v.is_latest >= ?",
                row -> new VersionContent(row.number(1), row.number(2)),
                year.government(),
                year.publisher(),
                year.fiscalYear(),
                latestOnly ? 1 : 0);
    }

    private void store(long version, List<CheckResult> checks) throws CatalogException {
        int ordinal = 0;
        for (CheckResult check : checks) {
            database.update(
                    "INSERT INTO year_check (version, ordinal, code, scope, status, expected, actual)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    version,
                    ordinal++,
                    check.code(),
                    check.scope(),
                    check.status().name().toLowerCase(Locale.ROOT),
                    check.expected().map(Decimals::toColumn),
                    check.actual().map(Decimals::toColumn));
        }
    }
}
