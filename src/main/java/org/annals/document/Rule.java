package org.annals.document;

/**
 * A drawn horizontal or vertical line, in points.
 *
 * @param at the y of a horizontal, the x of a vertical line
 */
record Rule(boolean horizontal, double at, double from, double to) {}
