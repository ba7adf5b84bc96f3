package org.annals.frontier;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Whose turn comes when: every unfinished government stands in exactly one place here, or is being asked. Not safe for threads. */
final class Turns {
    private final PriorityQueue<GovernmentQueue> byTime = new PriorityQueue<>(
            Comparator.<GovernmentQueue>comparingLong(g -> g.readyAt).thenComparingLong(g -> g.order));
    private final Map<String, Deque<GovernmentQueue>> awaitingRobots = new HashMap<>();
    private long order;

    void at(long time, GovernmentQueue government) {
        government.readyAt = time;
        government.order = order++;
        byTime.add(government);
    }

    void behind(Pace pace, GovernmentQueue government) {
        pace.waiting.add(government);
    }

    void awaitRobots(String url, GovernmentQueue government) {
        awaitingRobots.computeIfAbsent(url, u -> new ArrayDeque<>()).add(government);
    }

    /** Those that waited for it may be looked at when it is ready. */
    void freed(Pace pace) {
        for (GovernmentQueue government : pace.waiting) {
            at(pace.nextAt, government);
        }
        pace.waiting.clear();
    }

    /** Those that waited for that robots.txt are looked at again. */
    void robotsSettled(String url, long time) {
        for (GovernmentQueue government :
                Optional.ofNullable(awaitingRobots.remove(url)).orElseGet(ArrayDeque::new)) {
            at(time, government);
        }
    }

    /** When the earliest turn comes; empty where nothing waits for time. */
    Optional<Long> earliest() {
        return Optional.ofNullable(byTime.peek()).map(g -> g.readyAt);
    }

    /** How many are due. */
    int due(long now) {
        return (int) byTime.stream().filter(g -> g.readyAt <= now).count();
    }

    GovernmentQueue take() {
        return byTime.poll();
    }
}
