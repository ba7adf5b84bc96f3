package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a locator names in the page that it was read from. */
public final class HtmlPlaces {
    /** A number out of a line of running text: its line is the place. */
    private static final Pattern VALUE_OF_LINE = Pattern.compile(", value \\d+$");

    private HtmlPlaces() {}

    /**
     * @param html as {@link Charsets} decoded it
     * @param locator of a block or cell, as {@link Documents#read} gives it
     * @return the steps from the root of the parsed page to the element: at each, the number of the child element, from 0. Empty where there is no such place. An
     *     article that a script puts on the page has a place behind the last element of the body, which the page itself lacks.
     */
    public static Optional<List<Integer>> path(String html, String locator) {
        SoughtPlace sought = new SoughtPlace(VALUE_OF_LINE.matcher(locator).replaceFirst(""));
        HtmlReader.read(html, new ArrayList<>(), sought);
        return sought.path();
    }
}
