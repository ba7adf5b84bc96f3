package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.annals.report.CellValue;

/** Rows without a label that hold nothing but numbers: the rest of a cell or of half the row above them. */
final class Leftovers {
    static final String REASON = "is followed by a row without a label that holds numbers";

    private static final Pattern NUMBERS =
            Pattern.compile("(?:增加?|减少?|[+＋－-])?[.．,，]?[0-9０-９][0-9０-９.．,，\\s]*[件条个万元]*");
    private static final Pattern PAGE = Pattern.compile("第\\s*[0-9０-９]+\\s*页(?:.{0,3}共\\s*[0-9０-９]+\\s*页)?");

    private Leftovers() {}

    /**
     * Whether a row holds numbers and no words but those of known labels and those for nothing (无, 不涉及). A number alone is a page number where it is the only cell of its row or stands
     * in front of the values, unless the row above has room for it: a row torn at the foot of a page goes on in the first column.
     *
     * @param from first grid column that may hold a value
     * @param room whether a value of the row above is empty
     */
    static boolean in(TableRow row, int from, boolean room, Predicate<TableCell> known) {
        List<TableCell> numbers = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            if (cell.isEmpty() || cell.continued() || known.test(cell)) {
                continue;
            }
            if (NUMBERS.matcher(cell.text()).matches()) {
                numbers.add(cell);
            } else if (!(cell.count() instanceof CellValue.Blank)) {
                return false;
            }
        }
        if (numbers.size() == 1) {
            return room || row.cells().size() > 1 && numbers.get(0).column() >= from;
        }
        return !numbers.isEmpty();
    }

    /** Whether a row says something that is neither a number, the number of a page nor a known label. */
    static boolean hasOtherWords(TableRow row, Predicate<TableCell> known) {
        return row.cells().stream()
                .filter(cell -> !cell.continued() && !known.test(cell))
                .anyMatch(cell -> cell.text().codePoints().anyMatch(Character::isLetter)
                        && !NUMBERS.matcher(cell.text()).matches()
                        && !PAGE.matcher(cell.text()).matches());
    }
}
