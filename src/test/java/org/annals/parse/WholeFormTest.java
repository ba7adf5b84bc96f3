package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeFormTest {
    private static final long SEED = 20240131;

    @ParameterizedTest
    @EnumSource
    void everyCellOfTheFormOf2021IsRead(FormLayout layout) {
        everyCellIsRead(layout, Generation.G2021);
    }

    @ParameterizedTest
    @EnumSource
    void everyCellOfTheFormOf2019IsRead(FormLayout layout) {
        everyCellIsRead(layout, Generation.G2019);
    }

    private static void everyCellIsRead(FormLayout layout, Generation generation) {
        Random random = new Random(SEED);
        for (int i = 0; i < 5; i++) {
            Map<String, String> figures = Form.figures(generation, random);
            Report report = Expected.report(new Form(layout, generation, figures).write());
            assertThat(report.generation()).isEqualTo(generation);
            assertThat(report.publisher()).contains("青石县水利局");
            assertThat(report.sections()).hasSize(6);
            assertThat(Expected.values(report)).isEqualTo(figures);
        }
    }
}
