package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the drawn tables of a page: lines that cross each other. A lone frame is none. */
final class Lattices {
    private static final double SAME_LINE = 2;
    private static final double SHORTEST = 4;
    private static final int MOST_LINES = 4_000;

    private Lattices() {}

    /** From top to bottom. */
    static List<Lattice> find(List<Rule> drawn) {
        List<Rule> lines = new ArrayList<>(joined(drawn, true));
        int horizontals = lines.size();
        lines.addAll(joined(drawn, false));
        if (lines.size() > MOST_LINES) {
            return List.of(); // a drawing, not a form
        }
        int[] group = new int[lines.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int h = 0; h < horizontals; h++) {
            for (int v = horizontals; v < lines.size(); v++) {
                if (cross(lines.get(h), lines.get(v))) {
                    group[root(group, h)] = root(group, v);
                }
            }
        }
        Map<Integer, List<Rule>> groups = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(lines.get(i));
        }
        return groups.values().stream()
                .filter(rules -> rules.stream().filter(Rule::horizontal).count() >= 2
                        && rules.stream().filter(rule -> !rule.horizontal()).count() >= 2)
                .flatMap(rules -> Lattice.of(rules).stream())
                .filter(lattice -> lattice.cells().size() >= 2)
                .sorted(Comparator.comparingDouble(Lattice::top).thenComparingDouble(Lattice::left))
                .toList();
    }

    private static int root(int[] group, int line) {
        int at = line;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private static boolean cross(Rule h, Rule v) {
        return h.at() >= v.from() - Lattice.NEAR
                && h.at() <= v.to() + Lattice.NEAR
                && v.at() >= h.from() - Lattice.NEAR
                && v.at() <= h.to() + Lattice.NEAR;
    }

    /** Lines of one direction, pieces of one line put together. */
    private static List<Rule> joined(List<Rule> drawn, boolean horizontal) {
        List<Rule> sorted = drawn.stream()
                .filter(rule -> rule.horizontal() == horizontal)
                .sorted(Comparator.comparingDouble(Rule::at))
                .toList();
        List<Rule> joined = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).at() - sorted.get(from).at() > SAME_LINE) {
                joinPieces(sorted.subList(from, i), joined);
                from = i;
            }
        }
        joined.removeIf(rule -> rule.to() - rule.from() < SHORTEST);
        return joined;
    }

    private static void joinPieces(List<Rule> pieces, List<Rule> joined) {
        List<Rule> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(Rule::from));
        double at = sorted.stream().mapToDouble(Rule::at).average().orElseThrow();
        double from = sorted.get(0).from();
        double to = sorted.get(0).to();
        for (Rule piece : sorted) {
            if (piece.from() - to > Lattice.NEAR) {
                joined.add(new Rule(piece.horizontal(), at, from, to));
                from = piece.from();
                to = piece.to();
            }
            to = Math.max(to, piece.to());
        }
        joined.add(new Rule(sorted.get(0).horizontal(), at, from, to));
    }
}
