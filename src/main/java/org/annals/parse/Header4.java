package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.document.GridCell;
import org.annals.document.GridRow;

/**
 * The head of table 4: three blocks of five outcomes. Names of a lower row are put in the place of the blocks above them, as in {@link Header3}.
 *
 * @param fields {@code block.outcome} from left to right, {@code block.} with nothing behind it for a column that has lost its name
 */
record Header4(List<String> fields) {
    private static final String SUIT = "suit";

    Header4 {
        fields = List.copyOf(fields);
    }

    static boolean isPart(GridRow row) {
        int columns = 0;
        boolean outcome = false;
        boolean block = false;
        for (GridCell cell : row.cells()) {
            if (cell.continued()) {
                continue;
            }
            Optional<Label> label = Labels.TABLE4.column(cell.text());
            if (label.isPresent()) {
                columns++;
                block |= label.get().is("columns");
                outcome |= label.get().is("column") && !label.get().code().equals("total");
            } else if (!cell.isEmpty() && Character.isDigit(cell.text().charAt(0))) {
                return false;
            }
        }
        return block || outcome && columns >= 2;
    }

    /** Empty where the names cannot be brought into one order. */
    static Optional<Header4> read(List<GridRow> rows) {
        List<String> order = new ArrayList<>();
        for (GridRow row : rows) {
            List<String> blocks = new ArrayList<>();
            List<String> outcomes = new ArrayList<>();
            names(row, blocks, outcomes);
            List<String> open =
                    order.stream().filter(name -> name.indexOf('.') < 0).toList();
            if (open.contains(SUIT) && !blocks.isEmpty()) {
                int suit = order.indexOf(SUIT);
                order.remove(suit);
                order.addAll(suit, blocks);
                open = open.stream().filter(name -> !name.equals(SUIT)).toList();
            } else {
                order.addAll(blocks);
                open = open.isEmpty() ? blocks : open;
            }
            if (!outcomes.isEmpty() && !give(outcomes, open, order)) {
                return Optional.empty();
            }
        }
        boolean complete = !order.isEmpty() && order.stream().allMatch(name -> name.indexOf('.') > 0);
        return complete ? Optional.of(new Header4(order)) : Optional.empty();
    }

    private static boolean give(List<String> outcomes, List<String> open, List<String> order) {
        if (open.isEmpty() || outcomes.size() % open.size() != 0) {
            return false;
        }
        int each = outcomes.size() / open.size();
        for (int i = 0; i < open.size(); i++) {
            String block = open.get(i);
            int at = order.indexOf(block);
            order.remove(at);
            order.addAll(
                    at,
                    outcomes.subList(i * each, (i + 1) * each).stream()
                            .map(outcome -> block + "." + outcome)
                            .toList());
        }
        return true;
    }

    private static void names(GridRow row, List<String> blocks, List<String> outcomes) {
        for (GridCell cell : row.cells()) {
            if (cell.isEmpty() || cell.continued()) {
                continue;
            }
            Optional<Label> label = Labels.TABLE4.column(cell.text());
            if (label.isPresent() && label.get().is("columns")) {
                blocks.add(label.get().code());
            } else {
                outcomes.add(label.map(Label::code).orElse(""));
            }
        }
    }
}
