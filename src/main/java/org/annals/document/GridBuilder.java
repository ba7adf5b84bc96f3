package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Table rows with row and column spans → rows of cells with their grid columns, as the HTML standard forms a table, within limits. */
final class GridBuilder {
    private final List<Reaching> reaching = new ArrayList<>();
    private final String table;
    private final Styles styles;
    private final SoughtPlace sought;
    private int cells;

    /** A cell that reaches down into rows still to come. */
    private record Reaching(GridCell cell, int rowsLeft) {}

    private GridBuilder(String table, Styles styles, SoughtPlace sought) {
        this.table = table;
        this.styles = styles;
        this.sought = sought;
    }

    static List<GridRow> build(
            List<Element> rows, String table, Styles styles, List<String> warnings, SoughtPlace sought) {
        GridBuilder builder = new GridBuilder(table, styles, sought);
        List<GridRow> built = new ArrayList<>();
        for (Element row : rows) {
            if (built.size() >= Limits.ROWS || builder.cells >= Limits.CELLS) {
                warnings.add(table + ": only the first " + built.size() + " rows were read");
                break;
            }
            if (!builder.styles.hides(row)) {
                built.add(builder.row(row, built.size() + 1, rows.size() - built.size()));
            }
        }
        return built;
    }

    private GridRow row(Element row, int number, int rowsToEnd) {
        List<GridCell> placed = new ArrayList<>();
        List<Reaching> next = new ArrayList<>();
        boolean[] taken = new boolean[Limits.COLUMNS + 1];
        for (Reaching above : reaching) {
            GridCell cell = above.cell();
            placed.add(new GridCell(cell.text(), cell.column(), cell.span(), true, true, cell.locator()));
            take(taken, cell.column(), cell.span());
            if (above.rowsLeft() > 1) {
                next.add(new Reaching(cell, above.rowsLeft() - 1));
            }
        }
        String place = table + ", row " + number;
        sought.offer(place, row);
        boolean sound = true;
        int column = 0;
        int index = 0;
        for (Element element = row.firstElementChild(); element != null; element = element.nextElementSibling()) {
            String name = element.normalName();
            if (!name.equals("td") && !name.equals("th") || styles.hides(element)) {
                continue;
            }
            index++;
            while (column < Limits.COLUMNS && taken[column]) {
                column++;
            }
            int wanted = span(element, "colspan", 1);
            int span = Math.max(1, Math.min(wanted, Limits.COLUMNS - column));
            if (column >= Limits.COLUMNS) {
                sound = false;
                break;
            }
            sound &= span == wanted && take(taken, column, span);
            int tall = Math.min(span(element, "rowspan", rowsToEnd), rowsToEnd);
            String locator = place + ", cell " + index;
            sought.offer(locator, element);
            GridCell cell = new GridCell(CellText.of(element, styles), column, span, tall > 1, false, locator);
            placed.add(cell);
            cells++;
            if (tall > 1) {
                next.add(new Reaching(cell, tall - 1));
            }
            column += span;
        }
        reaching.clear();
        next.stream().filter(cell -> cell.rowsLeft() > 0).forEach(reaching::add);
        placed.sort((a, b) -> Integer.compare(a.column(), b.column()));
        return new GridRow(placed, place, sound && !holes(placed));
    }

    private static boolean holes(List<GridCell> cells) {
        int end = 0;
        for (GridCell cell : cells) {
            if (cell.column() != end) {
                return true;
            }
            end = cell.end();
        }
        return false;
    }

    private static boolean take(boolean[] taken, int column, int span) {
        boolean free = true;
        for (int i = column; i < Math.min(column + span, taken.length); i++) {
            free &= !taken[i];
            taken[i] = true;
        }
        return free;
    }

    /** The number in the attribute; 0 means up to the end for rows, and nothing else for columns. */
    private static int span(Element element, String attribute, int toTheEnd) {
        String value = element.attributesSize() == 0
                ? ""
                : element.attributes().get(attribute).strip();
        if (value.isEmpty() || value.length() > 9 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value.length() > 9 ? Integer.MAX_VALUE / 2 : 1;
        }
        int span = Integer.parseInt(value);
        return span == 0 ? Math.max(1, toTheEnd) : span;
    }
}
