package org.annals.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Payload;
import org.annals.policy.Origin;
import org.annals.policy.RobotsRules;

/**
 * The rules of a host as its robots.txt said when it was archived last.
 *
 * @param askedAt when that was
 */
record ArchivedRobots(RobotsRules rules, Instant askedAt) {
    /** RFC 9309, 2.3.1.2. */
    private static final int MAX_REDIRECTS = 5;

    private static final String PRODUCT = "annals";

    /** Empty where the archive has no answer, or it redirects to an address that is not there. */
    static Optional<ArchivedRobots> of(Archive archive, Origin origin) throws IOException {
        String url = origin + "/robots.txt";
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Optional<ArchivedRecord> record = archive.latest(url);
            if (record.isEmpty() || record.get().status().isEmpty()) {
                return Optional.empty();
            }
            int status = record.get().status().get();
            Optional<String> redirect =
                    status >= 300 && status < 400 ? record.get().redirect() : Optional.empty();
            if (redirect.isEmpty()) {
                byte[] body = record.get().payload().map(Payload::bytes).orElse(new byte[0]);
                RobotsRules rules = RobotsRules.ofAnswer(status, body, PRODUCT);
                return Optional.of(new ArchivedRobots(rules, record.get().date()));
            }
            try {
                url = URI.create(url).resolve(redirect.get()).toString();
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // leads nowhere
            }
        }
        return Optional.empty();
    }
}
