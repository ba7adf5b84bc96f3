package org.annals.document;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** The styles of one page. Its elements share a few texts of declarations, as the cells of a table do; each is read once. */
final class Styles {
    private static final int MOST_KEPT = 10_000;

    private final Map<String, Style> read = new HashMap<>();

    /** What the attributes of an element say of how it is seen, its {@code hidden} among them. */
    Style of(Element element) {
        if (element.attributesSize() == 0) {
            return Style.NONE;
        }
        Attributes attributes = element.attributes();
        if (attributes.hasKey("hidden")) {
            return Style.HIDDEN;
        }
        String text = attributes.get("style");
        if (text.isEmpty()) {
            return Style.NONE;
        }
        Style known = read.get(text);
        if (known != null) {
            return known;
        }
        Style style = Style.of(text);
        if (read.size() < MOST_KEPT) {
            read.put(text, style);
        }
        return style;
    }

    /** What the page keeps from its reader must not become a number. */
    boolean hides(Element element) {
        return of(element).hides();
    }
}
