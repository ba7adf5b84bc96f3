package org.annals.report;

import java.util.Objects;

/**
 * One cell of a statutory table, as the dictionary names it.
 *
 * @param code for example {@code t3.granted.natural}
 * @param table 1 (pre-2019 annex), 2, 3 or 4
 * @param generation {@code 2021}, {@code 2019}, {@code both} (of these two) or {@code pre2019}
 * @param unit 件, 项, 个, 万元 …
 * @param type integer or decimal
 */
public record Field(String code, int table, String generation, String label, String unit, String type) {
    public Field {
        Objects.requireNonNull(code);
        Objects.requireNonNull(generation);
        Objects.requireNonNull(label);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(type);
    }

    public boolean isOf(Generation of) {
        return generation.equals(of.code()) || (generation.equals("both") && of != Generation.PRE2019);
    }
}
