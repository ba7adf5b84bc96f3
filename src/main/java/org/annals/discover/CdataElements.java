package org.annals.discover;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of {@code <name><![CDATA[ … ]]></name>} elements, found without reading the whole as XML: it seldom is
 * well-formed.
 */
final class CdataElements {
    private static final int MAX_ELEMENTS = 20_000;
    private static final String OPEN = "<![CDATA[";
    private static final String CLOSE = "]]>";

    private CdataElements() {}

    static List<String> named(String name, String source) {
        List<String> texts = new ArrayList<>();
        String start = "<" + name + ">";
        int at = source.indexOf(start);
        while (at >= 0 && texts.size() < MAX_ELEMENTS) {
            int open = behindSpace(source, at + start.length());
            // an element without a text of its own must not take that of the next one
            if (!source.startsWith(OPEN, open)) {
                at = source.indexOf(start, open);
                continue;
            }
            int close = source.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            texts.add(source.substring(open + OPEN.length(), close));
            at = source.indexOf(start, close);
        }
        return texts;
    }

    private static int behindSpace(String source, int from) {
        int at = from;
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }
}
