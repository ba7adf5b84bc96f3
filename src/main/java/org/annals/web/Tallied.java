package org.annals.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures of many reports: how many gave a number and how many did not and why, and what the numbers come to. */
final class Tallied {
    private final List<BigDecimal> numbers = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private int blank;
    private int unreadable;
    private int absent;
    private boolean sorted;

    void add(Amount amount) {
        switch (amount.state()) {
            case NUMBER -> {
                numbers.add(amount.value());
                sum = sum.add(amount.value());
                sorted = false;
            }
            case BLANK -> blank++;
            case UNREADABLE -> unreadable++;
            case ABSENT -> absent++;
        }
    }

    boolean isEmpty() {
        return numbers.isEmpty() && blank + unreadable + absent == 0;
    }

    int numbers() {
        return numbers.size();
    }

    int blank() {
        return blank;
    }

    int unreadable() {
        return unreadable;
    }

    int absent() {
        return absent;
    }

    BigDecimal sum() {
        return sum;
    }

    BigDecimal median() {
        return quantile(2, 4);
    }

    /** The number under which so many quarters of the numbers lie; between two of them their mean. Not to be asked where there are none. */
    BigDecimal quantile(int quarters, int of) {
        List<BigDecimal> ascending = ascending();
        long place = (long) quarters * (ascending.size() - 1);
        int below = (int) (place / of);
        BigDecimal low = ascending.get(below);
        if (place % of == 0) {
            return low;
        }
        BigDecimal high = ascending.get(below + 1);
        return low.add(high.subtract(low)
                        .multiply(BigDecimal.valueOf(place % of))
                        .divide(BigDecimal.valueOf(of), 6, RoundingMode.HALF_UP))
                .stripTrailingZeros();
    }

    List<BigDecimal> ascending() {
        if (!sorted) {
            Collections.sort(numbers);
            sorted = true;
        }
        return Collections.unmodifiableList(numbers);
    }
}
