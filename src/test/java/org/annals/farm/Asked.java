package org.annals.farm;

import java.time.Duration;

/**
 * One request as the farm saw it, by the farm's own clock.
 *
 * @param startNanos when its head had come
 * @param endNanos when the last of the answer was written, or the asking side had gone
 * @param sent bytes that were written, head included
 */
record Asked(Site site, String path, String agent, long startNanos, long endNanos, long sent) {
    Duration until(Asked next) {
        return Duration.ofNanos(next.startNanos - endNanos);
    }
}
