package org.annals.document;

import java.util.List;

/**
 * What is drawn on a page, turned upright.
 *
 * @param unseen how many characters are drawn invisibly, as under a scanned picture
 * @param pictures how many pictures it shows
 */
record PdfPage(
        int number, double width, double height, List<Glyph> glyphs, List<Rule> rules, int unseen, int pictures) {
    PdfPage {
        glyphs = List.copyOf(glyphs);
        rules = List.copyOf(rules);
    }
}
