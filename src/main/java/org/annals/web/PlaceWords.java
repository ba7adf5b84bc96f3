package org.annals.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in documents, which locators name in English, in the reader's language. */
final class PlaceWords {
    private static final Pattern CELL = Pattern.compile("table (\\d+), row (\\d+), cell (\\d+)");
    private static final Pattern ROW = Pattern.compile("table (\\d+), row (\\d+)");
    private static final Pattern VALUE = Pattern.compile("line (\\d+), value (\\d+)");
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern PARAGRAPH = Pattern.compile("paragraph (\\d+)");

    private PlaceWords() {}

    /** A locator of another form as it is. */
    static String of(View view, String locator) {
        Matcher cell = CELL.matcher(locator);
        if (cell.matches()) {
            return view.text("capture.place.cell", cell.group(1), cell.group(2), cell.group(3));
        }
        Matcher row = ROW.matcher(locator);
        if (row.matches()) {
            return view.text("capture.place.row", row.group(1), row.group(2));
        }
        Matcher value = VALUE.matcher(locator);
        if (value.matches()) {
            return view.text("capture.place.value", value.group(1), value.group(2));
        }
        Matcher line = LINE.matcher(locator);
        if (line.matches()) {
            return view.text("capture.place.line", line.group(1));
        }
        Matcher paragraph = PARAGRAPH.matcher(locator);
        return paragraph.matches() ? view.text("capture.place.paragraph", paragraph.group(1)) : locator;
    }
}
