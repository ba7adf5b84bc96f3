package org.annals.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.annals.document.Block;

/**
 * The grids of a document, made ready to be read as the statutory tables.
 *
 * @param grids in the order of the document, with names of merged cells and broken labels put together again
 * @param writtenOut the places of those in which names stood in each place that a merged cell covered: values may stand so too
 */
record ReportTables(List<Table> grids, Set<String> writtenOut) {
    ReportTables {
        grids = List.copyOf(grids);
        writtenOut = Set.copyOf(writtenOut);
    }

    static ReportTables in(List<Block> blocks) {
        List<Table> grids = new ArrayList<>();
        Set<String> writtenOut = new HashSet<>();
        for (Block block : blocks) {
            if (block instanceof Table grid) {
                Table undone = Repeats.undone(grid);
                if (undone != grid) {
                    writtenOut.add(grid.locator());
                }
                grids.add(BrokenRows.joined(undone));
            }
        }
        return new ReportTables(grids, writtenOut);
    }

    boolean isWrittenOut(Table grid) {
        return writtenOut.contains(grid.locator());
    }
}
