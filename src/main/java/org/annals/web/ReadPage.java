package org.annals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;

/**
 * A document that is no page, as it was read: its paragraphs and tables in order.
 *
 * @param place the locator that is looked for, if any
 * @param found whether it is marked
 * @param cut whether there is more
 */
record ReadPage(
        String mediaType,
        String title,
        List<Piece> pieces,
        List<String> warnings,
        Optional<String> place,
        boolean found,
        boolean cut) {
    private static final int MOST_PIECES = 3_000;
    private static final int MOST_CELLS = 40_000;

    /** A paragraph, or the rows of a table. */
    record Piece(String text, int level, boolean marked, List<List<Field>> rows) {}

    /** A cell with how many rows and columns it takes. */
    record Field(String text, int columns, int rows, boolean marked) {}

    static ReadPage of(Document document, Optional<String> locator) {
        String sought =
                locator.map(text -> text.replaceFirst(", value \\d+$", "")).orElse("");
        List<Piece> pieces = new ArrayList<>();
        boolean found = false;
        int cells = 0;
        boolean cut = false;
        for (Block block : document.blocks()) {
            boolean holds = !sought.isEmpty() && !found && holds(block, sought);
            if ((pieces.size() >= MOST_PIECES || cells >= MOST_CELLS) && !holds) {
                cut = true;
                continue;
            }
            found |= holds;
            if (block instanceof Paragraph paragraph) {
                pieces.add(new Piece(paragraph.text(), paragraph.level(), holds, List.of()));
            } else if (block instanceof Grid grid) {
                List<List<Field>> rows = rows(grid, holds ? sought : "");
                cells += rows.stream().mapToInt(List::size).sum();
                boolean whole = holds && grid.locator().equals(sought);
                pieces.add(new Piece("", 0, whole, rows));
            }
        }
        return new ReadPage(
                document.mediaType(),
                document.meta().getOrDefault("title", ""),
                pieces,
                document.warnings(),
                locator,
                found,
                cut);
    }

    private static boolean holds(Block block, String sought) {
        return block.locator().equals(sought)
                || block instanceof Grid grid
                        && grid.rows().stream()
                                .anyMatch(row -> row.locator().equals(sought)
                                        || row.cells().stream()
                                                .anyMatch(cell -> cell.locator().equals(sought)));
    }

    private static List<List<Field>> rows(Grid grid, String sought) {
        List<List<Field>> rows = new ArrayList<>();
        boolean marked = false;
        for (int i = 0; i < grid.rows().size(); i++) {
            GridRow row = grid.rows().get(i);
            List<Field> fields = new ArrayList<>();
            for (GridCell cell : row.cells()) {
                if (!cell.continued()) {
                    boolean here = !marked
                            && (cell.locator().equals(sought) || row.locator().equals(sought));
                    marked |= here;
                    fields.add(new Field(cell.text(), cell.span(), height(grid, i, cell), here));
                }
            }
            rows.add(fields);
        }
        return rows;
    }

    private static int height(Grid grid, int from, GridCell cell) {
        int rows = 1;
        for (int i = from + 1; i < grid.rows().size() && cell.tall(); i++) {
            boolean goesOn = grid.rows().get(i).cells().stream()
                    .anyMatch(below -> below.continued() && below.locator().equals(cell.locator()));
            if (!goesOn) {
                break;
            }
            rows++;
        }
        return rows;
    }
}
