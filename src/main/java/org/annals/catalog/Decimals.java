package org.annals.catalog;

import java.math.BigDecimal;

/** How exact decimals stand in a column: INTEGER where whole, REAL where it says the same decimal, otherwise TEXT; never a rounded number. */
final class Decimals {
    private Decimals() {}

    static Object toColumn(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            return plain.longValueExact();
        }
        double real = plain.doubleValue();
        if (!Double.isInfinite(real) && BigDecimal.valueOf(real).compareTo(plain) == 0 && plain.precision() <= 15) {
            return real;
        }
        return plain.toPlainString();
    }

    /** @param column as {@link #toColumn} made it */
    static BigDecimal fromColumn(Object column) {
        if (column instanceof Double real) {
            return BigDecimal.valueOf(real);
        }
        return new BigDecimal(column.toString());
    }
}
