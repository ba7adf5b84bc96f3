package org.annals.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many numbers lie where: in steps of 1, 2, 5, 10, 20, 50 …, since figures of governments reach from none to hundreds of thousands. */
final class Histogram {
    private static final int[] STEPS = {1, 2, 5};

    /** From, including, up to, excluding; the first bin has no lower end where numbers are below zero, the last no upper one. */
    record Bin(Optional<BigDecimal> from, Optional<BigDecimal> to, int count) {}

    private Histogram() {}

    /** @param ascending sorted */
    static List<Bin> of(List<BigDecimal> ascending) {
        if (ascending.isEmpty()) {
            return List.of();
        }
        List<BigDecimal> edges = new ArrayList<>(List.of(BigDecimal.ZERO));
        BigDecimal highest = ascending.get(ascending.size() - 1);
        for (int power = 0; edges.get(edges.size() - 1).compareTo(highest) <= 0; power++) {
            for (int step : STEPS) {
                edges.add(BigDecimal.valueOf(step).movePointRight(power));
            }
        }
        List<Bin> bins = new ArrayList<>();
        int at = count(ascending, 0, BigDecimal.ZERO);
        if (at > 0) {
            bins.add(new Bin(Optional.empty(), Optional.of(BigDecimal.ZERO), at));
        }
        for (int i = 0; i + 1 < edges.size() && at < ascending.size(); i++) {
            int behind = count(ascending, at, edges.get(i + 1));
            bins.add(new Bin(Optional.of(edges.get(i)), Optional.of(edges.get(i + 1)), behind - at));
            at = behind;
        }
        return bins;
    }

    private static int count(List<BigDecimal> ascending, int from, BigDecimal below) {
        int at = from;
        while (at < ascending.size() && ascending.get(at).compareTo(below) < 0) {
            at++;
        }
        return at;
    }
}
