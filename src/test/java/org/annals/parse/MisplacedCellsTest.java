package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Report;
import org.junit.jupiter.api.Test;

/** Cells that stand beside their places in rows with as many cells as columns: only the sums tell, and an error of the author's own is none of these. */
class MisplacedCellsTest {
    private static final List<Integer> REFUSED = List.of(3, 7, 0, 11, 0, 5, 26);

    private final Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, figures());

    private static Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Field field : Fields.of(Generation.G2021)) {
            figures.put(field.code(), "0");
        }
        for (String row : List.of("new", "denied_law", "result_total")) {
            for (int i = 0; i < REFUSED.size(); i++) {
                figures.put("t3." + row + "." + Form.COLUMNS.get(i), String.valueOf(REFUSED.get(i)));
            }
        }
        for (String block : List.of("review", "suit_after_review")) {
            figures.put("t4." + block + ".upheld", "4");
            figures.put("t4." + block + ".other", "2");
            figures.put("t4." + block + ".total", "6");
        }
        return figures;
    }

    private static List<FormCell> row(List<List<FormCell>> rows, String field) {
        return rows.stream()
                .filter(cells -> Trap.fields(cells).contains(field))
                .findFirst()
                .orElseThrow();
    }

    private void set(List<List<FormCell>> rows, String field, String text) {
        List<FormCell> row = row(rows, field);
        row.replaceAll(cell -> field.equals(cell.field()) ? cell.with(text) : cell);
    }

    private static int place(List<FormCell> row, String field) {
        return IntStream.range(0, row.size())
                .filter(i -> field.equals(row.get(i).field()))
                .findFirst()
                .orElseThrow();
    }

    /** What the row reads as, the fields by their last word. */
    private Map<String, String> read(String prefix) {
        Report report = Expected.report(form.write());
        return Expected.values(report).entrySet().stream()
                .filter(value -> value.getKey().startsWith(prefix))
                .collect(Collectors.toMap(value -> value.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    @Test
    void aCellLostAndABlankElsewhereLeaveWhatLiesBetweenUnreadable() {
        List<FormCell> row = row(form.rows3, "t3.denied_law.ngo");
        row.remove(place(row, "t3.denied_law.ngo"));
        row.add(place(row, "t3.denied_law.business"), FormCell.label(""));
        assertThat(read("t3.denied_law."))
                .containsEntry("natural", "3")
                .containsEntry("business", "unreadable")
                .containsEntry("research", "unreadable")
                .containsEntry("ngo", "unreadable")
                .containsEntry("other_org", "5")
                .containsEntry("total", "26");
    }

    @Test
    void aZeroThatCameInIsSeenByTheColumnsThatItPutWrong() {
        List<FormCell> row = row(form.rows3, "t3.denied_law.business");
        int at = place(row, "t3.denied_law.business");
        row.remove(at);
        row.add(at + 3, FormCell.label("0"));
        Map<String, String> read = read("t3.denied_law.");
        assertThat(read).containsEntry("business", "unreadable").containsEntry("research", "unreadable");
        assertThat(read).containsEntry("ngo", "unreadable").containsEntry("total", "26");
    }

    @Test
    void anErrorOfTheAuthorsIsGivenAsItIsPrinted() {
        set(form.rows3, "t3.denied_law.business", "8");
        set(form.rows3, "t3.result_total.other_org", "6");
        set(form.table4, "t4.review.total", "7");
        assertThat(read("t3.denied_law.")).containsEntry("business", "8").doesNotContainValue("unreadable");
        assertThat(read("t3.result_total.")).containsEntry("other_org", "6").doesNotContainValue("unreadable");
        assertThat(read("t4.review.")).containsEntry("total", "7").doesNotContainValue("unreadable");
    }

    @Test
    void aBlankWhereAValueIsMissingInItsRowAndColumnStaysBlank() {
        set(form.rows3, "t3.denied_law.ngo", "");
        assertThat(read("t3.denied_law.")).containsEntry("ngo", "blank").containsEntry("business", "7");
    }

    @Test
    void aMergedCellWrittenIntoEachPlaceIsUnreadableInBoth() {
        set(form.rows3, "t3.denied_law.business", "3");
        assertThat(read("t3.denied_law."))
                .containsEntry("natural", "unreadable")
                .containsEntry("business", "unreadable")
                .containsEntry("ngo", "11");
    }

    @Test
    void likeNumbersSideBySideAreReadWhereTheRowAddsUp() {
        for (String row : List.of("new", "denied_law", "result_total")) {
            set(form.rows3, "t3." + row + ".business", "3");
            set(form.rows3, "t3." + row + ".total", "22");
        }
        assertThat(read("t3.denied_law.")).containsEntry("natural", "3").containsEntry("business", "3");
    }

    @Test
    void aMergedCellWrittenIntoTheRowBelowIsUnreadableInBoth() {
        set(form.rows3, "t3.denied_safety.ngo", "11");
        assertThat(read("t3.denied_safety.")).containsEntry("ngo", "unreadable").containsEntry("total", "0");
        assertThat(read("t3.denied_law.")).containsEntry("ngo", "unreadable").containsEntry("total", "26");
    }

    @Test
    void aBlockOfTable4ThatDoesNotAddUpIsDoubtedIfACellOfItIsEmptyOrRepeated() {
        set(form.table4, "t4.review.upheld", "");
        assertThat(read("t4.review.").values()).containsOnly("unreadable");
        assertThat(read("t4.suit_direct.").values()).containsOnly("0");
        assertThat(read("t4.suit_after_review.")).containsEntry("total", "6");
        set(form.table4, "t4.review.upheld", "4");
        set(form.table4, "t4.suit_after_review.corrected", "4");
        assertThat(read("t4.review.")).containsEntry("upheld", "4");
        assertThat(read("t4.suit_after_review.").values()).containsOnly("unreadable");
    }
}
