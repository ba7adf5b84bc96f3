package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The items of one page. */
final class PdfItems {
    /** In font sizes: a wider gap in a line divides columns. */
    private static final double COLUMN_GAP = 0.5;

    private PdfItems() {}

    static List<PdfItem> of(PdfPage page) {
        List<Lattice> lattices = Lattices.find(page.rules());
        List<List<Glyph>> inside = new ArrayList<>();
        lattices.forEach(lattice -> inside.add(new ArrayList<>()));
        List<Glyph> outside = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            int holder = holder(glyph, lattices);
            (holder < 0 ? outside : inside.get(holder)).add(glyph);
        }
        List<PdfItem> items = new ArrayList<>();
        for (int i = 0; i < lattices.size(); i++) {
            String place = "page " + page.number() + ", table " + (i + 1);
            items.add(new PdfItem.Drawn(
                    page.number(), lattices.get(i).top(), table(place, lattices.get(i), inside.get(i))));
        }
        for (List<Glyph> line : GlyphLines.lines(outside)) {
            items.add(new PdfItem.Line(page.number(), page.height(), GlyphLines.chunks(line, COLUMN_GAP)));
        }
        items.sort(Comparator.comparingDouble(PdfItems::top));
        return items;
    }

    private static double top(PdfItem item) {
        return item instanceof PdfItem.Drawn drawn ? drawn.top() : ((PdfItem.Line) item).y();
    }

    /** The smallest lattice around a character, or -1. */
    private static int holder(Glyph glyph, List<Lattice> lattices) {
        int holder = -1;
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < lattices.size(); i++) {
            Lattice lattice = lattices.get(i);
            double area = (lattice.right() - lattice.left()) * (lattice.bottom() - lattice.top());
            if (area < smallest && lattice.holds(glyph)) {
                holder = i;
                smallest = area;
            }
        }
        return holder;
    }

    private static PdfTable table(String place, Lattice lattice, List<Glyph> glyphs) {
        List<List<Glyph>> contents = new ArrayList<>();
        lattice.cells().forEach(cell -> contents.add(new ArrayList<>()));
        glyphs.forEach(glyph -> contents.get(lattice.cellOf(glyph)).add(glyph));
        List<String> rowPlaces = new ArrayList<>();
        int[] numbers = new int[lattice.rows()];
        for (int row = 0; row < lattice.rows(); row++) {
            rowPlaces.add(place + ", row " + (row + 1));
        }
        List<PdfCell> cells = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Lattice.Place at = lattice.cells().get(i);
            double right = lattice.x(at.column() + at.columns());
            cells.add(new PdfCell(
                    at.row(),
                    at.rows(),
                    lattice.x(at.column()),
                    right,
                    GlyphLines.cell(contents.get(i), right),
                    rowPlaces.get(at.row()) + ", cell " + ++numbers[at.row()]));
        }
        return new PdfTable(place, cells, rowPlaces);
    }
}
