package org.annals.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.policy.Origin;
import org.annals.policy.RobotsRules;

/**
 * The robots.txt of every origin of the run, kept for 24 hours (RFC 9309, 2.4). What an origin's rules are follows from the answers alone: from its {@code /robots.txt}
 * through at most five redirects, whatever hosts they lead over (2.3.1.2).
 */
final class RobotsBook {
    private static final Duration KEPT = Duration.ofHours(24);
    /** How long an old copy serves on when the portal cannot give a new one. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int MAX_REDIRECTS = 5;
    private static final int NOT_THERE = 404;

    /** What is known of an origin's rules. */
    sealed interface Look {
        /**
         * The rules cannot be told before that address has been asked.
         *
         * @param via the address that redirects there, or empty
         * @param attempts made in vain so far
         * @param notBefore milliseconds since 1970
         */
        record Ask(String url, String via, int hops, int attempts, long notBefore) implements Look {}

        /** @param unreachable why nothing may be asked, where the file gave no answer */
        record Known(RobotsRules rules, Optional<Refusal> unreachable) implements Look {}
    }

    private static final class Row {
        private int attempts;
        private long retryAt;
        private RobotsAnswer answer;
    }

    private record Rules(Look.Known known, Instant until) {}

    private final FrontierStore store;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<Origin, Rules> rules = new HashMap<>();

    RobotsBook(FrontierStore store) throws SQLException {
        this.store = store;
        try (ResultSet row = store.statement(
                        "SELECT url, attempts, retry_at, status, location, asked_at, failure, rule FROM robots")
                .executeQuery()) {
            while (row.next()) {
                Row kept = new Row();
                kept.attempts = row.getInt("attempts");
                kept.retryAt = row.getLong("retry_at");
                int status = row.getInt("status");
                if (!row.wasNull()) {
                    kept.answer = new RobotsAnswer(
                            status,
                            Optional.ofNullable(row.getString("location")),
                            new byte[0], // read when the rules are made: the texts of thousands of portals need not lie
                            // in memory
                            Instant.ofEpochMilli(row.getLong("asked_at")),
                            failure(row));
                }
                rows.put(row.getString("url"), kept);
            }
        }
    }

    private static Optional<Refusal> failure(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        String code = row.getString("failure");
        return code == null ? Optional.empty() : Outcome.ofCode(code).map(outcome -> new Refusal(outcome, rule));
    }

    static String address(Origin origin) {
        return origin + "/robots.txt";
    }

    Look look(Origin origin, Instant now) throws SQLException {
        Rules cached = rules.get(origin);
        if (cached != null && now.isBefore(cached.until())) {
            return cached.known();
        }
        String url = address(origin);
        String via = "";
        Instant until = now.plus(KEPT);
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Row row = rows.get(url);
            if (row == null
                    || row.answer == null
                    || !now.isBefore(row.answer.askedAt().plus(KEPT))) {
                return new Look.Ask(url, via, hop, row == null ? 0 : row.attempts, row == null ? 0 : row.retryAt);
            }
            Instant end = row.answer.askedAt().plus(KEPT);
            until = end.isBefore(until) ? end : until;
            if (!row.answer.isRedirect() || row.answer.location().isEmpty()) {
                return known(origin, rulesOf(url, row.answer), row.answer.failure(), until);
            }
            via = url;
            url = row.answer.location().get();
        }
        // more than five redirects: the file counts as not there (2.3.1.2)
        return known(
                origin, RobotsRules.ofAnswer(NOT_THERE, new byte[0], RobotsAnswer.PRODUCT), Optional.empty(), until);
    }

    private Look known(Origin origin, RobotsRules made, Optional<Refusal> unreachable, Instant until) {
        Look.Known known = new Look.Known(made, unreachable);
        rules.put(origin, new Rules(known, until));
        return known;
    }

    private RobotsRules rulesOf(String url, RobotsAnswer answer) throws SQLException {
        if (answer.failure().isPresent()) {
            return RobotsRules.unreachable(answer.failure().get().rule());
        }
        int status = answer.isRedirect() ? NOT_THERE : answer.status();
        return RobotsRules.ofAnswer(status, body(url), RobotsAnswer.PRODUCT);
    }

    private byte[] body(String url) throws SQLException {
        try (ResultSet row =
                store.statement("SELECT body FROM robots WHERE url = ?", url).executeQuery()) {
            byte[] body = row.next() ? row.getBytes(1) : null;
            return body == null ? new byte[0] : body;
        }
    }

    void retry(String url, int attempts, long retryAt) throws SQLException {
        Row row = rows.computeIfAbsent(url, u -> new Row());
        row.attempts = attempts;
        row.retryAt = retryAt;
        store.update(
                "INSERT INTO robots (url, attempts, retry_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (url) DO UPDATE SET attempts = excluded.attempts, retry_at = excluded.retry_at",
                url,
                attempts,
                retryAt);
    }

    void answered(String url, RobotsAnswer answer) throws SQLException {
        Row row = rows.computeIfAbsent(url, u -> new Row());
        row.attempts = 0;
        row.retryAt = 0;
        if (row.answer != null) {
            rules.clear(); // rules made from the old answer; a new address can have been part of none
        }
        if (answer.isUnreachable() && row.answer != null && !row.answer.isUnreachable()) {
            RobotsAnswer old = row.answer;
            Instant asked = answer.askedAt().minus(KEPT).plus(GRACE);
            row.answer = new RobotsAnswer(old.status(), old.location(), old.body(), asked, old.failure());
            store.update("UPDATE robots SET asked_at = ?, attempts = 0 WHERE url = ?", asked.toEpochMilli(), url);
            return;
        }
        row.answer =
                new RobotsAnswer(answer.status(), answer.location(), new byte[0], answer.askedAt(), answer.failure());
        store.update(
                "INSERT OR REPLACE INTO robots (url, status, location, body, asked_at, failure, rule)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                url,
                answer.status(),
                answer.location().orElse(null),
                answer.body(),
                answer.askedAt().toEpochMilli(),
                answer.failure().map(f -> f.outcome().code()).orElse(null),
                answer.failure().map(Refusal::rule).orElse(null));
    }

    /** Whether the address has an answer, however old. */
    boolean isAnswered(String url) {
        Row row = rows.get(url);
        return row != null && row.answer != null;
    }
}
