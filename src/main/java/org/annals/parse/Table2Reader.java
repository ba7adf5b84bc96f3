package org.annals.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/**
 * Table 2 (主动公开政府信息情况): blocks of rows, each block under a row of column names. The k-th value cell of a row belongs to the k-th name; grid
 * columns are no guide here, since the two often have different spans.
 */
final class Table2Reader {
    private static final String DECISIONS = "decisions";

    private final TableReading reading;
    private final Generation generation;
    private final Optional<Integer> year;
    private List<Name> names = List.of();
    private int headWidth;
    private final List<String> captions;
    /** What the chapter says about units, for columns whose head says nothing. */
    private final List<String> chapter;

    private String article = "";
    private String last = "";
    private int lastLabelEnd;
    private boolean lastHasRoom;
    private boolean inTable;
    private boolean drawn;
    private boolean writtenOut;
    private boolean printsZeros;
    private final Neighbours2 neighbours = new Neighbours2();

    /** A column name: its code, empty if the form has no such column, and the cell it stands in. */
    private record Name(String code, TableCell cell) {}

    private Table2Reader(TableReading reading, Generation generation, Optional<Integer> year, Captions captions) {
        this.year = year;
        this.captions = new ArrayList<>(captions.near());
        this.chapter = captions.section();
        this.reading = reading;
        this.generation = generation;
    }

    /**
     * @param year of the report: the name of a column may say it, as in 2022年处理决定数量
     * @param captions what stands beside the table and names a unit of money
     * @param leavesBlank whether the other tables leave cells empty where a zero belongs
     */
    static Map<String, Cell> read(
            ReportTables tables,
            Generation generation,
            Optional<Integer> year,
            Captions captions,
            boolean leavesBlank,
            List<String> warnings) {
        Table2Reader reader = new Table2Reader(new TableReading(warnings), generation, year, captions);
        reader.printsZeros = !leavesBlank;
        for (Table grid : tables.grids()) {
            boolean own = grid.rows().stream()
                    .anyMatch(row -> row.kind2().opens() || row.kind2().article());
            reader.inTable = own || reader.inTable && grid.rows().stream().noneMatch(Table2Reader::isOtherTable);
            reader.drawn = grid.hasSpans();
            reader.writtenOut = tables.isWrittenOut(grid);
            reader.printsZeros |= grid.rows().stream().anyMatch(Table2Reader::hasZero);
            grid.rows().forEach(reader::row);
        }
        reader.neighbours
                .doubtful(reader.reading.cells(), row -> reader.ofTheForm(row).size())
                .forEach(row -> reader.takeBack(row, "the row " + Neighbours2.REASON));
        return reader.reading.cells();
    }

    private static boolean isOtherTable(TableRow row) {
        return row.isHead3() || row.isHead4();
    }

    private void row(TableRow row) {
        if (!inTable) {
            return;
        }
        if (isOtherTable(row)) {
            inTable = false;
            last = "";
        } else if (row.kind2().head()) {
            head(row);
        } else if (row.kind2().article() && row.kind2().label().isEmpty()) {
            names = List.of();
            last = "";
            article = RowCells.raw(row.cells());
        } else if (row.kind2().label().isEmpty()) {
            follow(row);
            row.cells().stream()
                    .map(TableCell::text)
                    .filter(Captions::namesUnit)
                    .forEach(captions::add);
        } else {
            row.kind2().label().ifPresent(at -> values(row, at));
        }
    }

    /** A row without a label that holds numbers continues the one above. */
    private void follow(TableRow row) {
        if (!last.isEmpty() && Leftovers.in(row, lastLabelEnd, lastHasRoom, text -> false)) {
            takeBack(last, "the row " + Leftovers.REASON);
        } else if (Leftovers.hasOtherWords(row, text -> false)) {
            last = "";
        }
    }

    private void takeBack(String row, String reason) {
        String prefix = "t2." + row + ".";
        List<String> fields = reading.cells().keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .toList();
        String place =
                fields.isEmpty() ? "" : reading.cells().get(fields.get(0)).locator();
        reading.warn("t2." + row, reason, place);
        fields.forEach(field -> reading.doubt(field, reason));
    }

