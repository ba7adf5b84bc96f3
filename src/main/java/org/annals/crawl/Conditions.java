package org.annals.crawl;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.annals.archive.Archive;
import org.annals.capture.Exchange;
import org.annals.capture.Original;
import org.annals.capture.Purpose;
import org.annals.frontier.Entry;
import org.annals.policy.RevisitPolicy;

/** Conditional requests: an address whose last answer lies in the archive is asked for only if it is another one now (RFC 9110, 13.1). */
final class Conditions {
    /** Bytes of a packed record from which on originals are read one at a time: they lie in memory as a whole, in several copies. */
    private static final long BIG = 256 << 10;

    private final Archive archive;
    private final Clock clock;
    private final Semaphore bigOnes = new Semaphore(1);

    Conditions(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * The answer that the address is compared with; empty where it has to be sent whole: a robots.txt, since all else hangs on it; what was asked in vain a moment ago; what has not
     * come whole for long.
     */
    Optional<Original> original(Entry entry) throws IOException {
        if (entry.purpose() == Purpose.ROBOTS || entry.attempts() > 0) {
            return Optional.empty();
        }
        return archive.original(entry.url())
                .filter(original -> !original.validators().isEmpty())
                .filter(original -> RevisitPolicy.mayAskConditionally(original.wholeAt(), clock.instant()));
    }

    /**
     * Waits until there is room for the original of an answer.
     *
     * @return to be run once the original is not needed any more
     */
    Runnable room(Exchange answer, Optional<Original> original) {
        boolean big = answer.status() == Judge.NOT_MODIFIED
                && original.filter(o -> o.location().length() > BIG).isPresent();
        if (!big) {
            return () -> {};
        }
        bigOnes.acquireUninterruptibly();
        return bigOnes::release;
    }

    /** What a "not modified" stands for; empty for any other answer, and where it speaks of a state that was not asked about. */
    Optional<Exchange> meant(Exchange answer, Optional<Original> original) throws IOException {
        boolean confirms = answer.status() == Judge.NOT_MODIFIED
                && answer.truncation().isEmpty()
                && original.map(o -> o.validators().mayBe(answer.header("ETag"), answer.header("Last-Modified")))
                        .orElse(false);
        return confirms ? archive.meant(answer, original.get()) : Optional.empty();
    }
}
