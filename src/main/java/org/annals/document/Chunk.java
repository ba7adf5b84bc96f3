package org.annals.document;

/** Characters on one line with no wide gap between them: a line of a paragraph, or what stands in one column of a table. In points, y downwards. */
record Chunk(String text, double x, double right, double y, double size) {
    double width() {
        return right - x;
    }

    double top() {
        return y - size;
    }

    double bottom() {
        return y + 0.2 * size;
    }

    /** Whether the two stand over one another. */
    boolean overlaps(Chunk other) {
        return x < other.right - 0.5 && other.x < right - 0.5;
    }
}
