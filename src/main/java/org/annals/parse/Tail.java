package org.annals.parse;

import java.util.List;

/** The cells of a row behind its label. */
record Tail(List<TableCell> cells) {
    Tail {
        cells = List.copyOf(cells);
    }

    int size() {
        return cells.size();
    }

    int occupied() {
        int occupied = 0;
        for (TableCell cell : cells) {
            occupied += cell.isEmpty() ? 0 : 1;
        }
        return occupied;
    }

    /** Whether a cell with something in it began in a row above. */
    boolean holdsFromAbove() {
        for (TableCell cell : cells) {
            if (cell.continued() && !cell.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is empty or has no cell at all. */
    boolean hasRoom() {
        return cells.isEmpty() || occupied() < size();
    }

    /** Index of the first cell that is not empty; the size where all are. */
    int first() {
        int i = 0;
        while (i < cells.size() && cells.get(i).isEmpty()) {
            i++;
        }
        return i;
    }

    /** Number of cells from the first that is not empty to the last. */
    int extent() {
        int last = cells.size() - 1;
        while (last >= 0 && cells.get(last).isEmpty()) {
            last--;
        }
        return Math.max(0, last - first() + 1);
    }

    List<TableCell> window(int from, int length) {
        return cells.subList(from, from + length);
    }
}
