package org.annals.revision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
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
    /** The date of publication that it printed last. */
    Optional<LocalDate> publishedOn = Optional.empty();

    Observation lastCarrying;
    /** Runs that found it gone since it carried the publication last. */
    final Set<String> goneRuns = new HashSet<>();
    /** What it carried last. */
    Reading reading;
    /** It carries less than another address that is live: the page in front of a file, say. Its changes are none of the report. */
    boolean front;
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

    /** Whether a reading prints another date of publication than this address did. */
    boolean isRedatedBy(Reading reading) {
        return publishedOn.isPresent()
                && reading.publishedOn().isPresent()
                && !publishedOn.equals(reading.publishedOn());
    }

    void carries(Observation at, Sighting.Carries seen, int versionNumber) {
        if (lastCarrying == null || left) {
            firstRun = at.run();
        }
        last = Last.LIVE;
        left = false;
        version = versionNumber;
        payload = seen.payload();
        reading = seen.reading();
        publishedOn = seen.reading().publishedOn().or(() -> publishedOn);
        lastCarrying = at;
        goneRuns.clear();
    }
}
