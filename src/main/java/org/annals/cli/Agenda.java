package org.annals.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;
import org.annals.catalog.Catalog;
import org.annals.catalog.KnownVisit;
import org.annals.crawl.Selection;
import org.annals.government.Government;
import org.annals.policy.Due;
import org.annals.policy.RevisitPolicy;

/** When known addresses and their governments are due, by the policy and what the catalogue knows of them. */
final class Agenda {
    private final Map<String, List<KnownVisit>> visits = new HashMap<>();
    private final Map<String, Instant> lastAsked;

    private Agenda(Collection<KnownVisit> known, Map<String, Instant> lastAsked) {
        known.forEach(visit -> visits.computeIfAbsent(visit.address().government(), code -> new ArrayList<>())
                .add(visit));
        this.lastAsked = lastAsked;
    }

    static Agenda of(Catalog catalog) throws IOException {
        return new Agenda(catalog.knownVisits(), catalog.lastAsked());
    }

    /** That of an archive in which nothing was asked yet. */
    static Agenda empty() {
        return new Agenda(List.of(), Map.of());
    }

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

    /** What is known of a government. */
    List<KnownVisit> visits(String government) {
        return visits.getOrDefault(government, List.of());
    }

    /** When a government is due: with the first of what is known of it, or like a column where nothing is; empty where it was never asked. */
    Optional<Due> due(String government) {
        return first(visits(government))
                .or(() -> Optional.ofNullable(lastAsked.get(government))
                        .map(RevisitPolicy::day)
                        .map(RevisitPolicy::column));
    }

    /** What is due by that day: what was never asked is. */
    Selection by(LocalDate today, List<Government> governments) {
        Set<String> codes = new HashSet<>();
        Set<KnownAddress> reports = new HashSet<>();
        for (Government government : governments) {
            if (due(government.code()).map(due -> due.isBy(today)).orElse(true)) {
                codes.add(government.code());
            }
            visits(government.code()).stream()
                    .filter(visit -> visit.address().purpose() == Purpose.REPORT)
                    .filter(visit -> due(visit).isBy(today))
                    .forEach(visit -> reports.add(visit.address()));
        }
        return new Selection(codes, reports);
    }

    /** The first day on which any of them is due; empty where one was never asked. */
    Optional<Due> next(List<Government> governments) {
        return governments.stream()
                .map(government -> due(government.code()))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::day));
    }
}
