package org.annals.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;

/**
 * The annex of reports up to 2018 (政府信息公开情况统计表): one indicator and one number a row, the unit in a column of its own, in the label or nowhere. Two
 * indicators may stand side by side. A row with two numbers may hold those of two years and is not read.
 */
final class Table1Reader {
    private static final Pattern AMONG = Pattern.compile("^(?:[（(]?其中[)）]?[:：,，]?)");
    /** What is left of numbers with several steps, and numbers in circles; no label begins with a figure. */
    private static final Pattern NUMBERS = Pattern.compile("^[0-9\\u2460-\\u249b]+");

    private static final Pattern COUNTED = Pattern.compile("(?:总次数|次数|总数|数量|数)$");
    private static final Pattern CHAPTER = Pattern.compile("^[一二三四五六七八九十]{1,2}[、.．]");
    private static final Pattern UNIT_IN_LABEL = Pattern.compile("[（(](?:单位[:：]?)?(亿元|万元|元)[)）]");
    private static final Set<String> MONEY = Set.of("元", "万元", "亿元");
    private static final Set<String> COUNTERS =
            Set.of("条", "件", "次", "篇", "个", "人", "人次", "项", "场", "份", "宗", "期", "场次", "篇次");
    private static final Set<String> OF_TWO_CHAPTERS = Set.of("reviews", "suits");

    private final TableReading reading;
    private final Set<String> met = new HashSet<>();
    private Optional<TableCell> valueColumn = Optional.empty();
    private List<TableCell> otherColumns = List.of();
    private int headWidth = -1;
    private String chapter = "";

    private Table1Reader(TableReading reading) {
        this.reading = reading;
    }

    static Map<String, Cell> read(List<Table> grids, List<String> warnings) {
        Table1Reader reader = new Table1Reader(new TableReading(warnings));
        for (Table grid : grids) {
            grid.rows().forEach(reader::row);
        }
        return reader.reading.cells();
    }

    /** The label of an indicator. */
    static Optional<Label> label(String text) {
        if (!Wording.hasLetter(text)) {
            return Optional.empty();
        }
        String words = AMONG.matcher(Wording.squeeze(text)).replaceFirst("");
        String core = NUMBERS.matcher(AMONG.matcher(Wording.core(words)).replaceFirst(""))
                .replaceFirst("");
        return core.length() < 4
                ? Optional.empty()
                : Labels.TABLE1.exactRow(COUNTED.matcher(core).replaceFirst(""));
    }

    static boolean isUnit(String text) {
        String unit = Wording.squeeze(text);
        return MONEY.contains(unit) || COUNTERS.contains(unit);
    }

    private void row(TableRow row) {
        if (isHead(row)) {
            head(row);
            return;
        }
        List<TableCell> cells = row.cells();
        int at = 0;
        while (at < cells.size()) {
            TableCell cell = cells.get(at);
            Optional<Label> label = label(cell.text());
            if (label.isEmpty()) {
                if (CHAPTER.matcher(Wording.squeeze(cell.text())).find()) {
                    chapter = "";
                }
                at++;
                continue;
            }
            int end = at + 1;
            while (end < cells.size() && label(cells.get(end).text()).isEmpty()) {
                end++;
            }
            List<TableCell> tail = cells.subList(at + 1, end);
            boolean parent = end < cells.size() && tail.stream().allMatch(TableCell::isEmpty);
            indicator(row, cell, label.get(), parent || cell.continued() ? List.of() : tail);
            at = end;
        }
    }

    private static boolean isHead(TableRow row) {
        long known = row.cells().stream()
                .filter(cell ->
                        !cell.isEmpty() && Labels.TABLE1.column(cell.text()).isPresent())
                .count();
        boolean values = row.cells().stream()
                .anyMatch(cell -> Labels.TABLE1
                        .column(cell.text())
                        .filter(label -> !label.is("corner"))
                        .isPresent());
        return known >= 2 && values;
    }

