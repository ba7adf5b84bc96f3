package org.annals.web;

import java.util.EnumMap;
import java.util.Map;

/** How many reports are there and how many are not. */
final class Tally {
    private static final int PERCENT = 100;

    private final Map<Presence, Integer> counts = new EnumMap<>(Presence.class);

    void add(Presence presence) {
        counts.merge(presence, 1, Integer::sum);
    }

    public int of(Presence presence) {
        return counts.getOrDefault(presence, 0);
    }

    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What is found of all, rounded down, so that 100 means all. */
    public int percent() {
        return all() == 0 ? 0 : of(Presence.FOUND) * PERCENT / all();
    }

    /** Ten steps of shading, 0 for nothing. */
    public int step() {
        return of(Presence.FOUND) == 0 ? 0 : Math.max(1, percent() / 10);
    }
}