    private void head(TableRow row) {
        List<Name> found = new ArrayList<>();
        Optional<TableCell> corner = row.kind2().corner();
        boolean named = corner.isPresent();
        for (TableCell cell : row.cells()) {
            if (cell.continued()
                    || cell.isEmpty()
                    || corner.filter(cell::equals).isPresent()) {
                continue;
            }
            Optional<Label> label =
                    cell.column2().or(() -> ofTheYear(cell.text())).filter(known -> known.is("column"));
            named |= label.isPresent() || Row2.isQuantity(cell);
            if (named) {
                found.add(new Name(label.map(Label::code).orElse(""), cell));
            }
        }
        last = "";
        names = found;
        headWidth = row.width();
    }

    /** The name of a column that says the report's own year in place of 本年. */
    private Optional<Label> ofTheYear(String text) {
        String name = Wording.squeeze(text);
        return year.map(String::valueOf)
                .filter(name::startsWith)
                .map(own -> name.substring(own.length()))
                .filter(rest -> rest.startsWith("年"))
                .flatMap(rest -> Labels.TABLE2.column("本" + rest));
    }

    private void values(TableRow row, int at) {
        TableCell labelCell = row.cells().get(at);
        String code = labelCell.row2().orElseThrow().code();
        Tail tail = new Tail(row.cells().subList(at + 1, row.cells().size()));
        last = code;
        lastLabelEnd = labelCell.end();
        lastHasRoom = tail.hasRoom();
        List<String> columns = columns(code);
        if (columns.isEmpty()) {
            return;
        }
        underUnknownNames(code, columns, row, tail);
        List<String> known = columns.stream().filter(name -> !name.isEmpty()).toList();
        if (new HashSet<>(known).size() < known.size()) {
            doubt(code, columns, row, tail, "stands under a head that names a column twice");
            return;
        }
        Alignment alignment = align(tail, columns.size(), row);
        neighbours.met(code, columns.size(), tail, alignment.doubt().isPresent());
        if (alignment.doubt().isPresent()) {
            doubt(code, columns, row, tail, alignment.doubt().get());
        } else {
            write(code, columns, labelCell.text(), alignment.cells());
        }
    }

