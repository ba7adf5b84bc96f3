package org.annals.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void eachGenerationHasTheCellsOfItsForm() {
        assertThat(Fields.of(Generation.G2021)).hasSize(10 + 175 + 15);
        assertThat(Fields.of(Generation.G2019)).hasSize(22 + 161 + 15);
        assertThat(Fields.of(Generation.PRE2019)).isNotEmpty().allMatch(field -> field.table() == 1);
    }

    @Test
    void decisionsAreOfBothGenerationsAndOtherHandlingOfOne() {
        assertThat(Fields.byCode("t2.licensing.decisions")).hasValueSatisfying(field -> {
            assertThat(field.isOf(Generation.G2019)).isTrue();
            assertThat(field.isOf(Generation.G2021)).isTrue();
            assertThat(field.isOf(Generation.PRE2019)).isFalse();
        });
        assertThat(Fields.of(Generation.G2021)).noneMatch(field -> field.code().startsWith("t3.other_handling."));
        assertThat(Fields.byCode("t3.nothing.natural")).isEmpty();
    }
}
