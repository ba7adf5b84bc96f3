package org.annals.document;

import org.jsoup.nodes.Element;

/** What the page keeps from its reader must not become a number. */
final class Hidden {
    private Hidden() {}

    static boolean is(Element element) {
        return element.hasAttr("hidden")
                || element.hasAttr("style") && Style.of(element).hides();
    }
}
