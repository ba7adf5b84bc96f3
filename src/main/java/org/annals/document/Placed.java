package org.annals.document;

import java.util.ArrayList;
import java.util.List;

/** A document with the name of its file in front of every place. */
final class Placed {
    private Placed() {}

    static Document in(Document document, String file, String kind, List<String> warnings) {
        String prefix = file + ", ";
        List<Block> blocks = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph text) {
                blocks.add(new Paragraph(
                        text.text(), prefix + text.locator(), text.level(), text.chrome(), text.linked()));
            } else if (block instanceof Grid grid) {
                blocks.add(new Grid(
                        grid.rows().stream().map(row -> row(row, prefix)).toList(),
                        prefix + grid.locator(),
                        grid.rectangular()));
            }
        }
        return new Document(kind, document.charset(), document.meta(), blocks, warnings);
    }

    private static GridRow row(GridRow row, String prefix) {
        List<GridCell> cells = row.cells().stream()
                .map(cell -> new GridCell(
                        cell.text(),
                        cell.column(),
                        cell.span(),
                        cell.tall(),
                        cell.continued(),
                        prefix + cell.locator()))
                .toList();
        return new GridRow(cells, prefix + row.locator(), row.sound());
    }
}
