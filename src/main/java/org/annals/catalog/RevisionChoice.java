package org.annals.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.annals.revision.RevisionKind;

/**
 * Which revisions somebody asks for; what is empty does not choose.
 *
 * @param since leaves out what was detected before
 * @param governments their codes
 * @param province of the government, as the seeds have it
 * @param item code of a field, or name of a section, that changed
 */
public record RevisionChoice(
        Optional<Instant> since,
        Set<RevisionKind> kinds,
        Set<String> governments,
        Optional<String> province,
        Optional<Integer> fiscalYear,
        Optional<String> item) {
    public RevisionChoice {
        Objects.requireNonNull(since);
        kinds = Set.copyOf(kinds);
        governments = Set.copyOf(governments);
        Objects.requireNonNull(province);
        Objects.requireNonNull(fiscalYear);
        Objects.requireNonNull(item);
    }

    public RevisionChoice(Optional<Instant> since, Set<RevisionKind> kinds, Set<String> governments) {
        this(since, kinds, governments, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A revision's place in the list, newest first: its time and its id. */
    public record Place(Instant detectedAt, String revisionId) {}

    /** Conditions of a query whose tables are revision r, publication b and government g, and their arguments. */
    record Where(String sql, List<Object> arguments) {}

    Where where(Optional<Place> behind) {
        List<String> conditions = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        since.ifPresent(time -> {
            conditions.add("r.detected_at >= ?");
            arguments.add(Times.text(time));
        });
        behind.ifPresent(place -> {
            String time = Times.text(place.detectedAt());
            conditions.add("r.detected_at <= ? AND (r.detected_at < ? OR r.revision_id > ?)");
            arguments.addAll(List.of(time, time, place.revisionId()));
        });
        if (!kinds.isEmpty()) {
            conditions.add("r.kind IN (" + marks(kinds.size()) + ")");
            kinds.stream().map(RevisionKind::code).sorted().forEach(arguments::add);
        }
        if (!governments.isEmpty()) {
            conditions.add("r.publication IN (SELECT id FROM publication WHERE government IN ("
                    + marks(governments.size()) + "))");
            governments.stream().sorted().forEach(arguments::add);
        }
        province.ifPresent(name -> {
            conditions.add("g.province = ?");
            arguments.add(name);
        });
        fiscalYear.ifPresent(year -> {
            conditions.add("b.fiscal_year = ?");
            arguments.add(year);
        });
        item.ifPresent(name -> {
            conditions.add("EXISTS (SELECT 1 FROM change x WHERE x.revision = r.id AND x.item = ?)");
            arguments.add(name);
        });
        return new Where(conditions.isEmpty() ? "1" : String.join(" AND ", conditions), arguments);
    }

    private static String marks(int number) {
        return String.join(",", Collections.nCopies(number, "?"));
    }
}
