package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.annals.capture.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "武汉市, 6", "（一）, 6", "２０２２, 8", "e\u0301, 1", "𠮷, 2", "–, 1", "'', 0"})
    void columns(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void cutTextFitsAndSaysSo() {
        assertThat(DisplayWidth.cut("武汉市人民政府", 8)).isEqualTo("武汉市…");
        assertThat(DisplayWidth.cut("武汉市人民政府", 14)).isEqualTo("武汉市人民政府");
        assertThat(DisplayWidth.padded("武汉", 6)).isEqualTo("武汉  ");
    }

    @Test
    void excerptShowsWhereTextsDiffer() {
        String before = "全年主动公开政府信息".repeat(9) + "共十二件，" + "其余依申请公开".repeat(9);
        Excerpt excerpt = Excerpt.of(before, before.replace("十二", "十三"), 60);
        assertThat(excerpt.before()).isEqualTo("…公开政府信息共十二件，其余依申请公…");
        assertThat(excerpt.after()).isEqualTo("…公开政府信息共十三件，其余依申请公…");
    }

    @Test
    void excerptOfWhollyDifferentTextsFits() {
        Excerpt excerpt = Excerpt.of("甲".repeat(500), "乙".repeat(500), 60);
        assertThat(DisplayWidth.of(excerpt.before())).isLessThanOrEqualTo(60);
        assertThat(excerpt.after()).endsWith("…");
    }

    @Test
    void excerptOfRepetitionDoesNotOverlap() {
        Excerpt excerpt = Excerpt.of("哈".repeat(100), "哈".repeat(101), 60);
        assertThat(excerpt.before()).isNotEqualTo(excerpt.after());
    }

    @Test
    void controlCharactersNeverReachTheTerminal() {
        assertThat(Printable.of(" a\u001b]0;x\u0007\r\nb\u202Ec\u0000 \u3000d "))
                .isEqualTo("a]0;x bc d");
    }
}
