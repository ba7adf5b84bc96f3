package org.annals.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The element that a locator of a page names, found while the page is read. */
final class SoughtPlace {
    /** Where nothing is sought. */
    static final SoughtPlace NONE = new SoughtPlace("");

    private final String locator;
    private Element element;

    SoughtPlace(String locator) {
        this.locator = locator;
    }

    /** A block or cell, and the element that it was read from. */
    void offer(String itsLocator, Element itsElement) {
        if (element == null && itsLocator.equals(locator)) {
            element = itsElement;
        }
    }

    /** The steps from the root of the page to the element: at each, the number of the child element, from 0. */
    Optional<List<Integer>> path() {
        if (element == null) {
            return Optional.empty();
        }
        Deque<Integer> path = new ArrayDeque<>();
        for (Element at = element; at.parent() != null; at = at.parent()) {
            path.addFirst(at.elementSiblingIndex());
        }
        return Optional.of(List.copyOf(path));
    }
}
