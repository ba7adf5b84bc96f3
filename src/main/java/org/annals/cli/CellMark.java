package org.annals.cli;

import java.util.Map;
import org.annals.report.Cell;
import org.annals.report.Decimal;

/** A cell as one short word of a table: its number, or a sign for what is no number. */
final class CellMark {
    private static final Map<String, String> SIGNS = Map.of("blank", "·", "unreadable", "?", "absent", "–");

    static final String LEGEND = "· blank, which is not 0   ? unreadable   – no such cell in the document";

    private CellMark() {}

    static String of(Cell cell) {
        return cell.value()
                .number()
                .map(Decimal::plain)
                .orElseGet(() -> SIGNS.get(cell.value().state()));
    }
}
