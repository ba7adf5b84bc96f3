package org.annals.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.Via;
import org.annals.frontier.FollowRule.Step.Follow;

/** The rows of table entry: addresses in the order in which a government's crawl wants them. */
final class EntryRows {
    private static final String COLUMNS =
            "id, url, rank, score, via, anchor, hops, redirects, seed, known, attempts, refusal, refusal_rule";

    private final FrontierStore store;

    EntryRows(FrontierStore store) {
        this.store = store;
    }

    /** What an offer did. */
    enum Added {
        NEW,
        KNOWN_REPORT_LISTED,
        NOTHING
    }

    /** An address of the run's own starts. */
    Added add(long government, Offer offer) throws SQLException {
        return add(government, offer, false, 0);
    }

    /** An address that a page of this run gave. */
    Added addFound(long government, Offer offer, int barren) throws SQLException {
        return add(government, offer, true, barren);
    }

    private Added add(long government, Offer offer, boolean found, int barren) throws SQLException {
        EntryState state = switch (offer.hold()) {
            case NONE -> EntryState.READY;
            case SEED -> EntryState.HELD_SEED;
            case KNOWN -> EntryState.HELD_KNOWN;
        };
        int inserted = store.update(
                "INSERT INTO entry (government, url, rank, score, via, anchor, hops, redirects, seed, known,"
                        + " refusal, refusal_rule, state, barren) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                government,
                offer.url(),
                offer.purpose().ordinal(),
                offer.score(),
                offer.via().url(),
                offer.via().anchorText(),
                offer.via().hops(),
                offer.redirects(),
                offer.seed() ? 1 : 0,
                offer.known() ? 1 : 0,
                offer.refusal().map(r -> r.outcome().code()).orElse(null),
                offer.refusal().map(Refusal::rule).orElse(null),
                state.ordinal(),
                barren);
        if (inserted > 0) {
            return Added.NEW;
        }
        if (!found) {
            return Added.NOTHING;
        }
        int listed = store.update(
                "UPDATE entry SET state = ? WHERE government = ? AND url = ? AND state = ?",
                EntryState.LISTED.ordinal(),
                government,
                offer.url(),
                EntryState.HELD_KNOWN.ordinal());
        if (listed > 0) {
            return Added.KNOWN_REPORT_LISTED;
        }
        raise(government, offer);
        store.update(
                "UPDATE entry SET barren = ? WHERE government = ? AND url = ? AND state = ? AND barren > ?",
                barren,
                government,
                offer.url(),
                EntryState.READY.ordinal(),
                barren);
        return Added.NOTHING;
    }

