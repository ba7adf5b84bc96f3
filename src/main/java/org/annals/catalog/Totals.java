package org.annals.catalog;

/** How much the catalogue holds. */
public record Totals(long captures, long fetches, long publications, long versions, long revisions) {}
