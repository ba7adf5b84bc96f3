package org.annals.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.annals.document.Block;
import org.annals.document.Grid;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;

/**
 * Tables poured out as running text: a paragraph a row, or a paragraph a cell. Only known labels make rows, and only where no grid holds the same table.
 * An empty cell leaves no trace in such text, so a row is read only if it has all its values; {@link GridRow#sound} is false.
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
                    out.add(new Grid(pass.rows(), blocks.get(i).locator(), false));
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
        int indicators = 0;
        for (Block block : blocks) {
            if (!(block instanceof Grid grid)) {
                continue;
            }
            for (GridRow row : grid.rows()) {
                if (Table2Reader.isHead(row)) {
                    drawn.add(2);
                }
                if (Header4.isPart(row)) {
                    drawn.add(4);
                }
                if (Row3.in(row).stream()
                        .anyMatch(found -> found.sure() && found.tail().size() > 0)) {
                    drawn.add(3);
                }
                indicators += (int) row.cells().stream()
                        .filter(cell -> Table1Reader.label(cell.text()).isPresent())
                        .count();
            }
        }
        if (indicators >= FEWEST_LABELS || drawn.size() > 0) {
            drawn.add(1);
        }
        return drawn;
    }

    /** Whether a block may be a line of a table. */
    static boolean mayBeLine(Block block) {
        return block instanceof Paragraph paragraph
                && !paragraph.chrome()
                && !paragraph.linked()
                && paragraph.text().length() <= 200;
    }
}
