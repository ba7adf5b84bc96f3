package org.annals.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of a report: who signed it and when.
 *
 * @param body the name in the line above the date, or below it
 */
record Signature(Optional<String> body, LocalDate date) {
    /** What officials print in front of the day: that the document may be published. */
    private static final Pattern MAY_BE_PUBLISHED = Pattern.compile("^[（(]此件[^（()）]{1,12}[）)]");

    private static final int LOOK = 12;
    private static final int LONGEST = 60;

    /** The last line that is a date, perhaps with a body in front of it or above it. */
    static Optional<Signature> of(List<String> lines) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - LOOK); i--) {
            String line = squeezed(lines.get(i));
            Optional<LocalDate> date = line.length() > LONGEST ? Optional.empty() : Dates.atEnd(line);
            if (date.isPresent()) {
                String before = Dates.withoutEnd(line);
                String above = before.isEmpty() && i > 0 ? Wording.squeeze(lines.get(i - 1)) : before;
                String below = before.isEmpty() && i + 1 < lines.size() ? Wording.squeeze(lines.get(i + 1)) : "";
                if (before.isEmpty() || Prose.isBody(before)) {
                    Optional<String> body = Optional.of(above)
                            .filter(Prose::isBody)
                            .or(() -> Optional.of(below).filter(Prose::isBody));
                    return Optional.of(new Signature(body, date.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a line is a date, perhaps with a body in front of it, and nothing else. */
    static boolean isDate(String text) {
        String line = text.length() > 2 * LONGEST ? "" : squeezed(text);
        return !line.isEmpty()
                && line.length() <= LONGEST
                && Dates.atEnd(line).isPresent()
                && (Dates.withoutEnd(line).isEmpty() || Prose.isBody(Dates.withoutEnd(line)));
    }

    private static String squeezed(String line) {
        return MAY_BE_PUBLISHED.matcher(Wording.squeeze(line)).replaceFirst("");
    }

    /** Takes signature and date off the end of a chapter. */
    static void cut(List<String> lines) {
        int last = lines.size() - 1;
        if (last > 0 && Prose.isBody(lines.get(last)) && isDate(lines.get(last - 1))) {
            lines.remove(last);
        }
        while (!lines.isEmpty()) {
            String line = squeezed(lines.get(lines.size() - 1));
            if (!isDate(line)) {
                return;
            }
            lines.remove(lines.size() - 1);
            if (!lines.isEmpty() && Dates.withoutEnd(line).isEmpty() && Prose.isBody(lines.get(lines.size() - 1))) {
                lines.remove(lines.size() - 1);
            }
        }
    }
}
