package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that stand close under each other: what one cell of a table without lines holds. */
final class TextBlock {
    private static final Pattern NUMBER = Pattern.compile("[-+—–]?[0-9０-９][0-9０-９.,，．%]*");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:\\d{1,2}\\s*[.、．]\\s*[^0-9\\s]|[（(]\\s*[一二三四五六七八九十]|[一二三四五六七八九十]\\s*[、.．]|第\\s*二\\s*十).*");
    /** Base lines of one cell are not further apart, in font sizes. */
    private static final double CLOSE = 1.6;

    private final List<Chunk> lines = new ArrayList<>();

    TextBlock(Chunk first) {
        lines.add(first);
    }

    /** @param alone whether the line holds nothing else */
    boolean takes(Chunk next, boolean alone) {
        Chunk last = lines.get(lines.size() - 1);
        double distance = next.y() - last.y();
        boolean close = distance > 0 && distance <= CLOSE * Math.max(last.size(), next.size());
        boolean fits = isNumber(next.text())
                ? alone && isNumber()
                : !isNumber() && !NUMBERED.matcher(next.text()).matches();
        return close && fits && last.overlaps(next);
    }

    void add(Chunk next) {
        lines.add(next);
    }

    boolean isNumber() {
        return isNumber(lines.get(0).text());
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    /** Whether a block stands beside this one. */
    boolean spans(TextBlock other) {
        return other.middle() >= top() && other.middle() <= bottom();
    }

    /**
     * A label cut before each line that has a number of its own right beside it. One number belongs to the whole label where it stands at its middle or at
     * its first line.
     */
    List<TextBlock> parted(List<TextBlock> numbers) {
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Chunk line = lines.get(i);
            double middle = (line.top() + line.bottom()) / 2;
            if (numbers.stream()
                    .anyMatch(number ->
                            number.x() > line.right() && Math.abs(number.middle() - middle) < 0.3 * line.size())) {
                own.add(i);
            }
        }
        boolean one = own.isEmpty() || own.size() == 1 && (own.get(0) == 0 || 2 * own.get(0) + 1 == lines.size());
        if (one) {
            return List.of(this);
        }
        List<TextBlock> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i <= own.get(0) || own.contains(i)) {
                parts.add(new TextBlock(lines.get(i)));
            } else {
                parts.get(parts.size() - 1).add(lines.get(i));
            }
        }
        return parts;
    }

    double x() {
        return lines.stream().mapToDouble(Chunk::x).min().orElseThrow();
    }

    double right() {
        return lines.stream().mapToDouble(Chunk::right).max().orElseThrow();
    }

    double top() {
        return lines.get(0).top();
    }

    double bottom() {
        return lines.get(lines.size() - 1).bottom();
    }

    double middle() {
        return (top() + bottom()) / 2;
    }

    double size() {
        return lines.get(0).size();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(text.isEmpty() ? "" : "\n").append(line.text()));
        return Spaces.clean(text.toString());
    }
}