    /** Pages without a new report on the way to an address. */
    int barren(long id) throws SQLException {
        try (ResultSet row =
                store.statement("SELECT barren FROM entry WHERE id = ?", id).executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /**
     * The further pages that the same page named share what the last of them brought.
     *
     * @return how many were dropped, being barren for too long
     */
    int siblings(long government, String via, int barren, int tooLong) throws SQLException {
        String waiting = " WHERE government = ? AND state = ? AND rank = ? AND via = ?";
        if (barren >= tooLong) {
            return store.update(
                    "UPDATE entry SET state = ?" + waiting,
                    EntryState.DROPPED.ordinal(),
                    government,
                    EntryState.READY.ordinal(),
                    Purpose.PAGER.ordinal(),
                    via);
        }
        store.update(
                "UPDATE entry SET barren = ?" + waiting,
                barren,
                government,
                EntryState.READY.ordinal(),
                Purpose.PAGER.ordinal(),
                via);
        return 0;
    }

    /** @return how many columns and further pages below barren ones were dropped */
    int dropBarren(long government) throws SQLException {
        return store.update(
                "UPDATE entry SET state = ? WHERE government = ? AND state = ? AND rank IN (?, ?)"
                        + " AND known = 0 AND seed = 0 AND barren > 0",
                EntryState.DROPPED.ordinal(),
                government,
                EntryState.READY.ordinal(),
                Purpose.COLUMN.ordinal(),
                Purpose.PAGER.ordinal());
    }

    /** @return how many reports and columns that a page named were dropped */
    int dropLinks(long government, String via) throws SQLException {
        return store.update(
                "UPDATE entry SET state = ? WHERE government = ? AND state = ? AND rank IN (?, ?) AND known = 0 AND via = ?",
                EntryState.DROPPED.ordinal(),
                government,
                EntryState.READY.ordinal(),
                Purpose.REPORT.ordinal(),
                Purpose.COLUMN.ordinal(),
                via);
    }

    /** @return how many columns and further pages were dropped whose address begins so */
    int dropUnder(long government, String start) throws SQLException {
        return store.update(
                "UPDATE entry SET state = ? WHERE government = ? AND state = ? AND rank IN (?, ?) AND known = 0"
                        + " AND seed = 0 AND substr(url, 1, ?) = ?",
                EntryState.DROPPED.ordinal(),
                government,
                EntryState.READY.ordinal(),
                Purpose.COLUMN.ordinal(),
                Purpose.PAGER.ordinal(),
                start.length(),
                start);
    }

    /** Addresses that wait as anything else, which a page named with that score. */
    List<Address> others(long government, String via, int score) throws SQLException {
        List<Address> others = new ArrayList<>();
        try (ResultSet row = store.statement(
                        "SELECT id, url FROM entry WHERE government = ? AND state = ? AND rank = ? AND via = ?"
                                + " AND score = ? ORDER BY id",
                        government,
                        EntryState.READY.ordinal(),
                        Purpose.OTHER.ordinal(),
                        via,
                        score)
                .executeQuery()) {
            while (row.next()) {
                others.add(new Address(row.getLong("id"), row.getString("url"), false));
            }
        }
        return others;
    }

    void raise(long id, Purpose purpose) throws SQLException {
        store.update("UPDATE entry SET rank = ? WHERE id = ?", purpose.ordinal(), id);
    }

    int countWaiting(long government, Purpose least) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT count(*) FROM entry WHERE government = ? AND state = ? AND rank >= ?",
                        government,
                        EntryState.READY.ordinal(),
                        least.ordinal())
                .executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** One address of a government, whatever its state. */
    record Address(long id, String url, boolean mayBeDropped) {}

    /** All of a government's, those that wait last. */
    List<Address> addresses(long government) throws SQLException {
        List<Address> addresses = new ArrayList<>();
        try (ResultSet row = store.statement(
                        "SELECT id, url, state = ? AND known = 0 AND seed = 0 AS free FROM entry WHERE government = ?"
                                + " ORDER BY free, id",
                        EntryState.READY.ordinal(),
                        government)
                .executeQuery()) {
            while (row.next()) {
                addresses.add(new Address(row.getLong("id"), row.getString("url"), row.getInt("free") != 0));
            }
        }
        return addresses;
    }

    /** A report's address, with the words that led to it. */
    record Listed(String url, String anchor, boolean known, EntryState state) {}

    List<Listed> reports(long government) throws SQLException {
        List<Listed> reports = new ArrayList<>();
        try (ResultSet row = store.statement(
                        "SELECT url, anchor, known, state FROM entry WHERE government = ? AND rank = ?",
                        government,
                        Purpose.REPORT.ordinal())
                .executeQuery()) {
            while (row.next()) {
                reports.add(new Listed(
                        row.getString("url"),
                        row.getString("anchor"),
                        row.getInt("known") != 0,
                        EntryState.values()[row.getInt("state")]));
            }
        }
        return reports;
    }

    Optional<EntryState> state(long government, String url) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT state FROM entry WHERE government = ? AND url = ?", government, url)
                .executeQuery()) {
            return row.next() ? Optional.of(EntryState.values()[row.getInt(1)]) : Optional.empty();
        }
    }

    /** An address that waits as something less wanted moves up; a held seed does so only where a page calls it a column or better. */
    private void raise(long government, Offer offer) throws SQLException {
        store.update(
                "UPDATE entry SET rank = ?, score = ?, via = ?, anchor = ?, hops = ?, state = ?"
                        + " WHERE government = ? AND url = ? AND rank < ? AND (state = ? OR state = ? AND ? >= ?)",
                offer.purpose().ordinal(),
                offer.score(),
                offer.via().url(),
                offer.via().anchorText(),
                offer.via().hops(),
                EntryState.READY.ordinal(),
                government,
                offer.url(),
                offer.purpose().ordinal(),
                EntryState.READY.ordinal(),
                EntryState.HELD_SEED.ordinal(),
                offer.purpose().ordinal(),
                Purpose.COLUMN.ordinal());
    }

    /** The most wanted address that may be asked at that time. */
    Optional<Entry> best(long government, String code, Follow range, long now) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT " + COLUMNS + " FROM entry WHERE government = ? AND state = ?"
                                + " AND rank BETWEEN ? AND ? AND not_before <= ?"
                                + " ORDER BY rank DESC, score DESC, id LIMIT 1",
                        government,
                        EntryState.READY.ordinal(),
                        range.least().ordinal(),
                        range.most().ordinal(),
                        now)
                .executeQuery()) {
            return row.next() ? Optional.of(entry(row, code)) : Optional.empty();
        }
    }

    /** When the next of the addresses that wait for another attempt may be asked; empty where none waits. */
    Optional<Long> nextRetry(long government, Follow range) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT min(not_before) FROM entry WHERE government = ? AND state = ?"
                                + " AND rank BETWEEN ? AND ?",
                        government,
                        EntryState.READY.ordinal(),
                        range.least().ordinal(),
                        range.most().ordinal())
                .executeQuery()) {
            long at = row.next() ? row.getLong(1) : 0;
            return row.wasNull() ? Optional.empty() : Optional.of(at);
        }
    }

    Optional<Purpose> bestPurpose(long government) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT rank FROM entry WHERE government = ? AND state = ?"
                                + " ORDER BY rank DESC, score DESC, id LIMIT 1",
                        government,
                        EntryState.READY.ordinal())
                .executeQuery()) {
            return row.next() ? Optional.of(Purpose.values()[row.getInt(1)]) : Optional.empty();
        }
    }

    boolean anyReady(long government, Purpose purpose) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT 1 FROM entry WHERE government = ? AND state = ? AND rank = ? LIMIT 1",
                        government,
                        EntryState.READY.ordinal(),
                        purpose.ordinal())
                .executeQuery()) {
            return row.next();
        }
    }

    boolean any(long government, EntryState state) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT 1 FROM entry WHERE government = ? AND state = ? LIMIT 1", government, state.ordinal())
                .executeQuery()) {
            return row.next();
        }
    }

    long count(EntryState state) throws SQLException {
        try (ResultSet row = store.statement("SELECT count(*) FROM entry WHERE state = ?", state.ordinal())
                .executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** @return how many changed */
    int moveAll(long government, EntryState from, EntryState to) throws SQLException {
        return store.update(
                "UPDATE entry SET state = ? WHERE government = ? AND state = ?",
                to.ordinal(),
                government,
                from.ordinal());
    }

    /** Leases of a program that ended without giving them back. */
    void endLeases() throws SQLException {
        store.update(
                "UPDATE entry SET state = ? WHERE state = ?", EntryState.READY.ordinal(), EntryState.LEASED.ordinal());
    }

    void move(long id, EntryState to) throws SQLException {
        store.update("UPDATE entry SET state = ? WHERE id = ?", to.ordinal(), id);
    }

    void retry(long id, int attempts, long notBefore) throws SQLException {
        store.update(
                "UPDATE entry SET state = ?, attempts = ?, not_before = ? WHERE id = ?",
                EntryState.READY.ordinal(),
                attempts,
                notBefore,
                id);
    }

    /** The entry of an address, with its state. */
    Optional<Found> find(long government, String code, String url) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT " + COLUMNS + ", state FROM entry WHERE government = ? AND url = ?", government, url)
                .executeQuery()) {
            return row.next()
                    ? Optional.of(new Found(entry(row, code), EntryState.values()[row.getInt("state")]))
                    : Optional.empty();
        }
    }

    record Found(Entry entry, EntryState state) {}

    private static Entry entry(ResultSet row, String government) throws SQLException {
        String refusal = row.getString("refusal");
        return new Entry(
                row.getLong("id"),
                government,
                row.getString("url"),
                Purpose.values()[row.getInt("rank")],
                row.getInt("score"),
                new Via(row.getString("via"), row.getString("anchor"), row.getInt("hops")),
                row.getInt("redirects"),
                row.getInt("seed") != 0,
                row.getInt("known") != 0,
                row.getInt("attempts"),
                refusal == null ? Optional.empty() : Outcome.ofCode(refusal).map(o -> new Refusal(o, rule(row))));
    }

    private static String rule(ResultSet row) {
        try {
            String rule = row.getString("refusal_rule");
            return rule == null ? "" : rule;
        } catch (SQLException e) {
            throw new IllegalStateException("column refusal_rule", e);
        }
    }
}
