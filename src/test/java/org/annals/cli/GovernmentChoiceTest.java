package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GovernmentChoiceTest {
    private static final Map<String, String> NAMES =
            Map.of("110000", "北京市", "130000", "河北省", "130100", "石家庄市", "130600", "保定市", "x", "河北省保定市", "y", "保定市");

    @Test
    void codeNameOrPartOfAName() {
        assertThat(GovernmentChoice.of(" 110000 ", NAMES)).isEqualTo("110000");
        assertThat(GovernmentChoice.of("河北省", NAMES)).isEqualTo("130000");
        assertThat(GovernmentChoice.of("家庄", NAMES)).isEqualTo("130100");
    }

    @Test
    void severalAreListed() {
        assertThatThrownBy(() -> GovernmentChoice.of("保定市", NAMES))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("130600 保定市, y 保定市")
                .hasMessageNotContaining("河北省保定市");
        assertThatThrownBy(() -> GovernmentChoice.of("市", NAMES)).hasMessageContaining("any of 5");
    }

    @Test
    void noneIsSaid() {
        assertThatThrownBy(() -> GovernmentChoice.of("武汉", NAMES)).hasMessageContaining("no government");
        assertThatThrownBy(() -> GovernmentChoice.of("", NAMES)).isInstanceOf(UsageError.class);
    }
}
