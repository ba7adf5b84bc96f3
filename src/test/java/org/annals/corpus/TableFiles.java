package org.annals.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.annals.report.Generation;

/** Tables drawn otherwise than the form: spans, columns, rows, pieces, labels. */
final class TableFiles {
    private TableFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        spans(files);
        columns(files);
        rows(files);
        return files;
    }

    /** A page of a draft one of whose tables was changed. */
    static Golden changed(String name, Draft draft, int table, Consumer<Sheet> change) {
        List<Part> parts = draft.parts();
        change.accept(Draft.table(parts, table));
        return Golden.of(name, "html", PageFiles.portal(HtmlStyle.EDITOR).write(parts), draft);
    }

    static Golden replaced(String name, Draft draft, int table, Sheet... pieces) {
        List<Part> parts = draft.parts();
        int place = Draft.place(parts, table);
        parts.remove(place);
        parts.addAll(place, List.of(pieces));
        return Golden.of(name, "html", PageFiles.portal(HtmlStyle.EDITOR).write(parts), draft);
    }

    private static void spans(List<Golden> files) {
        files.add(Golden.html("spans-right", Draft.distinct(), PageFiles.portal(HtmlStyle.EDITOR)));
        files.add(Golden.html("spans-right-2019", Draft.distinct2019(), PageFiles.portal(HtmlStyle.EDITOR)));
        for (Draft draft : List.of(Draft.distinct(), Draft.distinct2019())) {
            String suffix = draft.generation == Generation.G2019 ? "-2019" : "";
            List<Part> square = draft.parts();
            square.replaceAll(part -> part instanceof Sheet sheet ? sheet.square(false) : part);
            files.add(page("spans-missing-square" + suffix, square, draft));
            List<Part> collapsed = draft.parts();
            collapsed.replaceAll(part -> part instanceof Sheet sheet ? sheet.collapsed() : part);
            files.add(page("spans-missing-collapsed" + suffix, collapsed, draft));
        }
        List<Part> repeated = Draft.distinct().parts();
        repeated.replaceAll(part -> part instanceof Sheet sheet ? sheet.square(true) : part);
        files.add(page("spans-missing-repeated", repeated, Draft.distinct()));

        List<Part> noRows = Draft.yanshi().parts();
        noRows.replaceAll(part ->
                part instanceof Sheet sheet ? sheet.copy().each(cell -> cell.spanning(cell.colspan(), 1)) : part);
        files.add(page("spans-missing-for-rows", noRows, Draft.yanshi()));

        files.add(changed(
                "spans-results-too-short",
                Draft.distinct(),
                3,
                sheet -> sheet.each(cell -> cell.text().startsWith("三、") ? cell.spanning(1, 20) : cell)));
        files.add(changed(
                "spans-results-too-long",
                Draft.distinct(),
                3,
                sheet -> sheet.each(cell -> cell.text().startsWith("三、") ? cell.spanning(1, 40) : cell)));
        files.add(changed(
                "spans-group-too-short",
                Draft.distinct(),
                3,
                sheet -> sheet.each(cell -> cell.text().startsWith("（三）") ? cell.spanning(1, 7) : cell)));
        files.add(changed(
                "spans-too-wide",
                Draft.distinct(),
                3,
                sheet -> sheet.each(cell -> cell.text().startsWith("（一）") ? cell.spanning(4, 1) : cell)));
        Draft uneven = Draft.distinct2019();
        List<Part> parts = uneven.parts();
        for (List<TableCell> row : Draft.table(parts, 2).rows()) {
            if (Sheet.hasValues(row) && row.size() == 4) {
                row.set(0, row.get(0).spanning(2, 1));
            } else if (row.size() == 4) {
                row.set(1, row.get(1).spanning(2, 1));
            }
        }
        files.add(page("spans-uneven-in-table-2", parts, uneven));
        files.add(changed(
                "spans-endless",
                Draft.yanshi(),
                2,
                sheet -> sheet.each(cell -> cell.text().startsWith("第二十条") ? cell.spanning(99_999, 1) : cell)));
    }

    private static void columns(List<Golden> files) {
        files.add(changed(
                "column-empty-at-the-end",
                Draft.distinct(),
                3,
                sheet -> sheet.rows().forEach(row -> row.add(TableCell.filler()))));
        files.add(changed("column-empty-behind-the-labels", Draft.distinct(), 3, sheet -> {
            sheet.rows().get(0).set(0, sheet.rows().get(0).get(0).spanning(4, 3));
            sheet.rows().stream()
                    .filter(Sheet::hasValues)
                    .forEach(row -> row.add(Sheet.firstValue(row), TableCell.filler()));
        }));
        files.add(changed("column-of-row-numbers", Draft.distinct(), 3, sheet -> {
            int[] number = {1};
            sheet.rows().get(0).add(0, TableCell.label("序号", 1, 3));
            sheet.rows().stream()
                    .filter(Sheet::hasValues)
                    .forEach(row -> row.add(0, TableCell.label(String.valueOf(number[0]++))));
        }));
        files.add(changed("column-of-subtotals", Draft.distinct(), 3, sheet -> {
            sheet.rows().get(0).set(1, TableCell.label("申请人情况", 8, 1));
            sheet.rows().get(1).set(1, TableCell.label("法人或其他组织", 6, 1));
            sheet.rows().get(2).add(TableCell.label("小计"));
            for (List<TableCell> row : sheet.rows().subList(3, sheet.rows().size())) {
                int first = Sheet.firstValue(row);
                int sum = row.subList(first + 1, first + 6).stream()
                        .mapToInt(cell -> Integer.parseInt(cell.text()))
                        .sum();
                row.add(first + 6, TableCell.label(String.valueOf(sum)));
            }
        }));
        files.add(changed("columns-in-another-order", Draft.distinct(), 3, sheet -> {
            Collections.swap(sheet.rows().get(2), 0, 3);
            Collections.swap(sheet.rows().get(2), 1, 2);
            for (List<TableCell> row : sheet.rows().subList(3, sheet.rows().size())) {
                int first = Sheet.firstValue(row);
                Collections.swap(row, first + 1, first + 4);
                Collections.swap(row, first + 2, first + 3);
            }
        }));
        files.add(changed("head-total-in-front", Draft.distinct(), 3, sheet -> {
            List<TableCell> second = sheet.rows().get(1);
            second.replaceAll(cell -> cell.spanning(1, 1));
            sheet.rows().set(0, new ArrayList<>(List.of(TableCell.label(OfficialForm.NOTE), TableCell.label("申请人情况"))));
        }));
        files.add(changed("head-only-lower-row", Draft.distinct(), 3, sheet -> {
            sheet.rows().subList(0, 2).clear();
            sheet.rows().get(0).addAll(0, List.of(TableCell.label("", 3, 1), TableCell.label("自然人")));
            sheet.rows().get(0).add(TableCell.label("总计"));
        }));
        files.add(changed(
                "head-organisations-lost",
                Draft.distinct(),
                3,
                sheet -> sheet.rows().get(1).remove(1)));
        files.add(changed(
                "head-organisations-not-named",
                Draft.distinct(),
                3,
                sheet -> sheet.rows().get(1).set(1, TableCell.label("", 5, 1))));
        files.add(changed(
                "head-of-a-block-lost-2019",
                Draft.distinct2019(),
                2,
                sheet -> sheet.rows().remove(8)));
        files.add(changed(
                "head-of-all-blocks-lost-2019",
                Draft.distinct2019(),
                2,
                sheet -> sheet.rows().removeIf(row -> row.get(0).text().equals("信息内容"))));
        files.add(changed("head-only-upper-rows", Draft.distinct(), 3, sheet -> {
            sheet.rows().remove(2);
            sheet.rows().get(0).set(0, TableCell.label(OfficialForm.NOTE, 3, 2));
            sheet.rows().get(1).replaceAll(cell -> cell.spanning(cell.colspan(), 1));
        }));
        files.add(changed(
                "head-missing",
                Draft.distinct(),
                3,
                sheet -> sheet.rows().subList(0, 3).clear()));
    }

    private static void rows(List<Golden> files) {
        Draft third = Draft.distinct();
        List<Part> shifted = third.parts();
        shiftThirdLevel(shifted, 1);
        files.add(page("rows-shifted-below-groups", shifted, third));

        Draft slid = Draft.distinct();
        List<Part> parts = slid.parts();
        Sheet square = Draft.table(parts, 3).square(false);
        for (List<TableCell> row : square.rows()) {
            String label = row.stream()
                    .filter(cell -> !cell.isValue() && !cell.text().isEmpty())
                    .map(TableCell::text)
                    .reduce((first, second) -> second)
                    .orElse("");
            if (label.equals("3.其他") || label.startsWith("4.保护") || label.startsWith("（七）")) {
                int at = Sheet.firstValue(row);
                List<TableCell> values = List.copyOf(row.subList(at, at + 7));
                row.clear();
                row.add(TableCell.label(label));
                if (!label.startsWith("（七）")) {
                    row.add(TableCell.filler());
                }
                row.addAll(values);
                while (row.size() < 10) {
                    row.add(TableCell.filler());
                }
            }
        }
        parts.set(Draft.place(parts, 3), square);
        files.add(page("rows-slid-to-the-left", parts, slid));

        Draft lost = Draft.distinct();
        List<Part> without = lost.parts();
        Draft.table(without, 3)
                .rows()
                .removeIf(row -> row.stream().anyMatch(cell -> cell.text().startsWith("5.要求行政机关确认")));
        OfficialForm.COLUMNS.forEach(column -> lost.cells.remove("t3.rejected_confirmation." + column));
        files.add(page("rows-one-lost-from-a-group", without, lost));

        files.add(changed("rows-empty-between", Draft.distinct(), 3, sheet -> {
            sheet.rows().add(5, new ArrayList<>(List.of(TableCell.label("", 10, 1))));
            sheet.rows().add(9, new ArrayList<>());
        }));
        files.add(changed("rows-column-numbers-under-the-head", Draft.distinct(), 3, sheet -> {
            List<TableCell> numbers = new ArrayList<>(List.of(TableCell.label("栏次", 3, 1)));
            for (int i = 1; i <= 7; i++) {
                numbers.add(TableCell.label(String.valueOf(i)));
            }
            sheet.rows().add(3, numbers);
        }));
        files.add(changed(
                "rows-of-their-own-in-table-2",
                Draft.distinct(),
                2,
                sheet -> sheet.rows()
                        .add(
                                4,
                                new ArrayList<>(List.of(
                                        TableCell.label("其他主动公开文件"),
                                        TableCell.label("71"),
                                        TableCell.label("72"),
                                        TableCell.label("73"))))));
    }

    /** The flattened grid of a converter: rows of the first two levels begin one cell further left than those of the third. */
    static void shiftThirdLevel(List<Part> parts, int by) {
        Sheet square = Draft.table(parts, 3).square(false);
        for (List<TableCell> row : square.rows().subList(3, square.rows().size())) {
            boolean upper = row.get(2).text().isEmpty();
            for (int i = 0; upper && i < by; i++) {
                row.remove(2);
                row.add(TableCell.filler());
            }
        }
        for (List<TableCell> row : square.rows().subList(0, 3)) {
            row.remove(2);
            row.add(TableCell.filler());
        }
        parts.set(Draft.place(parts, 3), square);
    }

    static Golden page(String name, List<Part> parts, Draft draft) {
        return Golden.of(name, "html", PageFiles.portal(HtmlStyle.EDITOR).write(parts), draft);
    }
}