    /** What the form has and the head does not name, where the head names something else instead: nobody can tell that this is the same. */
    private void underUnknownNames(String row, List<String> columns, TableRow gridRow, Tail tail) {
        String unknown = names.stream()
                .filter(name -> name.code().isEmpty())
                .map(name -> name.cell().text())
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            List<String> missing = ofTheForm(row).stream()
                    .filter(column -> !columns.contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                doubt(row, missing, gridRow, tail, "stands under a column that the form does not have: " + unknown);
            }
        }
    }

    /** The columns that the head names; those of the form where the head is lost. */
    private List<String> columns(String row) {
        if (!names.isEmpty()) {
            return names.stream().map(Name::code).toList();
        }
        return ofTheForm(row);
    }

    private List<String> ofTheForm(String row) {
        String prefix = "t2." + row + ".";
        return FormRows.of(generation, 2).getOrDefault(row, List.of()).stream()
                .map(field -> field.substring(prefix.length()))
                // The dictionary has what both forms share first; on the form of 2019 the decisions come last.
                .sorted(Comparator.comparing(DECISIONS::equals))
                .toList();
    }

    private Alignment align(Tail tail, int columns, TableRow row) {
        if (tail.size() < columns) {
            return Alignment.doubtful("has only " + tail.size() + " cells for " + columns + " columns");
        }
        Optional<List<TableCell>> under = underNames(tail, row);
        if (under.isPresent() && (believed(under.get()) || columns == 2 && drawn && spansDiffer())) {
            return Alignment.certain(under.get());
        }
        if (tail.occupied() > columns) {
            return Alignment.doubtful("has " + tail.occupied() + " values for " + columns + " columns");
        }
        boolean inFront = tail.first() == 0 && tail.extent() == columns && tail.occupied() == columns;
        List<TableCell> cells = tail.window(0, columns);
        if (tail.occupied() == 0 || inFront || tail.size() == columns && believed(cells)) {
            return Alignment.certain(cells);
        }
        return Alignment.doubtful("has an empty cell in front of, between or behind its values");
    }

    /** A blank at an end is believed in a drawn table, unless the report prints its zeros: then the row may have moved. */
    private boolean believed(List<TableCell> cells) {
        return !blankAtEdge(cells) || drawn && !printsZeros;
    }

    /** Whether a cell that moved under the next name would not be as wide as that. */
    private boolean spansDiffer() {
        return names.stream().map(name -> name.cell().span()).distinct().count() == names.size();
    }

    private static boolean hasZero(TableRow row) {
        return row.kind2().label().isPresent()
                && row.cells().stream()
                        .anyMatch(cell -> cell.count()
                                .number()
                                .filter(value -> value.signum() == 0)
                                .isPresent());
    }

    /** A row with a blank at one end may have moved by a cell; nothing in this table would show it. */
    private static boolean blankAtEdge(List<TableCell> cells) {
        boolean all = cells.stream().allMatch(TableCell::isEmpty);
        return !all && (cells.get(0).isEmpty() || cells.get(cells.size() - 1).isEmpty());
    }

    /** The cells that stand exactly under the names, if the row is as wide as the head and has nothing elsewhere. */
    private Optional<List<TableCell>> underNames(Tail tail, TableRow row) {
        if (names.isEmpty() || row.width() != headWidth || !row.sound()) {
            return Optional.empty();
        }
        List<TableCell> under = new ArrayList<>();
        List<TableCell> repeated = new ArrayList<>();
        for (Name name : names) {
            tail.cells().stream()
                    .filter(cell -> cell.column() == name.cell().column()
                            && cell.span() == name.cell().span())
                    .findFirst()
                    .or(() -> writtenOut(name, tail, repeated))
                    .ifPresent(under::add);
        }
        boolean strays = tail.cells().stream()
                .anyMatch(cell -> !cell.isEmpty() && !under.contains(cell) && !repeated.contains(cell));
        return under.size() == names.size() && !strays ? Optional.of(under) : Optional.empty();
    }

    /** The value of a merged cell that was written into each place under its name, as the name was. */
    private Optional<TableCell> writtenOut(Name name, Tail tail, List<TableCell> repeated) {
        List<TableCell> cells = tail.cells().stream()
                .filter(cell -> cell.column() >= name.cell().column()
                        && cell.end() <= name.cell().end())
                .toList();
        boolean alike = writtenOut
                && cells.stream().mapToInt(TableCell::span).sum() == name.cell().span()
                && cells.stream().map(TableCell::text).distinct().count() == 1;
        if (!alike) {
            return Optional.empty();
        }
        repeated.addAll(cells);
        return Optional.of(cells.get(0));
    }

    /** The unit of an amount: what the name of its column, the label, the article or a caption says. */
    private String unit(int column, String label) {
        List<String> texts = new ArrayList<>(captions);
        texts.add(article);
        texts.add(label);
        String head = names.isEmpty() ? "" : names.get(column).cell().text();
        texts.add(head);
        if (MoneyUnit.namedIn(head).isEmpty()) {
            texts.addAll(chapter);
        }
        return MoneyUnit.in(texts);
    }

    private void write(String row, List<String> columns, String label, List<TableCell> cells) {
        boolean merged = cells.stream().anyMatch(cell -> RowCells.holdsSeveral(cell.text()));
        for (int i = 0; i < columns.size(); i++) {
            Optional<Field> field = Fields.byCode("t2." + row + "." + columns.get(i));
            if (field.isEmpty()) {
                continue;
            }
            TableCell cell = cells.get(i);
            CellValue value = RowCells.value(cell, Measure.of(field.get()), unit(i, label), merged);
            if (value instanceof CellValue.Unreadable unreadable) {
                reading.warn(field.get().code(), unreadable.reason(), cell.locator());
            }
            reading.put(field.get().code(), new Cell(value, cell.text(), cell.locator()));
        }
    }

    private void doubt(String row, List<String> columns, TableRow gridRow, Tail tail, String reason) {
        reading.warn("t2." + row, "the row " + reason, gridRow.locator());
        for (String column : columns) {
            Cell cell = new Cell(
                    new CellValue.Unreadable("the row " + reason), RowCells.raw(tail.cells()), gridRow.locator());
            Fields.byCode("t2." + row + "." + column).ifPresent(field -> reading.put(field.code(), cell));
        }
    }
}
