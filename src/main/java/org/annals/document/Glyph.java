package org.annals.document;

/**
 * A drawn character of an upright page. Lengths are points (1/72 inch), y grows downwards.
 *
 * @param y the base line
 * @param size height of the font
 */
record Glyph(String text, double x, double right, double y, double size) {
    double centre() {
        return (x + right) / 2;
    }

    /** A height that surely lies inside the character, unlike the base line, which may touch the rule below. */
    double middle() {
        return y - 0.3 * size;
    }

    boolean isBlank() {
        return Spaces.clean(text).isEmpty();
    }
}
