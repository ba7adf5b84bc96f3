package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tables that once gave wrong numbers as right, or were left out though the sums tell how to read them. */
final class MisleadingFiles {
    private static final String ROW = "t3.denied_process.";

    private MisleadingFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        columns(files);
        heads(files);
        rows(files);
        table4(files);
        return files;
    }

    private static void columns(List<Golden> files) {
        files.add(inEveryRow("column-empty-without-a-name", (row, first) -> row.add(first + 2, TableCell.filler())));
        files.add(inEveryRow("column-of-subtotals-without-a-name", (row, first) -> {
            int sum = row.subList(first + 1, first + 6).stream()
                    .mapToInt(cell -> Integer.parseInt(cell.text()))
                    .sum();
            row.add(first + 1, TableCell.label(String.valueOf(sum)));
        }));
        files.add(TableFiles.changed("columns-in-another-order-beside-a-number", Draft.distinct(), 3, sheet -> {
            List<TableCell> lowest = sheet.rows().get(2);
            lowest.add(lowest.remove(0));
            lowest.add(2, TableCell.label("3"));
            for (List<TableCell> row : sheet.rows().subList(3, sheet.rows().size())) {
                int first = Sheet.firstValue(row);
                row.add(first + 5, row.remove(first + 1));
            }
        }));
    }

    private interface RowChange {
        void apply(List<TableCell> row, int firstValue);
    }

    private static Golden inEveryRow(String name, RowChange change) {
        return TableFiles.changed(
                name,
                Draft.distinct(),
                3,
                sheet -> sheet.rows().stream()
                        .filter(Sheet::hasValues)
                        .forEach(row -> change.apply(row, Sheet.firstValue(row))));
    }

    private static void heads(List<Golden> files) {
        Draft strange = Draft.distinct();
        Draft printed = Draft.distinct();
        doubt(strange, ".natural");
        files.add(drawn("head-names-other-persons", strange, printed, 3, labels("自然人", "个体工商户")));
        files.add(TableFiles.changed(
                "head-of-the-own-year",
                Draft.distinct(),
                2,
                sheet -> sheet.labels(text -> text.replace("本年", Draft.distinct().year + "年"))));
    }

    private static void rows(List<Golden> files) {
        Draft between = Draft.distinct();
        for (String column : List.of("business", "research", "ngo", "legal")) {
            doubt(between, ROW + column);
        }
        files.add(drawn("rows-cell-lost-and-a-zero-elsewhere", between, Draft.distinct(), 3, sheet -> {
            List<TableCell> row = row(sheet, ROW + "natural");
            int first = Sheet.firstValue(row);
            row.remove(first + 1);
            row.add(first + 4, TableCell.label("0"));
        }));
        Draft repeated = Draft.distinct();
        doubt(repeated, ROW + "legal");
        doubt(repeated, ROW + "other_org");
        files.add(drawn("rows-merged-cell-written-out", repeated, Draft.distinct(), 3, sheet -> {
            List<TableCell> row = row(sheet, ROW + "natural");
            int first = Sheet.firstValue(row);
            row.set(first + 5, row.get(first + 5).with(row.get(first + 4).text()));
        }));
    }

    private static void table4(List<Golden> files) {
        files.add(TableFiles.changed("tables-4-on-its-side", Draft.distinct(), 4, sheet -> {
            List<TableCell> outcomes = new ArrayList<>(sheet.rows().get(2).subList(0, 5));
            List<TableCell> values = sheet.rows().get(3);
            List<String> names = List.of("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）");
            sheet.rows().clear();
            outcomes.add(0, TableCell.label("类别"));
            sheet.rows().add(outcomes);
            for (int i = 0; i < names.size(); i++) {
                List<TableCell> row = new ArrayList<>(List.of(TableCell.label(names.get(i))));
                row.addAll(values.subList(5 * i, 5 * i + 5));
                sheet.rows().add(row);
            }
        }));
        Draft swapped = Draft.distinct();
        doubt(swapped, "t4.");
        files.add(drawn("tables-4-names-changed-places", swapped, Draft.distinct(), 4, sheet -> {
            List<TableCell> first = sheet.rows().get(0);
            TableCell review = first.get(0);
            first.set(0, review.with("行政诉讼"));
            first.set(1, first.get(1).with("行政复议"));
        }));
        Draft strange = Draft.distinct();
        doubt(strange, "t4.review.corrected");
        files.add(drawn("tables-4-an-outcome-of-its-own", strange, Draft.distinct(), 4, sheet -> {
            List<TableCell> second = sheet.rows().get(1);
            second.set(1, second.get(1).with("撤回申请"));
        }));
    }

    private static Consumer<Sheet> labels(String from, String to) {
        return sheet -> sheet.labels(text -> text.equals(from) ? to : text);
    }

    private static List<TableCell> row(Sheet sheet, String field) {
        return sheet.rows().stream()
                .filter(row -> row.stream().anyMatch(cell -> cell.field().equals(field)))
                .findFirst()
                .orElseThrow();
    }

    /** Cells that nobody can read for certain: those whose code begins or ends so. */
    private static void doubt(Draft draft, String part) {
        draft.cells.replaceAll(
                (field, printed) -> field.startsWith(part) || field.startsWith("t3.") && field.endsWith(part)
                        ? Printed.unreadable(printed.text())
                        : printed);
    }

    /** A page as printed, with the expectation of another draft. */
    private static Golden drawn(String name, Draft expected, Draft printed, int table, Consumer<Sheet> change) {
        List<Part> parts = printed.parts();
        change.accept(Draft.table(parts, table));
        return Golden.of(name, "html", PageFiles.portal(HtmlStyle.EDITOR).write(parts), expected);
    }
}
