package org.annals.document;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** What the page keeps from its reader must not become a number. */
final class Hidden {
    private Hidden() {}

    static boolean is(Element element) {
        String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
    }
}
