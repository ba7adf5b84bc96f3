package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.report.CellValue;

/** Table 4 turned on its side: a row for each block, under one head with the five outcomes. */
final class Sideways4 {
    private Sideways4() {}

    /** The block that a row stands for, by the words in front of its values. */
    static Optional<Block4> block(List<TableRow> head, TableRow row) {
        int values = 0;
        StringBuilder words = new StringBuilder();
        List<TableCell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).hasLetter() && cells.get(i).count() instanceof CellValue.Unreadable) {
                words.append(cells.get(i).text());
                values = i + 1;
            }
        }
        List<TableCell> tail = cells.subList(values, cells.size());
        Optional<List<String>> names = outcomes(head);
        return name(words.toString())
                .filter(name -> names.isPresent() && tail.size() >= 1)
                .map(name -> new Block4(name, names.get(), tail));
    }

    static Optional<String> name(String words) {
        String text = Wording.squeeze(words);
        boolean direct = text.contains("直接起诉") || text.contains("未经复议");
        boolean after = text.contains("复议后");
        if (direct || after) {
            return direct && after ? Optional.empty() : Optional.of(direct ? "suit_direct" : "suit_after_review");
        }
        return Wording.core(text).equals("行政复议") ? Optional.of("review") : Optional.empty();
    }

    /** The outcomes that a head without blocks names, one behind the other; what stands in front of them is its corner. */
    private static Optional<List<String>> outcomes(List<TableRow> head) {
        List<String> names = new ArrayList<>();
        for (TableRow row : head) {
            for (TableCell cell : row.cells()) {
                Optional<Label> label = cell.column4();
                if (cell.continued() || label.isEmpty() && (names.isEmpty() || cell.isEmpty())) {
                    continue;
                }
                if (label.isPresent() && !label.get().is("column")) {
                    return Optional.empty();
                }
                names.add(label.map(Label::code).orElse(""));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
