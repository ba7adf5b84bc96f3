package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.annals.report.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0;              COUNT;  0
            27732;          COUNT;  27732
            27,732;         COUNT;  27732
            1,234,567;      COUNT;  1234567
            ２７，７３２;     COUNT;  27732
            １２;            COUNT;  12
            12件;           COUNT;  12
            12 件;          COUNT;  12
            3项;            COUNT;  3
            4个;            COUNT;  4
            100.00;         COUNT;  100
            +3;             CHANGE; 3
            -8;             CHANGE; -8
            －8;            CHANGE; -8
            —8;             CHANGE; -8
            增12;           CHANGE; 12
            减5;            CHANGE; -5
            减少5项;         CHANGE; -5
            增加 2 项;       CHANGE; 2
            +1036;          CHANGE; 1036
            0;              CHANGE; 0
            11384.8489;     MONEY;  11384.8489
            11,384.8489;    MONEY;  11384.8489
            160.5964万元;    MONEY;  160.5964
            251000元;        MONEY;  25.1
            1.5亿元;         MONEY;  15000
            0.00;           MONEY;  0
            """)
    void oneNumberIsReadInTheUnitOfItsField(String text, Measure measure, BigDecimal value) {
        assertThat(NumberReader.read(text, measure, "万元").number())
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\u00a0", "\u3000", "-", "--", "—", "——", "－", "/", "／", "//", "无", "不涉及", "不适用", " 无 ", "N/A"
            })
    void nothingADashOrNoneIsBlankAndNotZero(String text) {
        assertThat(NumberReader.read(text, Measure.COUNT, "")).isEqualTo(new CellValue.Blank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "49 1",
                "4\n9",
                "27 732",
                "1 2",
                "0 0",
                "05",
                "007",
                "5①",
                "5*",
                "约5",
                "5%",
                "三",
                "O",
                "o",
                "〇",
                "5-6",
                "3/4",
                "1,2",
                "12,34",
                "1,2345",
                "5(6)",
                "(5)",
                "+3",
                "-8",
                "3.5",
                "1.2.3",
                "12件3件",
                "增12减5",
                "5.",
                ".5",
                "1e3",
                "0x10",
                "▢",
                "5▢",
                "见附件",
                "12万元",
                "99999999999999999999",
                "５　６",
                "1，000，00",
                "٣",
                "--5",
                "5 元"
            })
    void whatIsNotExactlyOneCountIsUnreadable(String text) {
        assertThat(NumberReader.read(text, Measure.COUNT, "")).isInstanceOf(CellValue.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "12件", "5万5", "3千元", "160.5964 157.0586"})
    void whatIsNotOneAmountIsUnreadable(String text) {
        assertThat(NumberReader.read(text, Measure.MONEY, "万元")).isInstanceOf(CellValue.Unreadable.class);
    }

    @Test
    void theUnitOfTheColumnHoldsWhereTheCellNamesNone() {
        assertThat(NumberReader.read("251000", Measure.MONEY, "元").number())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("25.1"));
    }

    @Test
    void aHugeTextIsRefusedAtOnce() {
        assertThat(NumberReader.read("1,".repeat(1_000_000), Measure.COUNT, ""))
                .isInstanceOf(CellValue.Unreadable.class);
    }
}
