package org.annals.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table drawn with lines: the places where lines could be, and between which neighbours one is. */
final class Lattice {
    /** Lines nearer to each other than this, in points, are one. */
    static final double NEAR = 3;
    /** How far a line must stick out over the outermost crossing one to be the edge of an open side. */
    private static final double OPEN_SIDE = 10;

    private final double[] xs;
    private final double[] ys;
    private final boolean[][] lineAbove;
    private final boolean[][] lineBefore;
    /** Of each square: while joining, another one of its cell; when cut, the index of its cell. */
    private final int[] region;

    private final List<Place> cells = new ArrayList<>();

    /** A cell: its first row and column, and how many of each it spans. */
    record Place(int row, int column, int rows, int columns) {}

    private Lattice(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
        this.lineAbove = new boolean[ys.length][xs.length];
        this.lineBefore = new boolean[ys.length][xs.length];
        this.region = new int[(ys.length - 1) * (xs.length - 1)];
    }

    /** @param rules lines that cross each other; empty if they make more squares than any form has */
    static Optional<Lattice> of(List<Rule> rules) {
        double[] xs = places(rules, false);
        double[] ys = places(rules, true);
        if ((long) xs.length * ys.length > Limits.CELLS || xs.length < 2 || ys.length < 2) {
            return Optional.empty();
        }
        Lattice lattice = new Lattice(xs, ys);
        for (Rule rule : rules) {
            lattice.mark(rule);
        }
        lattice.join();
        lattice.cut();
        return Optional.of(lattice);
    }

    private static double[] places(List<Rule> rules, boolean horizontal) {
        List<Double> at = new ArrayList<>();
        double from = Double.MAX_VALUE;
        double to = -Double.MAX_VALUE;
        for (Rule rule : rules) {
            if (rule.horizontal() == horizontal) {
                at.add(rule.at());
            } else {
                from = Math.min(from, rule.from());
                to = Math.max(to, rule.to());
            }
        }
        at.sort(null);
        if (at.get(0) - from > OPEN_SIDE) {
            at.add(0, from);
        }
        if (to - at.get(at.size() - 1) > OPEN_SIDE) {
            at.add(to);
        }
        List<Double> places = new ArrayList<>();
        for (double place : at) {
            if (places.isEmpty() || place - places.get(places.size() - 1) > NEAR) {
                places.add(place);
            }
        }
        return places.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void mark(Rule rule) {
        double[] across = rule.horizontal() ? ys : xs;
        double[] along = rule.horizontal() ? xs : ys;
        for (int i = 0; i < across.length; i++) {
            if (Math.abs(across[i] - rule.at()) <= NEAR) {
                for (int k = 0; k + 1 < along.length; k++) {
                    double middle = (along[k] + along[k + 1]) / 2;
                    if (rule.from() <= middle && middle <= rule.to()) {
                        if (rule.horizontal()) {
                            lineAbove[i][k] = true;
                        } else {
                            lineBefore[k][i] = true;
                        }
                    }
                }
            }
        }
    }

    /** Squares with no line between them belong together. */
    private void join() {
        for (int i = 0; i < region.length; i++) {
            region[i] = i;
        }
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (row > 0 && !lineAbove[row][column]) {
                    union(square(row, column), square(row - 1, column));
                }
                if (column > 0 && !lineBefore[row][column]) {
                    union(square(row, column), square(row, column - 1));
                }
            }
        }
    }

    private int square(int row, int column) {
        return row * columns() + column;
    }

    private void union(int a, int b) {
        int first = root(a);
        int second = root(b);
        region[Math.max(first, second)] = Math.min(first, second);
    }

    private int root(int square) {
        int at = square;
        while (region[at] != at) {
            region[at] = region[region[at]];
            at = region[at];
        }
        return at;
    }

    int rows() {
        return ys.length - 1;
    }

    int columns() {
        return xs.length - 1;
    }

    double x(int column) {
        return xs[column];
    }

    double left() {
        return xs[0];
    }

    double right() {
        return xs[xs.length - 1];
    }

    double top() {
        return ys[0];
    }

    double bottom() {
        return ys[ys.length - 1];
    }

    boolean holds(Glyph glyph) {
        return glyph.centre() >= left()
                && glyph.centre() <= right()
                && glyph.middle() >= top()
                && glyph.middle() <= bottom();
    }

    /** From top to bottom and from left to right. */
    List<Place> cells() {
        return cells;
    }

    /** Where a border is broken so that no rectangle is left, each row is cut by itself. */
    private void cut() {
        Map<Integer, int[]> boxes = new HashMap<>();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                int r = row;
                int c = column;
                int[] box = boxes.computeIfAbsent(root(square(row, column)), key -> new int[] {r, c, r, c, 0});
                box[0] = Math.min(box[0], row);
                box[1] = Math.min(box[1], column);
                box[2] = Math.max(box[2], row);
                box[3] = Math.max(box[3], column);
                box[4]++;
            }
        }
        int[] owner = new int[region.length];
        Arrays.fill(owner, -1);
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (owner[square(row, column)] < 0) {
                    int[] box = boxes.get(root(square(row, column)));
                    boolean whole = box[4] == (box[2] - box[0] + 1) * (box[3] - box[1] + 1);
                    int end = column + 1;
                    while (end < columns() && root(square(row, end)) == root(square(row, column))) {
                        end++;
                    }
                    own(new Place(row, column, whole ? box[2] - row + 1 : 1, end - column), owner);
                }
            }
        }
        System.arraycopy(owner, 0, region, 0, owner.length);
    }

    private void own(Place cell, int[] owner) {
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
                owner[square(row, column)] = cells.size();
            }
        }
        cells.add(cell);
    }

    /** Index in {@link #cells} of the cell that a character stands in. */
    int cellOf(Glyph glyph) {
        return region[square(place(ys, glyph.middle()), place(xs, glyph.centre()))];
    }

    private static int place(double[] lines, double at) {
        int found = Arrays.binarySearch(lines, at);
        int index = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(index, lines.length - 2));
    }
}
