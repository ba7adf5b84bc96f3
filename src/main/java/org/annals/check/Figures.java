package org.annals.check;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Report;

/** The figures of one report as operands: a number, or nothing. A blank is not zero. */
record Figures(Report report) {
    static final String TOTAL = "total";

    Optional<BigDecimal> value(String field) {
        return report.cell(field).value().number();
    }

    /** Nothing where one of them is not a number. */
    Optional<BigDecimal> sum(List<String> fields) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String field : fields) {
            Optional<BigDecimal> value = value(field);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(value.get());
        }
        return Optional.of(sum);
    }

    /** Of table 3. */
    Optional<BigDecimal> total(String row) {
        return value("t3." + row + "." + TOTAL);
    }

    /** Of table 3. */
    Optional<BigDecimal> totals(List<String> rows) {
        return sum(rows.stream().map(row -> "t3." + row + "." + TOTAL).toList());
    }

    /** Rows of table 3, or blocks of table 4, in the order of the form. */
    Set<String> rows(int table) {
        return part(table, 1);
    }

    /** Columns of table 3 or 4, in the order of the form. */
    Set<String> columns(int table) {
        return part(table, 2);
    }

    /** Rows of table 3 whose names begin so. */
    List<String> rowsOf(String prefix) {
        return rows(3).stream().filter(row -> row.startsWith(prefix)).toList();
    }

    private Set<String> part(int table, int index) {
        Set<String> parts = new LinkedHashSet<>();
        for (Field field : Fields.of(report.generation())) {
            if (field.table() == table) {
                parts.add(field.code().split("\\.")[index]);
            }
        }
        return parts;
    }
}
