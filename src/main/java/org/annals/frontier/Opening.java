package org.annals.frontier;

import java.time.Duration;

/** Whether portals may be asked at this time of the day. Is looked at each time before something is handed out; must not block. */
@FunctionalInterface
public interface Opening {
    Opening ALWAYS = () -> Duration.ZERO;

    /** How long nothing may be asked from now on; zero where something may. */
    Duration closedFor();
}
