package org.annals.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.annals.capture.Printable;
import org.annals.check.CheckResult;
import org.annals.check.CheckResult.Status;
import org.annals.check.CheckSentence;
import org.annals.check.Checks;
import org.annals.parse.ParseResult;
import org.annals.report.CellValue;
import org.annals.report.Report;

/** A parse result for people: who and when, the tables, what is unreadable and where, the checks that failed, the sections and the warnings. */
final class ParseText {
    private static final String INDENT = "  ";
    private static final int WIDEST_TEXT = 60;

    private ParseText() {}

    static String of(String source, ParseResult result) {
        List<String> lines = new ArrayList<>();
        result.report()
                .ifPresentOrElse(
                        report -> report(report, lines),
                        () -> lines.add("no annual report (" + result.mediaType() + ")"));
        if (!result.warnings().isEmpty()) {
            lines.add("");
            lines.add("Warnings");
            result.warnings().forEach(warning -> lines.add(INDENT + Printable.of(warning)));
        }
        return Stream.concat(
                        Stream.of(Printable.of(source)),
                        lines.stream().map(line -> line.isEmpty() ? line : INDENT + line))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static void report(Report report, List<String> lines) {
        lines.add(report.title().map(Printable::of).orElse("(no title)"));
        lines.add("publisher    "
                + report.publisher()
                        .map(name -> Printable.of(name) + "  (from the "
                                + report.publisherSource().orElseThrow().code() + ")")
                        .orElse("not named"));
        lines.add("fiscal year  " + report.fiscalYear().map(String::valueOf).orElse("not found"));
        lines.add("published    " + report.publishedOn().map(Object::toString).orElse("not found"));
        lines.add("format       " + report.generation().code());
        lines.add("");
        lines.addAll(FormText.lines(report));
        cells(report, lines);
        checks(Checks.run(report), lines);
        sections(report, lines);
    }

    /** How many cells hold what, and every unreadable one with its place. */
    private static void cells(Report report, List<String> lines) {
        Map<String, Long> states =
                count(report.cells().values(), cell -> cell.value().state());
        lines.add("Cells: " + report.cells().size() + " (" + said(states) + ")");
        if (states.keySet().stream().anyMatch(state -> !state.equals("number"))) {
            lines.add(INDENT + CellMark.LEGEND);
        }
        report.cells().forEach((field, cell) -> {
            if (cell.value() instanceof CellValue.Unreadable unreadable) {
                lines.add(INDENT + "? " + field + "  " + Printable.of(cell.locator()) + ": “"
                        + DisplayWidth.cut(Printable.of(cell.raw()), WIDEST_TEXT) + "”, "
                        + Printable.of(unreadable.reason()) + labelled(field));
            }
        });
    }

    private static String labelled(String field) {
        String label = ItemNames.of(field);
        return label.isEmpty() ? "" : "  [" + label + "]";
    }

    private static void checks(List<CheckResult> checks, List<String> lines) {
        lines.add("");
        lines.add("Checks: " + checks.size() + " (" + said(count(checks, check -> word(check.status()))) + ")");
        for (CheckResult check : checks) {
            if (check.status() == Status.FAIL) {
                lines.add(INDENT + "failed: " + check.code() + " " + Printable.of(check.scope()) + ": "
                        + CheckSentence.of(check));
            }
        }
    }

    private static String word(Status status) {
        return switch (status) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case SKIP -> "skipped, a part is no number";
        };
    }

    private static void sections(Report report, List<String> lines) {
        lines.add("");
        if (report.sections().isEmpty()) {
            lines.add("Sections: none found");
            return;
        }
        TextTable table = new TextTable("Section", "characters", "begins");
        report.sections().forEach((section, text) -> {
            String shown = Printable.of(text);
            table.row(section.code(), shown.codePointCount(0, shown.length()), DisplayWidth.cut(shown, WIDEST_TEXT));
        });
        lines.addAll(table.lines());
    }

    private static <T> Map<String, Long> count(Collection<T> all, Function<T, String> kind) {
        return all.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    }

    /** For example {@code 5 blank, 195 number}. */
    private static String said(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
