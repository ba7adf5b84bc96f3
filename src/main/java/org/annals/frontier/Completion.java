package org.annals.frontier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Outcome;

/**
 * What became of one lease, told to the frontier after it is archived.
 *
 * @param releaseAt when the host may be asked again; empty where the host was not asked
 * @param addressAt when other hosts at the same public address may be asked; empty where the host was not asked
 * @param hostFailure how the host failed to do its part (no answer, a server error): what its back-off grows with
 * @param retryAt when the address is to be asked again; empty where it is settled
 * @param verdict what the settled address turned out to be
 * @param robots the answer, where a robots.txt was asked for and settled
 * @param scope addresses whose hosts from now on count as the government's own
 * @param leave why the host is to be asked no more in this run, where it wishes so itself
 * @param body lower-case hex SHA-256 of a page worth comparing with others
 */
public record Completion(
        Optional<Instant> releaseAt,
        Optional<Instant> addressAt,
        Optional<Outcome> hostFailure,
        Optional<Instant> retryAt,
        Verdict verdict,
        Optional<RobotsAnswer> robots,
        List<String> scope,
        Optional<Refusal> leave,
        Optional<String> body) {
    /** What an address turned out to be, as far as the {@link FollowRule} counts it. */
    public enum Verdict {
        /** Not asked for: robots.txt or scope forbade it. */
        REFUSED,
        /** No answer, or one that says nothing certain. */
        FAILED,
        /** Not there any more: 404, 410 or a page that says so. */
        GONE,
        /** An answer that names another address. */
        REDIRECT,
        /** A report. */
        REPORT,
        /** A page that lists reports. */
        LIST,
        /** Any other answer. */
        PAGE
    }

    public Completion {
        Objects.requireNonNull(releaseAt);
        Objects.requireNonNull(addressAt);
        Objects.requireNonNull(hostFailure);
        Objects.requireNonNull(retryAt);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(robots);
        scope = List.copyOf(scope);
        Objects.requireNonNull(leave);
        Objects.requireNonNull(body);
    }

    /** Of a host whose address waits as long as itself, and a page that is not compared. */
    public Completion(
            Optional<Instant> releaseAt,
            Optional<Outcome> hostFailure,
            Optional<Instant> retryAt,
            Verdict verdict,
            Optional<RobotsAnswer> robots,
            List<String> scope) {
        this(releaseAt, releaseAt, hostFailure, retryAt, verdict, robots, scope, Optional.empty(), Optional.empty());
    }
}
