package org.annals.frontier;

/**
 * The frontier at one instant, for people who watch.
 *
 * @param active hosts that are being asked
 * @param pacing hosts that are wanted and wait out their delay
 * @param backingOff those of them that failed the last time
 * @param waiting addresses known and not settled
 * @param governments those not finished
 * @param reports fetched in this run, before the program was stopped in between too
 */
public record FrontierCounts(int active, int pacing, int backingOff, long waiting, int governments, long reports) {}
