package org.annals.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.check.CheckResult;
import org.annals.check.CheckResult.Status;
import org.annals.report.Cell;
import org.annals.report.PublisherSource;
import org.annals.report.Report;

/** Compares two readings of the same bytes. A function of its arguments. */
final class Differences {
    private Differences() {}

    /** What was read of the document as a whole, then its cells in the order of the form, then its checks. */
    static List<Difference> between(StoredReading before, StoredReading after) {
        List<Difference> all = new ArrayList<>();
        texts(texts(before), texts(after), all);
        cells(cells(before), cells(after), all);
        checks(checks(before), checks(after), all);
        return all;
    }

    /** Whether a cell that says the same is printed otherwise or stands elsewhere. */
    static boolean placesDiffer(StoredReading before, StoredReading after) {
        Map<String, Cell> then = cells(before);
        Map<String, Cell> now = cells(after);
        return bothOf(then, now).stream()
                .anyMatch(field -> !then.getOrDefault(field, Cell.ABSENT).equals(now.getOrDefault(field, Cell.ABSENT)));
    }

    private static void texts(Map<String, String> before, Map<String, String> after, List<Difference> all) {
        for (String item : bothOf(before, after)) {
            Optional<String> then = Optional.ofNullable(before.get(item));
            Optional<String> now = Optional.ofNullable(after.get(item));
            if (!then.equals(now)) {
                all.add(new Difference.OfText(item, then, now));
            }
        }
    }

    private static Map<String, String> texts(StoredReading reading) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("is_report", reading.report().isPresent() ? "true" : "false");
        reading.fault().ifPresent(fault -> texts.put("fault", fault));
        reading.report().ifPresent(report -> {
            texts.put("generation", report.generation().code());
            report.publisher().ifPresent(publisher -> texts.put("publisher", publisher));
            report.publisherSource().map(PublisherSource::code).ifPresent(code -> texts.put("publisher_source", code));
            report.fiscalYear().ifPresent(year -> texts.put("fiscal_year", String.valueOf(year)));
            report.title().ifPresent(title -> texts.put("title", title));
            report.publishedOn().ifPresent(day -> texts.put("published_on", day.toString()));
            report.sections().forEach((section, text) -> texts.put(section.code(), text));
        });
        return texts;
    }

    private static void cells(Map<String, Cell> before, Map<String, Cell> after, List<Difference> all) {
        for (String field : bothOf(before, after)) {
            Cell then = before.getOrDefault(field, Cell.ABSENT);
            Cell now = after.getOrDefault(field, Cell.ABSENT);
            if (!then.value().state().equals(now.value().state())
                    || !equal(then.value().number(), now.value().number())) {
                all.add(new Difference.OfCell(field, then, now));
            }
        }
    }

    private static Map<String, Cell> cells(StoredReading reading) {
        return reading.report().map(Report::cells).orElse(Map.of());
    }

    private static void checks(
            Map<CheckKey, CheckResult> before, Map<CheckKey, CheckResult> after, List<Difference> all) {
        for (CheckKey key : bothOf(before, after)) {
            Optional<CheckResult> then = Optional.ofNullable(before.get(key));
            Optional<CheckResult> now = Optional.ofNullable(after.get(key));
            if (differ(then, now)) {
                all.add(new Difference.OfCheck(key.code(), key.scope(), then, now));
            }
        }
    }

    /** A check that only one of the two knows tells something only where it fails. */
    private static boolean differ(Optional<CheckResult> before, Optional<CheckResult> after) {
        if (before.isPresent() && after.isPresent()) {
            return before.get().status() != after.get().status()
                    || !equal(before.get().expected(), after.get().expected())
                    || !equal(before.get().actual(), after.get().actual());
        }
        return before.or(() -> after)
                .filter(check -> check.status() == Status.FAIL)
                .isPresent();
    }

    /** @param occurrence a check may be run on the same thing more than once */
    private record CheckKey(String code, String scope, int occurrence) {}

    private static Map<CheckKey, CheckResult> checks(StoredReading reading) {
        Map<CheckKey, CheckResult> checks = new LinkedHashMap<>();
        Map<String, Integer> occurrences = new HashMap<>();
        for (CheckResult check : reading.checks()) {
            int occurrence = occurrences.merge(check.code() + " " + check.scope(), 1, Integer::sum);
            checks.put(new CheckKey(check.code(), check.scope(), occurrence), check);
        }
        return checks;
    }

    private static boolean equal(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return before.isPresent() == after.isPresent()
                && (before.isEmpty() || before.get().compareTo(after.get()) == 0);
    }

    private static <K> Set<K> bothOf(Map<K, ?> before, Map<K, ?> after) {
        Set<K> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }
}
