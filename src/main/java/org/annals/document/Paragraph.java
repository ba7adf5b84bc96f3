package org.annals.document;

import java.util.Objects;

/**
 * One paragraph, heading or line of running text, white space at its ends removed.
 *
 * @param level 1 to 6 for a marked heading, 0 otherwise
 * @param chrome whether it stands outside the article: menus, bread crumbs, page foot
 * @param linked whether all of it is the text of links
 */
public record Paragraph(String text, String locator, int level, boolean chrome, boolean linked) implements Block {
    public Paragraph {
        Objects.requireNonNull(text);
        Objects.requireNonNull(locator);
    }
}
