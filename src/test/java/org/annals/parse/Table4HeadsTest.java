package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.annals.report.Generation;
import org.junit.jupiter.api.Test;

/** Table 4 with its blocks moved, cut, turned on their side, or under other names. */
class Table4HeadsTest {
    private static final String OUTCOMES = cells("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
    private static final String REVIEW = cells("4", "0", "2", "1", "7");
    private static final String DIRECT = cells("5", "3", "0", "0", "8");
    private static final String AFTER = cells("0", "9", "0", "2", "11");

    private static String cells(String... texts) {
        return List.of(texts).stream().map(text -> "<td>" + text + "</td>").collect(Collectors.joining());
    }

    private static Map<String, String> read(String... rows) {
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, Map.of());
        String page = form.write();
        int from = page.lastIndexOf("<table");
        int to = page.lastIndexOf("</table>") + "</table>".length();
        String table = List.of(rows).stream().map(row -> "<tr>" + row + "</tr>").collect(Collectors.joining());
        String written = page.substring(0, from) + "<table>" + table + "</table>" + page.substring(to);
        return Expected.values(Expected.report(written)).entrySet().stream()
                .filter(value -> value.getKey().startsWith("t4."))
                .collect(Collectors.toMap(value -> value.getKey().substring(3), Map.Entry::getValue));
    }

    private static String wide(String text, int columns) {
        return "<td colspan=\"" + columns + "\">" + text + "</td>";
    }

    private static String tall(String cells) {
        return cells.replace("<td>", "<td rowspan=\"2\">");
    }

    @Test
    void namesThatChangedPlacesOverTheSameSpansAreNotBelieved() {
        Map<String, String> read = read(
                wide("行政诉讼", 5) + wide("行政复议", 10),
                tall(OUTCOMES) + wide("未经复议直接起诉", 5) + wide("复议后起诉", 5),
                OUTCOMES + OUTCOMES,
                REVIEW + DIRECT + AFTER);
        assertThat(read.values()).hasSize(15).containsOnly("unreadable");
    }

    private static Map<String, String> readUnder(String direct, String after, String values) {
        return read(
                wide("行政复议", 5) + wide("行政诉讼", 10),
                tall(OUTCOMES) + wide(direct, 5) + wide(after, 5),
                OUTCOMES + OUTCOMES,
                values);
    }

    @Test
    void theSuitsHaveOtherNames() {
        for (String[] names : new String[][] {{"直接起诉", "经复议后起诉"}, {"未经行政复议直接起诉", "经行政复议后起诉"}}) {
            Map<String, String> read = readUnder(names[0], names[1], REVIEW + DIRECT + AFTER);
            assertThat(read)
                    .containsEntry("review.total", "7")
                    .containsEntry("suit_direct.corrected", "3")
                    .containsEntry("suit_direct.total", "8")
                    .containsEntry("suit_after_review.corrected", "9")
                    .containsEntry("suit_after_review.total", "11");
        }
    }

    @Test
    void reviewsBesideSuitsMergedIntoOneCellAreRead() {
        Map<String, String> read = readUnder("未经复议直接起诉", "复议后起诉", REVIEW + wide("0", 10));
        assertThat(read)
                .containsEntry("review.upheld", "4")
                .containsEntry("review.other", "2")
                .containsEntry("review.total", "7");
        assertThat(read.entrySet().stream()
                        .filter(value -> value.getKey().startsWith("suit"))
                        .map(Map.Entry::getValue))
                .hasSize(10)
                .containsOnly("unreadable");
    }

    @Test
    void reviewsThatNoSumProvesAndRowsOfFiveCellsAreUnreadable() {
        String unproved = cells("4", "0", "2", "1", "9");
        for (String values : List.of(unproved + wide("0", 10), REVIEW, REVIEW + wide("0", 4))) {
            assertThat(readUnder("未经复议直接起诉", "复议后起诉", values).values())
                    .hasSize(15)
                    .containsOnly("unreadable");
        }
    }

