package org.annals.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.annals.capture.Printable;
import org.annals.catalog.Coverage;

/** Coverage for people: one line a government, years of one status together. */
final class StatusText {
    /** In the order in which they are told. */
    static final List<String> STATUSES = List.of("found", "overdue", "blocked", "withdrawn", "missing");

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int WIDEST_NAME = 32;

    private StatusText() {}

    static void write(PrintWriter out, List<Coverage> coverage, Optional<Instant> asOf) {
        if (coverage.isEmpty()) {
            out.println("no governments yet: 'annals crawl --seeds FILE' begins");
            return;
        }
        Map<String, List<Coverage>> governments = new LinkedHashMap<>();
        coverage.forEach(row -> governments
                .computeIfAbsent(row.government(), code -> new ArrayList<>())
                .add(row));
        String day = asOf.map(at -> " as of " + LocalDate.ofInstant(at, CHINA) + " (Beijing time)")
                .orElse("");
        int first = coverage.stream().mapToInt(Coverage::fiscalYear).min().orElseThrow();
        int last = coverage.stream().mapToInt(Coverage::fiscalYear).max().orElseThrow();
        out.println(governments.size() + (governments.size() == 1 ? " government" : " governments") + ", fiscal years "
                + first + "–" + last + day);
        StringJoiner totals = new StringJoiner("   ", "  ", "");
        for (String status : STATUSES) {
            totals.add(status + " " + count(coverage, status));
        }
        out.println(totals);
        out.println();

        int codeWidth =
                governments.keySet().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        int nameWidth = coverage.stream()
                .mapToInt(row -> DisplayWidth.of(Printable.of(row.name())))
                .max()
                .orElse(0);
        int names = Math.min(nameWidth, WIDEST_NAME);
        governments.forEach((code, rows) -> {
            String name = DisplayWidth.cut(Printable.of(rows.get(0).name()), names);
            out.println(DisplayWidth.padded(code, codeWidth) + "  " + DisplayWidth.padded(name, names) + "  "
                    + years(rows) + why(rows));
        });
    }

    private static long count(List<Coverage> coverage, String status) {
        return coverage.stream().filter(row -> row.status().equals(status)).count();
    }

    /** For example {@code found 2019, 2021–2022 · missing 2008–2018, 2020}. */
    static String years(List<Coverage> rows) {
        StringJoiner parts = new StringJoiner(" · ");
        for (String status : STATUSES) {
            TreeSet<Integer> years = new TreeSet<>();
            rows.stream().filter(row -> row.status().equals(status)).forEach(row -> years.add(row.fiscalYear()));
            if (!years.isEmpty()) {
                parts.add(status + " " + ranges(years));
            }
        }
        return parts.toString();
    }

    /** Why most of the years are not there, behind a dash; empty where nothing is to be said. */
    private static String why(List<Coverage> rows) {
        Map<String, Integer> count = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.status().equals("withdrawn"))
                .flatMap(row -> row.why().stream())
                .forEach(why -> count.merge(why, 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(why -> " — " + Reasons.of(why.getKey()))
                .orElse("");
    }

    static String ranges(TreeSet<Integer> years) {
        StringJoiner ranges = new StringJoiner(", ");
        Integer from = null;
        for (Integer year : years) {
            from = from == null ? year : from;
            if (!years.contains(year + 1)) {
                ranges.add(from.equals(year) ? String.valueOf(year) : from + "–" + year);
                from = null;
            }
        }
        return ranges.toString();
    }
}
