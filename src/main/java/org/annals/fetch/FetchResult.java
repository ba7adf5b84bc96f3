package org.annals.fetch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;

/** What one attempt brought. */
public sealed interface FetchResult {
    /**
     * An answer, whole or cut (see {@link Exchange#truncation()}).
     *
     * @param certificateFault one line on what is wrong with the certificate of a host that is read all the same ({@link FetchSettings#insecureHosts})
     * @param done gives the memory of a big body back; to be run once nobody needs the exchange any more, until when other fetches may wait for it
     */
    record Answer(Exchange exchange, Optional<String> certificateFault, Runnable done) implements FetchResult {
        public Answer {
            Objects.requireNonNull(exchange);
            Objects.requireNonNull(certificateFault);
            Objects.requireNonNull(done);
        }
    }

    /** Nothing was sent, since the {@link ConnectPermission} was not given. */
    record Withheld() implements FetchResult {}

    /**
     * No answer that could be kept.
     *
     * @param outcome timeout, connection_error, tls_error, out_of_scope (a refused address) or too_large (an endless head)
     * @param detail one line for people
     */
    record Failure(Outcome outcome, String detail, Instant startedAt, Instant endedAt) implements FetchResult {
        public Failure {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(detail);
            Objects.requireNonNull(startedAt);
            Objects.requireNonNull(endedAt);
        }
    }
}
