package org.annals.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.annals.capture.Purpose;
import org.annals.catalog.KnownVisit;
import org.annals.policy.Due;
import org.annals.policy.RevisitPolicy;

/** When known addresses are due, by the policy and what the catalogue knows of them. */
final class Agenda {
    private Agenda() {}

    static Due due(KnownVisit visit) {
        LocalDate asked = RevisitPolicy.day(visit.askedAt());
        Due due = visit.address().purpose() == Purpose.COLUMN
                ? RevisitPolicy.column(asked)
                : RevisitPolicy.report(RevisitPolicy.day(visit.changedAt()), asked);
        return visit.answered()
                ? due
                : RevisitPolicy.afterFailure(visit.answeredAt().map(RevisitPolicy::day), asked, due);
    }

    /** The one that is due first. */
    static Optional<Due> first(Collection<KnownVisit> visits) {
        return visits.stream().map(Agenda::due).min(Comparator.comparing(Due::day));
    }
}
