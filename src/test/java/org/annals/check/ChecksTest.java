package org.annals.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.annals.check.CheckResult.Status;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    private Report report(Generation generation) {
        for (Field field : Fields.of(generation)) {
            cells.putIfAbsent(field.code(), number(0));
        }
        return new Report(
                generation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                cells);
    }

    private static Cell number(long value) {
        return new Cell(new CellValue.Number(BigDecimal.valueOf(value)), String.valueOf(value), "line 1, cell 1");
    }

    private CheckResult check(Generation generation, String code, String scope) {
        return Checks.run(report(generation)).stream()
                .filter(result -> result.code().equals(code) && result.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormOf2021HasFortyTwoSumsAndSixKindsOfNumbers() {
        assertThat(Checks.run(report(Generation.G2021)))
                .hasSize(25 + 7 + 7 + 3 + 6)
                .allMatch(result -> result.status() == Status.PASS);
    }

    @Test
    void aFormOf2019HasFortySums() {
        assertThat(Checks.run(report(Generation.G2019))).hasSize(23 + 7 + 7 + 3 + 6);
    }

    @Test
    void whatDoesNotBalanceFailsWithBothSides() {
        cells.put("t3.new.natural", number(49));
        cells.put("t3.carried_in.natural", number(7));
        cells.put("t3.result_total.natural", number(50));
        cells.put("t3.carried_out.natural", number(5));
        assertThat(check(Generation.G2021, "t3.balance", "natural"))
                .isEqualTo(new CheckResult(
                        "t3.balance",
                        "natural",
                        Status.FAIL,
                        Optional.of(BigDecimal.valueOf(56)),
                        Optional.of(BigDecimal.valueOf(55))));
    }

    @Test
    void aRowThatIsNotItsSumFails() {
        cells.put("t4.review.upheld", number(2));
        cells.put("t4.review.total", number(3));
        assertThat(check(Generation.G2021, "t4.row", "review").status()).isEqualTo(Status.FAIL);
    }

    @Test
    void undividedOtherHandlingCountsAmongTheResultsOf2019() {
        cells.put("t3.other_handling.legal", number(4));
        cells.put("t3.result_total.legal", number(4));
        assertThat(check(Generation.G2019, "t3.result_sum", "legal").status()).isEqualTo(Status.PASS);
    }

    @Test
    void aBlankOperandSkipsTheCheckSinceItIsNotZero() {
        cells.put("t3.granted.ngo", new Cell(new CellValue.Blank(), "", "line 1, cell 1"));
        assertThat(check(Generation.G2021, "t3.row", "granted"))
                .isEqualTo(new CheckResult("t3.row", "granted", Status.SKIP, Optional.empty(), Optional.empty()));
        assertThat(check(Generation.G2021, "t3.result_sum", "ngo").status()).isEqualTo(Status.SKIP);
    }

    @Test
    void twoDigitsOfOneNumberInTwoCellsAreNamed() {
        cells.put("t3.granted.natural", number(1));
        cells.put("t3.granted.business", number(2));
        cells.put("t3.granted.total", number(12));
        assertThat(check(Generation.G2021, "t3.split_digit", "granted"))
                .isEqualTo(new CheckResult(
                        "t3.split_digit",
                        "granted",
                        Status.FAIL,
                        Optional.of(BigDecimal.valueOf(12)),
                        Optional.of(BigDecimal.valueOf(3))));
    }

    @Test
    void aWrongSumThatNoJoiningRepairsIsNoSplitDigit() {
        cells.put("t3.granted.natural", number(1));
        cells.put("t3.granted.business", number(2));
        cells.put("t3.granted.total", number(13));
        assertThat(check(Generation.G2021, "t3.split_digit", "granted").status())
                .isEqualTo(Status.PASS);
    }

    @Test
    void aNumberOfTwoDigitsIsNoHalfOfACutOne() {
        cells.put("t3.granted.natural", number(1));
        cells.put("t3.granted.business", number(20));
        cells.put("t3.granted.total", number(30));
        assertThat(check(Generation.G2021, "t3.split_digit", "granted").status())
                .isEqualTo(Status.PASS);
    }

    @Test
    void aRowThatAddsUpIsNotAskedForSplitDigits() {
        assertThat(Checks.run(report(Generation.G2021)))
                .noneMatch(result -> result.code().equals("t3.split_digit"));
    }

    @Test
    void aNegativeCountFails() {
        cells.put("t2.penalty.decisions", number(-3));
        assertThat(check(Generation.G2021, "t2.non_negative", "penalty.decisions"))
                .isEqualTo(new CheckResult(
                        "t2.non_negative",
                        "penalty.decisions",
                        Status.FAIL,
                        Optional.of(BigDecimal.ZERO),
                        Optional.of(BigDecimal.valueOf(-3))));
    }

    @Test
    void theChangeInItemsMayBeNegative() {
        cells.put("t2.licensing.items_change", number(-8));
        assertThat(check(Generation.G2019, "t2.non_negative", "all").status()).isEqualTo(Status.PASS);
    }

    @Test
    void aCountIsWholeButMoneyNeedNotBe() {
        cells.put("t2.fees.amount", decimal("11384.8489"));
        assertThat(check(Generation.G2021, "t2.integer", "all").status()).isEqualTo(Status.PASS);
        cells.put("t2.licensing.decisions", decimal("27.5"));
        assertThat(check(Generation.G2021, "t2.integer", "licensing.decisions"))
                .isEqualTo(new CheckResult(
                        "t2.integer",
                        "licensing.decisions",
                        Status.FAIL,
                        Optional.of(BigDecimal.valueOf(27)),
                        Optional.of(new BigDecimal("27.5"))));
        cells.put("t2.licensing.decisions", decimal("27.0"));
        assertThat(check(Generation.G2021, "t2.integer", "all").status()).isEqualTo(Status.PASS);
    }

    @Test
    void aTableWithoutANumberIsSkipped() {
        for (Field field : Fields.of(Generation.G2021)) {
            if (field.table() == 4) {
                cells.put(field.code(), new Cell(new CellValue.Blank(), "", "line 1, cell 1"));
            }
        }
        assertThat(check(Generation.G2021, "t4.non_negative", "all").status()).isEqualTo(Status.SKIP);
    }

    @Test
    void indicatorsBefore2019AddUpToo() {
        cells.put("t1.requests_online", number(12));
        cells.put("t1.requests_letter", number(3));
        cells.put("t1.requests", number(16));
        cells.put("t1.suits_upheld", number(1));
        cells.put("t1.suits", number(1));
        assertThat(check(Generation.PRE2019, "t1.sum", "requests"))
                .isEqualTo(new CheckResult(
                        "t1.sum",
                        "requests",
                        Status.FAIL,
                        Optional.of(BigDecimal.valueOf(15)),
                        Optional.of(BigDecimal.valueOf(16))));
        assertThat(check(Generation.PRE2019, "t1.sum", "suits").status()).isEqualTo(Status.PASS);
    }

    private static Cell decimal(String value) {
        return new Cell(new CellValue.Number(new BigDecimal(value)), value, "line 1, cell 1");
    }
}
