package org.annals.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.annals.document.Block;
import org.annals.document.Grid;
import org.annals.document.Paragraph;

/**
 * Tables poured out as running text: a paragraph a row, or a paragraph a cell. Only known labels make rows, and only where no grid holds the same table.
 * An empty cell leaves no trace in such text, so a row is read only if it has all its values; {@link TableRow#sound} is false.
 */
final class LineTables {
    private static final int FEWEST_LABELS = 5;

    private LineTables() {}

    /** The blocks with such lines put together to grids. */
    static List<Block> found(List<Block> blocks, List<String> warnings) {
        Set<Integer> drawn = drawn(blocks);
        List<LinePass> passes = new ArrayList<>();
        for (int table = 1; table <= 4; table++) {
            if (!drawn.contains(table)) {
                LinePass pass = new LinePass(table, blocks);
                if (pass.convinces()) {
                    warnings.add("table " + table + " stands in lines of running text (from "
                            + blocks.get(pass.first()).locator() + ")");
                    passes.add(pass);
                }
            }
        }
        return passes.isEmpty() ? blocks : replaced(blocks, passes);
    }

    private static List<Block> replaced(List<Block> blocks, List<LinePass> passes) {
        List<Block> out = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean used = false;
            for (LinePass pass : passes) {
                used |= pass.used().contains(i);
                if (pass.first() == i) {
                    out.add(Table.of(new Grid(pass.rows(), blocks.get(i).locator(), false)));
                }
            }
            if (!used) {
                out.add(blocks.get(i));
            }
        }
        return out;
    }

    /** Numbers of the tables that are there as grids. */
    private static Set<Integer> drawn(List<Block> blocks) {
        Set<Integer> drawn = new HashSet<>();
        List<TableRow> rows = blocks.stream()
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .toList();
        if (rows.stream().anyMatch(row -> row.kind2().opens())) {
            drawn.add(2);
        }
        if (rows.stream().anyMatch(TableRow::isHead4)) {
            drawn.add(4);
        }
        if (rows.stream()
                .flatMap(row -> row.rows3().stream())
                .anyMatch(found -> found.sure() && found.tail().size() > 0)) {
            drawn.add(3);
        }
        if (!drawn.isEmpty() || holdsIndicators(rows)) {
            drawn.add(1);
        }
        return drawn;
    }

    private static boolean holdsIndicators(List<TableRow> rows) {
        return rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> Table1Reader.label(cell.text()).isPresent())
                        .limit(FEWEST_LABELS)
                        .count()
                == FEWEST_LABELS;
    }

    /** Whether a block may be a line of a table. */
    static boolean mayBeLine(Block block) {
        return block instanceof Paragraph paragraph
                && !paragraph.chrome()
                && !paragraph.linked()
                && paragraph.text().length() <= 200;
    }
}
