package org.annals.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.annals.check.CheckResult;
import org.annals.check.CheckResult.Status;
import org.annals.check.Checks;
import org.annals.parse.ParseResult;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Report;

/** A parse result as a summary for people. */
final class ParseText {
    private ParseText() {}

    static String of(String source, ParseResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(source);
        if (result.report().isEmpty()) {
            lines.add("  no annual report (" + result.mediaType() + ")");
        } else {
            report(result.report().get(), lines);
        }
        result.warnings().forEach(warning -> lines.add("  note: " + warning));
        return String.join(System.lineSeparator(), lines);
    }

    private static void report(Report report, List<String> lines) {
        lines.add("  " + report.title().orElse("(no title)"));
        lines.add("  publisher: "
                + report.publisher()
                        .map(name -> name + " (from the "
                                + report.publisherSource().orElseThrow().code() + ")")
                        .orElse("not named")
                + ", fiscal year: " + report.fiscalYear().map(String::valueOf).orElse("not found")
                + ", format: " + report.generation().code()
                + report.publishedOn().map(day -> ", published: " + day).orElse(""));
        Map<String, Integer> states = new TreeMap<>();
        report.cells().values().forEach(cell -> states.merge(cell.value().state(), 1, Integer::sum));
        lines.add("  cells: " + states);
        report.cells().forEach((field, cell) -> cell(field, cell, lines));
        for (CheckResult check : Checks.run(report)) {
            if (check.status() == Status.FAIL) {
                lines.add("  check failed: " + check.code() + " " + check.scope() + ": parts give "
                        + check.expected().orElseThrow().toPlainString() + ", printed is "
                        + check.actual().orElseThrow().toPlainString());
            }
        }
    }

    /** Zeros are most of a report and say little here. */
    private static void cell(String field, Cell cell, List<String> lines) {
        boolean zero =
                cell.value().number().filter(value -> value.signum() == 0).isPresent();
        if (zero || cell.value() instanceof CellValue.Absent) {
            return;
        }
        String value =
                cell.value().number().map(Object::toString).orElse(cell.value().state());
        lines.add("    " + field + " = " + value + "  [" + cell.locator() + "]");
    }
}
