package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTurnedTest {
    @Test
    void labelWithAnAddedNegationIsAnother() {
        assertThat(Labels.TABLE3.row("1.属于国家秘密")).isPresent();
        assertThat(Labels.TABLE3.row("1.不属于国家秘密")).isEmpty();
        assertThat(Labels.TABLE3.row("一、上年新收政府信息公开申请数量")).isEmpty();
    }

    @Test
    void labelWithAMisprintIsStillKnown() {
        assertThat(Labels.TABLE3.row("一、本年新收政府信患公开申请数量")).isPresent();
    }

    @Test
    void bracketsThatNameAnotherQuantityAreKept() {
        assertThat(Wording.core("行政许可（上年）")).isEqualTo("行政许可上年");
        assertThat(Wording.core("本年处理决定数量（万件）")).isEqualTo("本年处理决定数量万件");
        assertThat(Wording.core("本年收费金额（单位：万元）")).isEqualTo("本年收费金额");
        assertThat(Wording.core("本年新收（不含上年结转）")).isEqualTo("本年新收");
    }
}
