package org.annals.parse;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.annals.report.CellValue;

/** What the value cells of a row have in common, whatever the table. */
final class RowCells {
    private static final Pattern SEVERAL = Pattern.compile("[0-9０-９]\\s+[0-9０-９]");

    private RowCells() {}

    /** Whether a cell holds more than one number: then a neighbour has probably lost its own. */
    static boolean holdsSeveral(String text) {
        return text.length() > 2 && hasBlank(text) && SEVERAL.matcher(text).find();
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    /** Whether a row without a blank has a cell with several numbers: then it holds more numbers than columns, and any of them may have moved. */
    static boolean holdTooMany(List<TableCell> cells) {
        return cells.stream().noneMatch(TableCell::isEmpty)
                && cells.stream()
                        .anyMatch(cell -> holdsSeveral(cell.text())
                                && NumberReader.read(cell.text(), Measure.MONEY, "万元") instanceof CellValue.Unreadable);
    }

    /** @param merged whether a cell of the same row holds several numbers, so that a blank in it may be no blank */
    static CellValue value(TableCell cell, Measure measure, String unit, boolean merged) {
        if (cell.tall() || cell.continued()) {
            return new CellValue.Unreadable("is one cell for several rows");
        }
        CellValue value = measure == Measure.COUNT ? cell.count() : NumberReader.read(cell.text(), measure, unit);
        return merged && value instanceof CellValue.Blank && cell.isEmpty()
                ? new CellValue.Unreadable("is empty beside a cell with two numbers")
                : value;
    }

    static String raw(List<TableCell> cells) {
        return cells.stream().map(TableCell::text).collect(Collectors.joining(" | "));
    }
}