    private void head(TableRow row) {
        List<TableCell> values = new ArrayList<>();
        List<TableCell> others = new ArrayList<>();
        boolean unknown = false;
        for (TableCell cell : row.cells()) {
            Optional<Label> label = Labels.TABLE1.column(cell.text());
            if (cell.isEmpty()
                    || cell.continued()
                    || label.isPresent() && label.get().is("corner")) {
                continue;
            }
            unknown |= label.isEmpty();
            if (label.isPresent()) {
                (label.get().code().equals("value") ? values : others).add(cell);
            }
        }
        valueColumn = values.size() == 1 && !unknown ? Optional.of(values.get(0)) : Optional.empty();
        otherColumns = others;
        headWidth = row.width();
    }

    private void indicator(TableRow row, TableCell cell, Label label, List<TableCell> tail) {
        String code = label.code();
        if (label.is("generic")) {
            if (!OF_TWO_CHAPTERS.contains(chapter) || !met.add(chapter + "_" + code)) {
                reading.warn("t1", "the row " + cell.text() + " stands under no known heading", cell.locator());
                return;
            }
            code = chapter + "_" + code;
        } else if (OF_TWO_CHAPTERS.contains(code)) {
            chapter = code;
        } else if (!code.equals("suits_upheld")) {
            chapter = "";
        }
        Optional<Field> field = Fields.byCode("t1." + code);
        if (field.isPresent() && !tail.isEmpty()) {
            value(row, cell, field.get(), tail);
        }
    }

    private void value(TableRow row, TableCell label, Field field, List<TableCell> tail) {
        Optional<String> unit = unit(label, tail);
        boolean underHead = row.sound() && row.width() == headWidth;
        List<TableCell> candidates = tail.stream()
                .filter(cell -> !isUnit(cell.text()))
                .filter(cell -> !underHead || otherColumns.stream().noneMatch(other -> covers(other, cell)))
                .toList();
        List<TableCell> filled = candidates.stream()
                .filter(cell -> !(cell.count() instanceof CellValue.Blank))
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        String raw = RowCells.raw(candidates);
        if (filled.size() > 1) {
            doubt(field, "the row has " + filled.size() + " values for one column", raw, row);
        } else if (unit.filter(printed -> MONEY.contains(printed) != (Measure.of(field) == Measure.MONEY))
                .isPresent()) {
            doubt(field, "the row has a unit of something else: " + unit.get(), raw, row);
        } else {
            TableCell cell = filled.isEmpty() ? inValueColumn(candidates) : filled.get(0);
            CellValue value = RowCells.value(cell, Measure.of(field), unit.orElse("万元"), false);
            if (value instanceof CellValue.Unreadable unreadable) {
                reading.warn(field.code(), unreadable.reason(), cell.locator());
            }
            reading.put(field.code(), new Cell(value, cell.text(), cell.locator()));
        }
    }

    private TableCell inValueColumn(List<TableCell> candidates) {
        return candidates.stream()
                .filter(cell ->
                        valueColumn.filter(column -> covers(column, cell)).isPresent())
                .findFirst()
                .orElse(candidates.get(0));
    }

    private static Optional<String> unit(TableCell label, List<TableCell> tail) {
        Matcher inLabel = UNIT_IN_LABEL.matcher(Wording.squeeze(label.text()));
        return tail.stream()
                .map(cell -> Wording.squeeze(cell.text()))
                .filter(Table1Reader::isUnit)
                .findFirst()
                .or(() -> inLabel.find() ? Optional.of(inLabel.group(1)) : Optional.empty());
    }

    private static boolean covers(TableCell column, TableCell cell) {
        return cell.column() < column.end() && column.column() < cell.end();
    }

    private void doubt(Field field, String reason, String raw, TableRow row) {
        reading.warn(field.code(), reason, row.locator());
        reading.put(field.code(), new Cell(new CellValue.Unreadable(reason), raw, row.locator()));
    }
}
