package org.annals.farm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges a crawler by a host's own log. */
final class PolitenessJudge {
    private static final String ROBOTS = "/robots.txt";

    private PolitenessJudge() {}

    /**
     * What it did wrong, one line each.
     *
     * @param log of that host alone
     * @param delay asked of the crawler; the host may ask for more
     */
    static List<String> faults(Site site, List<Asked> log, Duration delay) {
        List<String> faults = new ArrayList<>();
        Duration least = site.gap().compareTo(delay) > 0 ? site.gap() : delay;
        List<Asked> inOrder =
                log.stream().sorted(Comparator.comparingLong(Asked::startNanos)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            Asked asked = inOrder.get(i);
            if (i == 0 && !asked.path().equals(ROBOTS)) {
                faults.add("asked for " + asked.path() + " before robots.txt");
            }
            if (!asked.path().equals(ROBOTS)
                    && site.forbidden().stream().anyMatch(folder -> asked.path().startsWith(folder))) {
                faults.add("asked for " + asked.path() + ", which is forbidden");
            }
            if (i > 0) {
                Duration gap = inOrder.get(i - 1).until(asked);
                if (gap.isNegative()) {
                    faults.add("asked for " + asked.path() + " while "
                            + inOrder.get(i - 1).path() + " was answered");
                } else if (gap.compareTo(least) < 0) {
                    faults.add("asked for " + asked.path() + " after " + gap.toMillis() + " ms instead of "
                            + least.toMillis());
                }
            }
        }
        return faults;
    }
}
