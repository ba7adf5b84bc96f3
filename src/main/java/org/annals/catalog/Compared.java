package org.annals.catalog;

/**
 * What came of comparing a catalogue with its archive.
 *
 * @param differing rows that are not what the archive gives, those aside that the catalogue has not taken in yet
 * @param behind whether the archive holds what the catalogue has not taken in yet, as after a kill
 * @param captures how many captures it lacks for that reason
 */
public record Compared(long differing, boolean behind, long captures) {}
