package org.annals.revision;

import java.util.HashSet;
import java.util.Set;

/** What is known of one address of a publication, up to the observation that is being read. */
final class AddressState {
    enum Last {
        LIVE,
        GONE,
        ELSEWHERE
    }

    final String url;
    /** Run in which it first carried the publication, counted from its last coming back after a withdrawal or a move. */
    String firstRun;

    Last last = Last.LIVE;
    int version;
    String payload;
    Observation lastCarrying;
    /** Runs that found it gone since it carried the publication last. */
    final Set<String> goneRuns = new HashSet<>();
    /** One of the addresses where the publication is at home; otherwise a copy. */
    boolean home;
    /** Seen gone or leading elsewhere, and the publication was read at another address after that: nobody needs to ask again. */
    boolean left;

    AddressState(String url) {
        this.url = url;
    }

    boolean isLive() {
        return last == Last.LIVE;
    }

    void carries(Observation at, String payloadSha256, int versionNumber) {
        if (lastCarrying == null || left) {
            firstRun = at.run();
        }
        last = Last.LIVE;
        left = false;
        version = versionNumber;
        payload = payloadSha256;
        lastCarrying = at;
        goneRuns.clear();
    }
}
