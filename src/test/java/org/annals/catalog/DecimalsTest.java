package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, Long",
        "0.00, Long",
        "-3, Long",
        "1200, Long",
        "999999999999999999, Long",
        "25.1, Double",
        "0.1, Double",
        "-0.0001, Double",
        "123456789.12345, Double",
        "12345678901234567.89, String",
        "123456789012345678901234567890, String"
    })
    void decimalStaysExact(BigDecimal number, String type) {
        Object column = Decimals.toColumn(number);
        assertThat(column.getClass().getSimpleName()).isEqualTo(type);
        assertThat(Decimals.fromColumn(column)).isEqualByComparingTo(number);
    }
}
