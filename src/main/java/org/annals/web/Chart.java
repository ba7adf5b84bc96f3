package org.annals.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.CellHistory.OfYear;

/** A small bar chart of one field over fiscal years, as numbers that a template draws. A year without a number has no bar but a sign: blank is not zero. */
record Chart(List<Bar> bars, int zero, int width) {
    static final int HEIGHT = 140;

    private static final int TOP = 18;
    private static final int BOTTOM = 110;
    private static final int STEP = 56;
    private static final int BAR = 30;

    /**
     * One year.
     *
     * @param value empty where the cell holds no number
     * @param y top of the bar
     * @param height of the bar; at least a line, so that zero is seen
     */
    record Bar(OfYear year, Optional<BigDecimal> value, int x, int y, int height) {
        public int middle() {
            return x + BAR / 2;
        }

        public int width() {
            return BAR;
        }

        /** Where the number or the sign stands. */
        public int above() {
            return y - 4;
        }
    }

    /** With a place for each year between the first and the last; years without a report stay empty. */
    static Chart of(List<OfYear> years) {
        if (years.isEmpty()) {
            return new Chart(List.of(), BOTTOM, 0);
        }
        BigDecimal most = BigDecimal.ZERO;
        BigDecimal least = BigDecimal.ZERO;
        for (OfYear year : years) {
            BigDecimal value = year.cell().value().number().orElse(BigDecimal.ZERO);
            most = most.max(value);
            least = least.min(value);
        }
        BigDecimal span = most.subtract(least).max(BigDecimal.ONE);
        int zero = TOP + scaled(most, span);
        int first = years.get(0).fiscalYear();
        List<Bar> bars = new ArrayList<>();
        for (OfYear year : years) {
            Optional<BigDecimal> value = year.cell().value().number();
            int length = value.map(number -> scaled(number.abs(), span)).orElse(0);
            boolean below = value.filter(number -> number.signum() < 0).isPresent();
            bars.add(new Bar(
                    year,
                    value,
                    (year.fiscalYear() - first) * STEP + (STEP - BAR) / 2,
                    below ? zero : zero - Math.max(1, length),
                    Math.max(1, length)));
        }
        int last = years.get(years.size() - 1).fiscalYear();
        return new Chart(bars, zero, (last - first + 1) * STEP);
    }

    private static int scaled(BigDecimal value, BigDecimal span) {
        return value.multiply(BigDecimal.valueOf(BOTTOM - TOP))
                .divide(span, 0, RoundingMode.HALF_UP)
                .intValue();
    }

    public int height() {
        return HEIGHT;
    }

    /** Where the years stand. */
    public int foot() {
        return HEIGHT - 10;
    }
}
