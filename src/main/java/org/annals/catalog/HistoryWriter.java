package org.annals.catalog;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.revision.Change;
import org.annals.revision.Mismatch;
import org.annals.revision.Revision;
import org.annals.revision.TimeMap;
import org.annals.revision.Version;

/** Writes one publication's time map into the derived tables. */
final class HistoryWriter {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Scope of the check of a report that goes by a name which another body's report has as well. */
    private static final String PUBLISHER = "publisher";

    private final Database database;
    private final boolean toldApart;
    private final long publication;
    private final Map<String, Histories.Seen> captures = new HashMap<>();
    private final Map<String, Long> addresses = new HashMap<>();
    private final Map<Integer, Long> versions = new HashMap<>();
    private int checks;

    /** @param toldApart whether only the site says the publisher, and another body's report goes by the same name */
    HistoryWriter(Database database, long publication, List<Histories.Seen> seen, boolean toldApart) {
        this.toldApart = toldApart;
        this.database = database;
        this.publication = publication;
        for (Histories.Seen one : seen) {
            captures.put(one.observation().capture(), one);
            addresses.put(one.observation().url(), one.address());
        }
    }

    void write(TimeMap map) throws CatalogException {
        String id = database.first(
                        "SELECT publication_id FROM publication WHERE id = ?", row -> row.text(1), publication)
                .orElseThrow();
        database.update("UPDATE publication SET withdrawn = ? WHERE id = ?", map.withdrawn() ? 1 : 0, publication);
        for (Version version : map.versions()) {
            long key = database.insert(
                    "INSERT INTO version (publication, number, report_id, capture, is_latest) VALUES (?, ?, ?, ?, ?)",
                    publication,
                    version.number(),
                    Ids.report(id, firstArchived(version)),
                    captures.get(version.captures().get(0)).capture(),
                    version.number() == map.versions().size() ? 1 : 0);
            versions.put(version.number(), key);
            for (String capture : version.captures()) {
                database.update(
                        "INSERT INTO carries (capture, version) VALUES (?, ?)",
                        captures.get(capture).capture(),
                        key);
            }
        }
        for (Revision revision : map.revisions()) {
            write(id, revision);
        }
        for (Mismatch mismatch : map.mismatches()) {
            for (Change value : mismatch.values()) {
                Optional<BigDecimal> one = number(value.oldValue());
                Optional<BigDecimal> other = number(value.newValue());
                check(mismatch.one(), value.item(), other, one);
                check(mismatch.other(), value.item(), one, other);
            }
        }
        if (toldApart) {
            for (Version version : map.versions()) {
                check(version.number(), PUBLISHER, Optional.empty(), Optional.empty());
            }
        }
        for (String url : map.toAsk()) {
            database.update("INSERT INTO to_ask (publication, address) VALUES (?, ?)", publication, addresses.get(url));
        }
    }

    /** Not the first in time: an older capture that is taken in later must not change what a version is called. */
    private String firstArchived(Version version) {
        return version.captures().stream()
                .map(captures::get)
                .min(Comparator.comparing(Histories.Seen::file).thenComparing(Histories.Seen::offset))
                .orElseThrow()
                .observation()
                .capture();
    }

    /** What another rendition says is what is expected, without a claim that it is right. */
    private void check(int version, String scope, Optional<BigDecimal> expected, Optional<BigDecimal> actual)
            throws CatalogException {
        database.update(
                "INSERT INTO rendition_check (version, ordinal, scope, expected, actual) VALUES (?, ?, ?, ?, ?)",
                versions.get(version),
                checks++,
                scope,
                expected.map(Decimals::toColumn),
                actual.map(Decimals::toColumn));
    }

    private static Optional<BigDecimal> number(String word) {
        return NUMBER.matcher(word).matches() ? Optional.of(new BigDecimal(word)) : Optional.empty();
    }

    private void write(String id, Revision revision) throws CatalogException {
        long key = database.insert(
                "INSERT INTO revision (revision_id, publication, from_version, to_version, to_capture, kind, detected_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Ids.revision(id, revision),
                publication,
                versions.get(revision.from()),
                revision.to().isPresent() ? versions.get(revision.to().getAsInt()) : Optional.empty(),
                captures.get(revision.toCapture()).capture(),
                revision.kind().code(),
                Times.text(revision.detectedAt()));
        int ordinal = 0;
        for (Change change : revision.changes()) {
            database.update(
                    "INSERT INTO change (revision, ordinal, item, old_value, new_value) VALUES (?, ?, ?, ?, ?)",
                    key,
                    ordinal++,
                    change.item(),
                    change.oldValue(),
                    change.newValue());
        }
    }
}
