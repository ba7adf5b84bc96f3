package org.annals.report;

import java.math.BigDecimal;

/** Exact numbers for people: no exponent and no zeros behind the last digit that counts. */
public final class Decimal {
    private Decimal() {}

    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
