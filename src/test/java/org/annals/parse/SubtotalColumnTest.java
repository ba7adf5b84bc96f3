package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.junit.jupiter.api.Test;

/** A subtotal of the organisations in front of the total, which no head names. */
class SubtotalColumnTest {
    private final Map<String, String> figures =
            Fields.of(Generation.G2021).stream().collect(Collectors.toMap(Field::code, field -> "0"));

    private void set(String row, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            figures.put("t3." + row + "." + Form.COLUMNS.get(i), values.get(i));
        }
    }

    private Map<String, String> totals() {
        Form form = new Form(FormLayout.HTML_SPANS, Generation.G2021, figures);
        for (List<FormCell> row : form.rows3) {
            int total = row.size() - 1;
            int sum = row.subList(total - 5, total).stream()
                    .filter(cell -> !cell.text().isEmpty())
                    .mapToInt(cell -> Integer.parseInt(cell.text()))
                    .sum();
            row.add(total, FormCell.label(String.valueOf(sum)));
        }
        return Expected.values(Expected.report(form.write()));
    }

    @Test
    void theTotalIsReadWhereTheNaturalPersonsTellItFromTheSubtotal() {
        set("new", List.of("4", "1", "0", "2", "0", "0", "7"));
        set("granted", List.of("3", "1", "0", "2", "0", "0", "6"));
        set("carried_out", List.of("1", "0", "0", "0", "0", "0", "1"));
        assertThat(totals()).containsEntry("t3.new.total", "7").containsEntry("t3.carried_out.total", "1");
    }

    @Test
    void theSubtotalIsNotTakenForATotalThatIsEmpty() {
        set("new", List.of("4", "1", "0", "2", "0", "0", ""));
        set("granted", List.of("", "1", "0", "2", "0", "0", "3"));
        set("denied_law", List.of("0", "5", "0", "0", "0", "0", "5"));
        set("carried_out", List.of("", "0", "0", "1", "0", "0", "2"));
        assertThat(totals())
                .containsEntry("t3.new.total", "unreadable")
                .containsEntry("t3.carried_out.total", "unreadable")
                .containsEntry("t3.denied_law.total", "unreadable");
    }
}
