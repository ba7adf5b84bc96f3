package org.annals.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.check.CheckResult;
import org.annals.revision.Change;

/** Reads revisions with what changed in them and which checks failed before or after. */
final class Revisions {
    private static final String HEADS =
            "SELECT r.id, r.revision_id, b.publication_id, b.government, coalesce(g.name, b.government), b.publisher,"
                    + " b.fiscal_year, o.report_id, n.report_id, c.uuid, a.url, r.kind, r.detected_at"
                    + " FROM revision r JOIN publication b ON b.id = r.publication"
                    + " JOIN version o ON o.id = r.from_version LEFT JOIN version n ON n.id = r.to_version"
                    + " JOIN capture c ON c.id = r.to_capture JOIN address a ON a.id = c.address"
                    + " LEFT JOIN government g ON g.code = b.government";

    private final Database database;

    Revisions(Database database) {
        this.database = database;
    }

    /** Newest first. */
    List<DetectedRevision> list(RevisionChoice choice) throws CatalogException {
        return list(choice, Optional.empty(), -1);
    }

    /**
     * A part of the list.
     *
     * @param behind leaves out what stands up to that place
     * @param most below 0 for all
     */
    List<DetectedRevision> list(RevisionChoice choice, Optional<RevisionChoice.Place> behind, int most)
            throws CatalogException {
        RevisionChoice.Where where = choice.where(behind);
        List<Object> arguments = new ArrayList<>(where.arguments());
        arguments.add(most);
        return whole(database.list(
                HEADS + " WHERE " + where.sql() + " ORDER BY r.detected_at DESC, r.revision_id LIMIT ?",
                Revisions::head,
                arguments.toArray()));
    }

    Optional<DetectedRevision> of(String revisionId) throws CatalogException {
        return whole(database.list(HEADS + " WHERE r.revision_id = ?", Revisions::head, revisionId)).stream()
                .findFirst();
    }

    /** Of one publication, newest first. */
    List<DetectedRevision> ofPublication(String publicationId) throws CatalogException {
        return whole(database.list(
                HEADS + " WHERE b.publication_id = ? ORDER BY r.detected_at DESC, r.revision_id",
                Revisions::head,
                publicationId));
    }

    private record Head(long key, DetectedRevision revision) {}

    private static Head head(Row row) throws SQLException {
        return new Head(
                row.number(1),
                new DetectedRevision(
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.optionalInt(7),
                        row.text(8),
                        row.optionalText(9),
                        row.text(10),
                        row.text(11),
                        row.text(12),
                        Instant.parse(row.text(13)),
                        List.of(),
                        List.of()));
    }

    private List<DetectedRevision> whole(List<Head> heads) throws CatalogException {
        List<DetectedRevision> whole = new ArrayList<>();
        for (Head head : heads) {
            whole.add(head.revision().with(changes(head.key()), checks(head.revision())));
        }
        return whole;
    }

    private List<Change> changes(long revision) throws CatalogException {
        return database.list(
                "SELECT item, old_value, new_value FROM change WHERE revision = ? ORDER BY ordinal",
                row -> new Change(row.text(1), row.text(2), row.text(3)),
                revision);
    }

    /** Those that fail in the version before or in the version after. */
    private List<Difference.OfCheck> checks(DetectedRevision revision) throws CatalogException {
        if (revision.to().isEmpty() || revision.to().get().equals(revision.from())) {
            return List.of();
        }
        Map<String, CheckResult> before = checks(revision.from());
        Map<String, CheckResult> after = checks(revision.to().get());
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Difference.OfCheck> failing = new ArrayList<>();
        for (String key : keys) {
            Optional<CheckResult> one = Optional.ofNullable(before.get(key));
            Optional<CheckResult> other = Optional.ofNullable(after.get(key));
            if (fails(one) || fails(other)) {
                CheckResult any = one.or(() -> other).orElseThrow();
                failing.add(new Difference.OfCheck(any.code(), any.scope(), one, other));
            }
        }
        return failing;
    }

    private static boolean fails(Optional<CheckResult> check) {
        return check.filter(result -> result.status() == CheckResult.Status.FAIL)
                .isPresent();
    }

    /** By code, scope and, where several are run on one scope, their number. */
    private Map<String, CheckResult> checks(String report) throws CatalogException {
        Map<String, CheckResult> checks = new LinkedHashMap<>();
        for (CheckResult check : ReportChecks.of(database, report)) {
            int number = 0;
            while (checks.putIfAbsent(check.code() + "\n" + check.scope() + "\n" + number, check) != null) {
                number++;
            }
        }
        return checks;
    }
}