    @Test
    void namesThatChangedPlacesWithoutSpansAreNotBelievedEither() {
        Map<String, String> read = read(
                cells("行政诉讼", "行政复议"),
                OUTCOMES + cells("未经复议直接起诉", "复议后起诉"),
                OUTCOMES + OUTCOMES,
                REVIEW + DIRECT + AFTER);
        assertThat(read.values()).containsOnly("unreadable");
    }

    @Test
    void blocksInAnotherOrderAreReadByTheirHead() {
        Map<String, String> read = read(
                wide("行政诉讼", 10) + wide("行政复议", 5),
                wide("复议后起诉", 5) + wide("未经复议直接起诉", 5) + tall(OUTCOMES),
                OUTCOMES + OUTCOMES,
                AFTER + DIRECT + REVIEW);
        assertThat(read).containsEntry("review.total", "7").containsEntry("suit_direct.upheld", "5");
        assertThat(read).containsEntry("suit_after_review.corrected", "9");
    }

    @Test
    void aTableWithoutTheReviewsHasTheSuitsAlone() {
        Map<String, String> read =
                read(wide("行政诉讼", 10), wide("未经复议直接起诉", 5) + wide("复议后起诉", 5), OUTCOMES + OUTCOMES, DIRECT + AFTER);
        assertThat(read).containsEntry("suit_direct.total", "8").containsEntry("suit_after_review.pending", "2");
        assertThat(read).containsEntry("review.total", "absent");
    }

    @Test
    void aBlockUnderANameThatTheFormDoesNotHaveKeepsWhatIsNamed() {
        Map<String, String> read = read(
                wide("行政复议", 5) + wide("行政诉讼", 10),
                tall(OUTCOMES.replace("结果纠正", "撤回申请")) + wide("未经复议直接起诉", 5) + wide("复议后起诉", 5),
                OUTCOMES + OUTCOMES,
                REVIEW + DIRECT + AFTER);
        assertThat(read).containsEntry("review.upheld", "4").containsEntry("review.corrected", "unreadable");
        assertThat(read).containsEntry("suit_direct.corrected", "3");
    }

    @Test
    void aRowForEachBlockIsRead() {
        Map<String, String> read = read(
                cells("类别") + OUTCOMES,
                cells("行政复议") + REVIEW,
                cells("行政诉讼（未经复议直接起诉）") + DIRECT,
                cells("行政诉讼（复议后起诉）") + AFTER);
        assertThat(read).containsEntry("review.total", "7").containsEntry("suit_direct.upheld", "5");
        assertThat(read).containsEntry("suit_after_review.corrected", "9").doesNotContainValue("absent");
    }

    @Test
    void aTableCutIntoItsBlocksIsRead() {
        Map<String, String> read = read(
                wide("行政复议", 5),
                OUTCOMES,
                REVIEW,
                wide("行政诉讼", 10),
                wide("未经复议直接起诉", 5) + wide("复议后起诉", 5),
                OUTCOMES + OUTCOMES,
                DIRECT + AFTER);
        assertThat(read).containsEntry("review.other", "2").containsEntry("suit_direct.upheld", "5");
        assertThat(read).containsEntry("suit_after_review.corrected", "9").doesNotContainValue("absent");
    }

    @Test
    void rowsOfBlocksWithBlanksAndWordsForNothingAreThere() {
        String head = wide("类别", 2) + OUTCOMES;
        for (String blank : List.of("", "无", "不涉及", "—")) {
            Map<String, String> read = read(
                    head,
                    wide("行政复议", 2) + cells(blank, blank, blank, blank, blank),
                    "<td rowspan=\"2\">行政诉讼</td>" + cells("未经复议直接起诉", "3", blank, "2", blank, "5"),
                    cells("复议后起诉", blank, blank, blank, blank, blank));
            assertThat(read).hasSize(15).doesNotContainValue("absent").containsEntry("suit_direct.total", "5");
        }
    }
}
