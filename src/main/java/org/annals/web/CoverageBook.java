package org.annals.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.annals.catalog.Catalog;
import org.annals.catalog.Coverage;
import org.annals.catalog.Totals;
import org.annals.government.Government;
import org.annals.government.Level;

/** The coverage of all governments as it stood when it was read, and who stands under whom. Never changed once made. */
final class CoverageBook {
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Map<String, List<Body>> under = new HashMap<>();
    private final List<Integer> years;
    private final Optional<Instant> asOf;
    private final Totals totals;
    private final Tally tally = new Tally();
    private final Map<String, Map<Integer, Tally>> byProvince;
    private final Map<Level, Map<Integer, Tally>> byLevel;

    /** A government with its years. */
    record Body(Government government, Map<Integer, Coverage> coverage) {
        public String code() {
            return government.code();
        }

        public Optional<Presence> presence(int year) {
            return Optional.ofNullable(coverage.get(year)).map(row -> Presence.ofCode(row.status()));
        }

        List<Coverage> rows() {
            return List.copyOf(coverage.values());
        }
    }

    private CoverageBook(Catalog catalog) throws IOException {
        Map<String, Map<Integer, Coverage>> rows = new HashMap<>();
        Set<Integer> seen = new TreeSet<>(Comparator.reverseOrder());
        for (Coverage row : catalog.coverage()) {
            rows.computeIfAbsent(row.government(), code -> new TreeMap<>()).put(row.fiscalYear(), row);
            seen.add(row.fiscalYear());
        }
        List<Government> governments = new ArrayList<>(catalog.governments());
        Map<String, String> first = new HashMap<>();
        governments.forEach(government -> first.merge(government.province(), rank(government), CoverageBook::lesser));
        governments.sort(Comparator.comparing((Government government) -> first.get(government.province()))
                .thenComparing(Government::level)
                .thenComparing(Government::code));
        for (Government government : governments) {
            Body body = new Body(government, rows.getOrDefault(government.code(), Map.of()));
            bodies.put(body.code(), body);
            under.computeIfAbsent(key(government.province(), government.parent()), key -> new ArrayList<>())
                    .add(body);
        }
        years = List.copyOf(seen);
        asOf = catalog.asOf();
        totals = catalog.totals();
        byProvince = tallies(Government::province);
        byLevel = new TreeMap<>(tallies(Government::level));
        bodies.values()
                .forEach(body -> body.coverage().values().forEach(row -> tally.add(Presence.ofCode(row.status()))));
    }

    static CoverageBook of(Catalog catalog) throws IOException {
        return new CoverageBook(catalog);
    }

    /** Provinces stand in the order of their codes, behind the ministries, which belong to none. */
    private static String rank(Government government) {
        return government.province().isEmpty()
                ? ""
                : (government.level() == Level.PROVINCE ? "0" : "1") + government.code();
    }

    private static String lesser(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String key(String province, String name) {
        return province + "\n" + name;
    }

    /** Newest first. */
    List<Integer> years() {
        return years;
    }

    Optional<Instant> asOf() {
        return asOf;
    }

    Totals totals() {
        return totals;
    }

    Optional<Body> body(String code) {
        return Optional.ofNullable(bodies.get(code));
    }

    List<Body> bodies() {
        return List.copyOf(bodies.values());
    }

    /** What stands directly under a body. */
    List<Body> under(Body body) {
        Government government = body.government();
        if (government.name().equals(government.parent())) {
            return List.of();
        }
        return under.getOrDefault(key(government.province(), government.name()), List.of());
    }

    /** The first body of that name, in a province or anywhere. */
    Optional<Body> named(Optional<String> province, String name) {
        return bodies.values().stream()
                .filter(body ->
                        province.map(body.government().province()::equals).orElse(true)
                                && body.government().name().equals(name))
                .findFirst();
    }

    /** The body above, where the seeds have it. */
    Optional<Body> above(Body body) {
        return body.government().parent().isEmpty()
                ? Optional.empty()
                : named(
                        Optional.of(body.government().province()),
                        body.government().parent());
    }

    /** Of a province: those with nothing above them but the province, or nothing that the seeds have. */
    List<Body> top(String province) {
        Set<String> names = new HashSet<>();
        List<Body> all = bodies.values().stream()
                .filter(body -> body.government().province().equals(province))
                .toList();
        all.forEach(body -> names.add(body.government().name()));
        return all.stream()
                .filter(body -> body.government().parent().equals(province)
                        || !names.contains(body.government().parent()))
                .toList();
    }

    /** All provinces that have governments, in their order; the empty one stands for the ministries. */
    List<String> provinces() {
        return bodies.values().stream()
                .map(body -> body.government().province())
                .distinct()
                .toList();
    }

    Tally tally() {
        return tally;
    }

    /** By province and year. */
    Map<String, Map<Integer, Tally>> byProvince() {
        return byProvince;
    }

    /** By level and year. */
    Map<Level, Map<Integer, Tally>> byLevel() {
        return byLevel;
    }

    private <K> Map<K, Map<Integer, Tally>> tallies(Function<Government, K> property) {
        Map<K, Map<Integer, Tally>> tallies = new LinkedHashMap<>();
        for (Body body : bodies.values()) {
            Map<Integer, Tally> byYear =
                    tallies.computeIfAbsent(property.apply(body.government()), key -> new TreeMap<>());
            body.coverage()
                    .forEach((year, row) ->
                            byYear.computeIfAbsent(year, key -> new Tally()).add(Presence.ofCode(row.status())));
        }
        return tallies;
    }
}
