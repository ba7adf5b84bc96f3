package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Characters → lines and chunks of text, by where they stand. */
final class GlyphLines {
    /** Base lines nearer than this, in font sizes, are one line. */
    private static final double SAME_LINE = 0.5;
    /** A smaller character beside larger ones is a mark on them (a footnote), not a part of the number. */
    private static final double MARK = 0.8;

    private static final double GAP_IN_LATIN = 0.3;
    private static final double GAP_IN_CHINESE = 0.8;

    private GlyphLines() {}

    /** Lines from top to bottom, the characters of each from left to right. */
    static List<List<Glyph>> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.removeIf(Glyph::isBlank);
        sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        List<List<Glyph>> lines = new ArrayList<>();
        double y = 0;
        double size = 0;
        for (Glyph glyph : sorted) {
            if (lines.isEmpty() || glyph.y() - y > SAME_LINE * Math.max(size, glyph.size())) {
                lines.add(new ArrayList<>());
                y = glyph.y();
                size = glyph.size();
            }
            size = Math.max(size, glyph.size());
            lines.get(lines.size() - 1).add(glyph);
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(Glyph::x)));
        return lines;
    }

    /** @param gap in font sizes: a wider one divides the line */
    static List<Chunk> chunks(List<Glyph> line, double gap) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= line.size(); i++) {
            boolean end = i == line.size() || divides(line.get(i - 1), line.get(i), gap);
            if (end) {
                List<Glyph> part = line.subList(from, i);
                double right = part.stream().mapToDouble(Glyph::right).max().orElseThrow();
                double size = part.stream().mapToDouble(Glyph::size).max().orElseThrow();
                double y = part.stream().mapToDouble(Glyph::y).max().orElseThrow();
                chunks.add(new Chunk(text(part), part.get(0).x(), right, y, size));
                from = i;
            }
        }
        return chunks;
    }

    /** Two numbers stand apart however narrow the gap between their columns is. */
    private static boolean divides(Glyph before, Glyph glyph, double gap) {
        double wide = isOfNumber(before) && isOfNumber(glyph) ? GAP_IN_LATIN : gap;
        return glyph.x() - before.right() > wide * Math.max(before.size(), glyph.size());
    }

    private static String text(List<Glyph> glyphs) {
        StringBuilder text = new StringBuilder();
        Glyph before = null;
        for (Glyph glyph : glyphs) {
            if (before != null && isApart(before, glyph)) {
                text.append(' ');
            }
            text.append(glyph.text());
            before = glyph;
        }
        return text.toString();
    }

    private static boolean isApart(Glyph before, Glyph glyph) {
        double size = Math.max(before.size(), glyph.size());
        boolean mark = Math.min(before.size(), glyph.size()) < MARK * size;
        boolean latin = isLatin(before) && isLatin(glyph);
        return mark || glyph.x() - before.right() > (latin ? GAP_IN_LATIN : GAP_IN_CHINESE) * size;
    }

    private static boolean isLatin(Glyph glyph) {
        return glyph.text().codePointAt(0) < 0x2000;
    }

    /**
     * The text of a cell, its lines divided by line feeds. A number that a line was too narrow for is put together again.
     *
     * @param right where the cell ends
     */
    static String cell(List<Glyph> glyphs, double right) {
        StringBuilder text = new StringBuilder();
        List<Glyph> before = List.of();
        for (List<Glyph> line : lines(glyphs)) {
            if (!before.isEmpty() && !isBroken(before, line, right)) {
                text.append('\n');
            }
            text.append(text(line));
            before = line;
        }
        return Spaces.clean(text.toString());
    }

    private static boolean isBroken(List<Glyph> above, List<Glyph> below, double right) {
        Glyph last = above.get(above.size() - 1);
        Glyph first = below.get(0);
        boolean full = last.right() + (first.right() - first.x()) > right - 1;
        return isOfNumber(last) && isOfNumber(first) && full && above.stream().allMatch(GlyphLines::isOfNumber);
    }

    private static boolean isOfNumber(Glyph glyph) {
        int c = glyph.text().codePointAt(0);
        return c >= '0' && c <= '9' || c == '.' || c == ',';
    }
}
