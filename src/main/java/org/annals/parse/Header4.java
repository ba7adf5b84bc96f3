package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Whether a row belongs to the head: it names blocks or outcomes, and holds no number, unless one has strayed among many names. */
    static boolean isPart(List<TableCell> cells) {
        int outcomes = 0;
        int totals = 0;
        int blocks = 0;
        int numbers = 0;
        for (TableCell cell : cells) {
            if (cell.continued()) {
                continue;
            }
            Optional<Label> label = cell.column4();
            if (label.isPresent()) {
                boolean total = label.get().code().equals("total");
                blocks += label.get().is("columns") ? 1 : 0;
                totals += total ? 1 : 0;
                outcomes += label.get().is("column") && !total ? 1 : 0;
            } else if (!cell.isEmpty() && Character.isDigit(cell.text().charAt(0))) {
                numbers++;
            }
        }
        if (numbers > 0) {
            return numbers == 1 && (outcomes >= 2 || blocks >= 2);
        }
        return blocks > 0 || outcomes > 0 && outcomes + totals >= 2;
    }

    /** Empty where the names cannot be brought into one order. */
    static Optional<Header4> read(List<TableRow> rows) {
        List<String> order = new ArrayList<>();
        for (TableRow row : rows) {
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
            if (!outcomes.isEmpty() && !give(outcomes, open, order) || !runsAlong(order, row, open, outcomes.size())) {
                return Optional.empty();
            }
        }
        boolean complete = !order.isEmpty() && order.stream().allMatch(name -> name.indexOf('.') > 0);
        return complete ? Optional.of(new Header4(order)) : Optional.empty();
    }

    /**
     * Whether the blocks that a row names, and those that its outcomes were given to, stand in it as in the order found. Where they do not, names have
     * changed their places, as with 行政诉讼 over the five outcomes and 行政复议 over the two halves of the suits.
     */
    private static boolean runsAlong(List<String> order, TableRow row, List<String> open, int outcomes) {
        List<String> blocks =
                order.stream().map(name -> name.split("\\.")[0]).distinct().toList();
        int each = open.isEmpty() ? 1 : Math.max(1, outcomes / open.size());
        int seen = 0;
        int last = -1;
        for (TableCell cell : row.cells()) {
            if (cell.continued() || !cell.hasLetter()) {
                continue;
            }
            Optional<Label> label = cell.column4();
            boolean block = label.isPresent() && label.get().is("columns");
            int at = blocks.indexOf(block ? label.get().code() : open.get(seen++ / each));
            if (at >= 0 && at < last) {
                return false;
            }
            last = Math.max(last, at);
        }
        return true;
    }

    /** The blocks that the head names, in the order of the form. */
    List<String> blocks() {
        return Block4.NAMES.stream()
                .filter(block -> fields.stream().anyMatch(field -> field.startsWith(block + ".")))
                .toList();
    }

    /** The cells of a row, one for each column, divided among the blocks. */
    List<Block4> divided(List<TableCell> cells) {
        List<Block4> divided = new ArrayList<>();
        for (String block : blocks()) {
            List<String> names = new ArrayList<>();
            List<TableCell> own = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (fields.get(i).startsWith(block + ".")) {
                    names.add(fields.get(i).substring(block.length() + 1));
                    own.add(cells.get(i));
                }
            }
            divided.add(new Block4(block, names, own));
        }
        return divided;
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

    private static void names(TableRow row, List<String> blocks, List<String> outcomes) {
        for (TableCell cell : row.cells()) {
            if (cell.continued() || !cell.hasLetter()) {
                continue;
            }
            Optional<Label> label = cell.column4();
            if (label.isPresent() && label.get().is("columns")) {
                blocks.add(label.get().code());
            } else {
                outcomes.add(label.map(Label::code).orElse(""));
            }
        }
    }
}
