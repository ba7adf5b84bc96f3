package org.annals.document;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of running text → paragraphs: a line goes on if it is full and the next one neither is indented nor begins a numbered item. */
final class PdfParagraphs {
    private static final Pattern NUMBERED =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}\\s*[、.．]|[（(]\\s*[一二三四五六七八九十]{1,3}\\s*[)）]|第[一二三四五六七八九十]+[章条部]).*");
    private static final double LARGE = 1.15;

    private final double size;
    private final double left;
    private final double right;
    private int number;

    /** @param all the lines of all pages, by which margins and the size of the body are known */
    PdfParagraphs(List<PdfItem.Line> all) {
        this.size = sizeOfMost(all);
        this.left = all.stream().mapToDouble(PdfItem.Line::x).min().orElse(0);
        this.right = all.stream()
                .filter(line -> line.chunks().size() == 1)
                .mapToDouble(PdfItem.Line::right)
                .max()
                .orElse(0);
    }

    /** The size that half of the running text is not larger than; tables, which are often set smaller, are many short pieces. */
    private static double sizeOfMost(List<PdfItem.Line> all) {
        List<PdfItem.Line> lines = all.stream()
                .filter(line -> line.chunks().size() == 1)
                .sorted(Comparator.comparingDouble(PdfItem.Line::size))
                .toList();
        long half = lines.stream().mapToLong(PdfParagraphs::weight).sum() / 2;
        for (PdfItem.Line line : lines) {
            half -= weight(line);
            if (half <= 0) {
                return line.size();
            }
        }
        return 0;
    }

    /** The length of a line counts twice over, so that many short pieces do not outweigh the text. */
    private static long weight(PdfItem.Line line) {
        return (long) line.text().length() * line.text().length();
    }

    boolean isLarge(PdfItem.Line line) {
        return line.size() > LARGE * size;
    }

    void read(List<PdfItem.Line> lines, List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        PdfItem.Line before = null;
        for (PdfItem.Line line : lines) {
            if (before != null && !goesOn(before, line)) {
                end(text, before, blocks);
            }
            join(text, line.text());
            before = line;
        }
        if (before != null) {
            end(text, before, blocks);
        }
    }

    private boolean goesOn(PdfItem.Line before, PdfItem.Line line) {
        if (NUMBERED.matcher(line.text()).matches()) {
            return false;
        }
        if (isLarge(before) || isLarge(line)) {
            boolean alike = Math.abs(before.size() - line.size()) < 0.5;
            boolean close = line.page() == before.page() && line.y() - before.y() < 2.2 * line.size();
            return alike && close;
        }
        boolean full = before.right() > right - 2.5 * before.size();
        boolean indented = line.x() > left + 1.2 * line.size();
        return full && !indented;
    }

    /** Between two words of letters or digits a line break is a blank; Chinese needs none. */
    private static void join(StringBuilder text, String next) {
        if (!text.isEmpty()
                && Character.isLetter(text.charAt(text.length() - 1))
                && text.charAt(text.length() - 1) < 0x250
                && next.charAt(0) < 0x250) {
            text.append(' ');
        }
        text.append(next);
    }

    private void end(StringBuilder text, PdfItem.Line last, List<Block> blocks) {
        String clean = Spaces.clean(text.toString());
        if (!clean.isEmpty() && blocks.size() < Limits.BLOCKS) {
            String place = "page " + last.page() + ", paragraph " + ++number;
            blocks.add(new Paragraph(clean, place, isLarge(last) ? 1 : 0, false, false));
        }
        text.setLength(0);
    }
}
