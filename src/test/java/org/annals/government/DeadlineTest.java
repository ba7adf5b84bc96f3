package org.annals.government;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "MINISTRY,   2022, 2023-01-31",
        "DEPARTMENT, 2019, 2020-01-31",
        "DEPARTMENT, 2018, 2019-03-31",
        "PROVINCE,   2022, 2023-03-31",
        "PREFECTURE, 2022, 2023-03-31",
        "COUNTY,     2023, 2024-03-31",
        "ZONE,       2022, 2023-03-31",
    })
    void departmentsHaveUntilJanuaryAndGovernmentsUntilMarch(Level level, int fiscalYear, LocalDate last) {
        assertThat(Deadline.of(level, fiscalYear)).isEqualTo(last);
    }
}
