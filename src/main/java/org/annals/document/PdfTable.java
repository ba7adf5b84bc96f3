package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A table, or what of one stands on one page, to which what stands on the next can be added.
 *
 * @param cells by rows, from left to right
 * @param rowPlaces locator of each row
 */
record PdfTable(String place, List<PdfCell> cells, List<String> rowPlaces) {
    /** How a row of the form begins, but not the second half of a row that a page break has cut in two. */
    private static final Pattern NEW_ROW = Pattern.compile(
            "(?:\\d{1,2}\\s*[.、．]|[（(]\\s*[一二三四五六七八九十]|[一二三四五六七八九十]\\s*[、.．]|第\\s*二|信息|规章|行政|其他|政府|总计).*",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9０-９.,，．\\s]+");

    PdfTable {
        cells = List.copyOf(cells);
        rowPlaces = List.copyOf(rowPlaces);
    }

    double left() {
        return cells.stream().mapToDouble(PdfCell::left).min().orElse(0);
    }

    double right() {
        return cells.stream().mapToDouble(PdfCell::right).max().orElse(0);
    }

    /** Whether the other, at the top of the next page, is as wide and stands as this one at the bottom. */
    boolean mayGoOnWith(PdfTable next) {
        return Math.abs(left() - next.left()) <= 2 * Lattice.NEAR
                && Math.abs(right() - next.right()) <= 2 * Lattice.NEAR;
    }

    /** This table with the rows of the next page below; a row that the page break cut in two is put together again. */
    PdfTable with(PdfTable next) {
        int rows = rowPlaces.size();
        List<String> places = new ArrayList<>(rowPlaces);
        List<PdfCell> all = new ArrayList<>(cells);
        List<PdfCell> bottom = atRow(cells, rows - 1);
        List<PdfCell> top = atRow(next.cells, 0);
        boolean cut = isCut(bottom, top);
        int shift = cut ? rows - 1 : rows;
        places.addAll(next.rowPlaces.subList(cut ? 1 : 0, next.rowPlaces.size()));
        for (PdfCell cell : next.cells) {
            if (!cut || cell.row() > 0) {
                all.add(cell.down(shift));
            }
        }
        for (int i = 0; cut && i < bottom.size(); i++) {
            PdfCell above = bottom.get(i);
            PdfCell below = top.get(i);
            String text = Spaces.clean(above.text() + "\n" + below.text());
            int tall = above.rows() + below.rows() - 1;
            all.set(
                    all.indexOf(above),
                    new PdfCell(above.row(), tall, above.left(), above.right(), text, above.locator()));
        }
        return new PdfTable(place, all, places);
    }

    private static List<PdfCell> atRow(List<PdfCell> cells, int row) {
        return cells.stream()
                .filter(cell -> cell.row() <= row && row < cell.endRow())
                .sorted(Comparator.comparingDouble(PdfCell::left))
                .toList();
    }

    /** Whether two rows, at the end of one page and at the beginning of the next, are the halves of one. */
    private static boolean isCut(List<PdfCell> bottom, List<PdfCell> top) {
        if (bottom.size() != top.size() || bottom.isEmpty()) {
            return false;
        }
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < bottom.size(); i++) {
            if (!bottom.get(i).hasEdgesOf(top.get(i))) {
                return false;
            }
            // Cells over several rows go on over the page break in any case.
            if (bottom.get(i).rows() == 1 && top.get(i).rows() == 1) {
                above.add(bottom.get(i).text());
                below.add(top.get(i).text());
            }
        }
        if (below.stream().allMatch(String::isEmpty)) {
            return true;
        }
        for (int i = 0; i < above.size(); i++) {
            if (isNumber(above.get(i)) && isNumber(below.get(i))) {
                return false;
            }
        }
        Optional<String> label = below.stream()
                .filter(text -> !text.isEmpty() && !isNumber(text))
                .findFirst();
        if (label.isEmpty()) {
            return above.stream().noneMatch(PdfTable::isNumber)
                    && above.stream().anyMatch(text -> !text.isEmpty());
        }
        return !NEW_ROW.matcher(label.get()).matches()
                && !above.get(below.indexOf(label.get())).isEmpty();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    Grid grid(List<String> warnings) {
        TreeSet<Double> edges = new TreeSet<>();
        cells.forEach(cell -> {
            edges.add(cell.left());
            edges.add(cell.right());
        });
        TreeMap<Double, Integer> columns = new TreeMap<>();
        double last = 0;
        int column = -1;
        for (double edge : edges) {
            if (column < 0 || edge - last > Lattice.NEAR) {
                column++;
                last = edge;
            }
            columns.put(edge, column);
        }
        List<PlacedCell> placed = new ArrayList<>();
        for (PdfCell cell : cells) {
            int from = columns.get(cell.left());
            int span = Math.max(1, columns.get(cell.right()) - from);
            placed.add(new PlacedCell(cell.row(), from, cell.rows(), span, cell.text(), cell.locator()));
        }
        placed.sort(Comparator.comparingInt(PlacedCell::row));
        List<GridRow> rows = new ArrayList<>();
        for (GridRow row : PlacedCells.rows(placed, rowPlaces.size(), place, warnings)) {
            rows.add(new GridRow(row.cells(), rowPlaces.get(rows.size()), row.sound()));
        }
        return new Grid(rows, place, true);
    }
}
