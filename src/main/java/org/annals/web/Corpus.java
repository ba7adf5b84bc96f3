package org.annals.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.annals.catalog.Catalog;
import org.annals.catalog.Exploration;
import org.annals.catalog.Folding;
import org.annals.catalog.LatestReport;
import org.annals.government.Government;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;

/**
 * The latest versions with what they are searched and chosen by, in memory, and the columns of figures that were asked for lately. A state of the catalogue: see
 * {@link Kept}.
 */
final class Corpus {
    /** A column takes a few hundred kilobytes of a big corpus. */
    private static final int MOST_COLUMNS = 72;

    private static final int MOST_RECKONED = 200;

    /**
     * One report.
     *
     * @param title folded
     * @param publisher folded, with the name of the government
     */
    record Entry(LatestReport report, Optional<Government> government, String title, String publisher) {}

    private final List<Entry> entries;
    private final Map<Long, int[]> places;
    private final List<Integer> counted;
    private final List<String> provinces;
    private final List<Integer> years;
    private final Map<String, CellValue[]> columns;
    private final Map<String, Map<Integer, Tallied>> reckoned = new ConcurrentHashMap<>();

    private Corpus(List<Entry> entries, Map<Long, int[]> places, List<Integer> counted) {
        this.entries = Collections.unmodifiableList(entries);
        this.places = places;
        this.counted = Collections.unmodifiableList(counted);
        this.provinces = provinces(entries);
        this.years = entries.stream()
                .flatMap(entry -> entry.report().fiscalYear().stream())
                .distinct()
                .toList();
        this.columns = new ConcurrentHashMap<>();
    }

    /** @param wanted fields whose columns are read at once, since the state before had them */
    static Corpus read(Catalog catalog, Set<String> wanted) throws IOException {
        Map<String, Government> governments = new HashMap<>();
        catalog.governments().forEach(government -> governments.put(government.code(), government));
        List<Entry> entries = new ArrayList<>();
        Map<Long, int[]> places = new HashMap<>();
        for (LatestReport report : catalog.exploration().latest()) {
            int place = entries.size();
            places.merge(report.contentKey(), new int[] {place}, Corpus::joined);
            Optional<Government> government = Optional.ofNullable(governments.get(report.government()));
            entries.add(new Entry(
                    report,
                    government,
                    Folding.folded(report.title().orElse("")),
                    Folding.folded(report.publisher() + "\n"
                            + government.map(Government::name).orElse(""))));
        }
        Corpus corpus = new Corpus(entries, places, counted(entries));
        for (String field : wanted) {
            corpus.column(catalog.exploration(), field);
        }
        return corpus;
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** One report for a government and year, its own, and not withdrawn: where there are several under several names, the first. */
    private static List<Integer> counted(List<Entry> entries) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            LatestReport report = entries.get(i).report();
            if (report.own() && !report.withdrawn() && report.fiscalYear().isPresent()) {
                chosen.putIfAbsent(
                        report.government() + " " + report.fiscalYear().get(), i);
            }
        }
        return new ArrayList<>(chosen.values());
    }

    /** Newest fiscal year first. */
    List<Entry> entries() {
        return entries;
    }

    /** Places in the entries of the reports that charts count. */
    List<Integer> counted() {
        return counted;
    }

    /** Places in the entries of what has this content. */
    int[] places(long contentKey) {
        return places.getOrDefault(contentKey, new int[0]);
    }

    /** One field, entry by entry; null where the report has no such cell in its form. */
    CellValue[] column(Exploration exploration, String code) throws IOException {
        CellValue[] known = columns.get(code);
        if (known != null) {
            return known;
        }
        CellValue[] column = new CellValue[entries.size()];
        Optional<Field> field = Fields.byCode(code);
        for (Map.Entry<Long, CellValue> one : exploration.column(code).entrySet()) {
            for (int place : places(one.getKey())) {
                String generation = entries.get(place).report().generation();
                if (field.isPresent() && isOf(field.get(), generation)) {
                    column[place] = one.getValue();
                }
            }
        }
        if (columns.size() < MOST_COLUMNS) {
            columns.put(code, column);
        }
        return column;
    }

    /** What was reckoned by year before, or nothing. */
    Optional<Map<Integer, Tallied>> reckoned(String key) {
        return Optional.ofNullable(reckoned.get(key));
    }

    /** Keeps what was reckoned by year, as long as there are not too many. */
    void keep(String key, Map<Integer, Tallied> years) {
        if (reckoned.size() < MOST_RECKONED) {
            // from here on many requests read them at once
            years.values().forEach(Tallied::ascending);
            reckoned.put(key, years);
        }
    }

    Set<String> columnsRead() {
        return new TreeSet<>(columns.keySet());
    }

    private static boolean isOf(Field field, String generation) {
        return field.generation().equals(generation)
                || field.generation().equals("both") && !generation.equals("pre2019");
    }

    private static List<String> provinces(List<Entry> entries) {
        Map<String, String> byName = new TreeMap<>();
        for (Entry entry : entries) {
            entry.government()
                    .filter(government -> !government.province().isEmpty())
                    .ifPresent(government -> byName.merge(
                            government.province(), government.code(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        }
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of the reports, in the order of the codes of their governments. */
    List<String> provinces() {
        return provinces;
    }

    /** Fiscal years of the reports, newest first. */
    List<Integer> years() {
        return years;
    }
}
