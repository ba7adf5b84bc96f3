package org.annals.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Finish;
import org.annals.capture.Finish.End;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.frontier.Completion.Verdict;
import org.annals.frontier.FollowRule.Step;

/**
 * One government's crawl: its counts and the address that is its turn. At most one of its addresses is asked at a time, whatever hosts they lie on: so the order in which
 * its pages are found, and with it what a page budget lets through, does not hang on which portal answers first.
 */
final class GovernmentQueue {
    final long id;
    final String code;
    private int pages;
    private int navigation;
    private int others;
    private int refused;
    private int reports;
    private int lists;
    private int listFailures;
    private int listsGone;
    private int reportFailures;
    private int columnsDenied;
    private int reportsDenied;
    private int fetched;
    private boolean finished;
    private boolean cutOff;
    private int beyondBudget;
    int behindGone;
    int deepColumns;
    int gone;
    String goneVia;

    /** The address whose turn it is; empty while all that waits waits for another attempt, and when finished. */
    Optional<Entry> next = Optional.empty();
    /** When the turn comes, in milliseconds since 1970. */
    long readyAt;
    /** Order among those that are ready at the same time. */
    long order;

    private GovernmentQueue(ResultSet row) throws SQLException {
        id = row.getLong("id");
        code = row.getString("code");
        pages = row.getInt("pages");
        navigation = row.getInt("navigation");
        others = row.getInt("others");
        refused = row.getInt("refused");
        reports = row.getInt("reports");
        lists = row.getInt("lists");
        listFailures = row.getInt("list_failures");
        listsGone = row.getInt("lists_gone");
        reportFailures = row.getInt("report_failures");
        columnsDenied = row.getInt("columns_denied");
        reportsDenied = row.getInt("reports_denied");
        fetched = row.getInt("fetched");
        finished = row.getInt("finished") != 0;
        cutOff = row.getInt("cut_off") != 0;
        beyondBudget = row.getInt("beyond_budget");
        behindGone = row.getInt("behind_gone");
        deepColumns = row.getInt("deep_columns");
        gone = row.getInt("gone");
        goneVia = row.getString("gone_via");
    }

    static List<GovernmentQueue> all(FrontierStore store) throws SQLException {
        List<GovernmentQueue> queues = new ArrayList<>();
        try (ResultSet rows =
                store.statement("SELECT * FROM government ORDER BY id").executeQuery()) {
            while (rows.next()) {
                queues.add(new GovernmentQueue(rows));
            }
        }
        return queues;
    }

    static void insert(FrontierStore store, String code) throws SQLException {
        store.update("INSERT OR IGNORE INTO government (code) VALUES (?)", code);
    }

    boolean isFinished() {
        return finished;
    }

    void count(Entry entry, Verdict verdict) {
        boolean column = entry.purpose() == Purpose.COLUMN || entry.purpose() == Purpose.PAGER;
        boolean report = entry.purpose() == Purpose.REPORT;
        if (verdict == Verdict.REFUSED) {
            countRefused(entry, column, report);
            return;
        }
        reportFailures += report && verdict == Verdict.FAILED ? 1 : 0;
        if (!entry.known()) {
            // a report is what the budget is for
            pages += verdict == Verdict.REPORT ? 0 : 1;
            navigation += entry.purpose() == Purpose.REPORT ? 0 : 1;
            others += entry.purpose() == Purpose.OTHER ? 1 : 0;
        }
        switch (verdict) {
            case REPORT -> {
                reports++;
                fetched++;
            }
            case LIST -> lists++;
            case FAILED -> listFailures += column ? 1 : 0;
            case GONE -> listsGone += column ? 1 : 0;
            case PAGE -> listsGone += column && entry.known() ? 1 : 0;
            case REDIRECT, REFUSED -> {}
        }
    }

    /** What robots.txt forbids is no failure; a host that is left alone is one, and an address elsewhere is neither. */
    private void countRefused(Entry entry, boolean column, boolean report) {
        refused++;
        Optional<Outcome> outcome = entry.refusal().map(Refusal::outcome);
        if (outcome.equals(Optional.of(Outcome.ROBOTS_DENIED))) {
            columnsDenied += column ? 1 : 0;
            reportsDenied += report ? 1 : 0;
            return;
        }
        listFailures += column && entry.known() ? 1 : 0;
        reportFailures +=
                report && outcome.filter(o -> o != Outcome.OUT_OF_SCOPE).isPresent() ? 1 : 0;
    }

    Optional<Unasked> unasked() {
        return beyondBudget + behindGone > 0
                ? Optional.of(new Unasked(code, beyondBudget, behindGone))
                : Optional.empty();
    }

    Finish finish() {
        return new Finish(
                code,
                end(),
                pages,
                fetched,
                lists,
                listFailures,
                reportFailures,
                columnsDenied + reportsDenied,
                beyondBudget,
                behindGone);
    }

    private End end() {
        if (cutOff && (beyondBudget > 0 || lists == 0)) {
            return End.BUDGET;
        }
        if (behindGone > 0) {
            return End.DEAD_LINKS;
        }
        if (listFailures > 0) {
            return End.COLUMN_FAILED;
        }
        if (reportFailures > 0) {
            return End.REPORT_FAILED;
        }
        if (columnsDenied + reportsDenied > 0) {
            return End.DENIED;
        }
        return lists > 0 ? End.EXHAUSTED : End.NO_COLUMN;
    }

    int reportsFetched() {
        return fetched;
    }

    void countListedReport() {
        reports++;
    }

    /**
     * Decides what comes next, and notes it in {@link #next} and {@link #readyAt}.
     *
     * @return how many addresses more wait than before
     */
    int decide(EntryRows rows, FollowRule rule, long now) throws SQLException {
        next = Optional.empty();
        int more = 0;
        while (!finished) {
            Step step = rule.next(progress(rows));
            if (step instanceof Step.ReleaseSeeds) {
                lists = 0;
                listFailures = 0;
                listsGone = 0;
                more += rows.moveAll(id, EntryState.HELD_SEED, EntryState.READY);
            } else if (step instanceof Step.ReleaseKnown) {
                more += rows.moveAll(id, EntryState.HELD_KNOWN, EntryState.READY);
            } else if (step instanceof Step.CutOff) {
                cutOff = true;
                beyondBudget = rows.countWaiting(id, Purpose.COLUMN);
                more -= finish(rows);
            } else if (!(step instanceof Step.Follow follow) || !choose(rows, follow, now)) {
                more -= finish(rows);
            } else {
                return more;
            }
        }
        return more;
    }

    private boolean choose(EntryRows rows, Step.Follow follow, long now) throws SQLException {
        next = rows.best(id, code, follow, now);
        readyAt = now;
        if (next.isEmpty()) {
            Optional<Long> retry = rows.nextRetry(id, follow);
            readyAt = retry.orElse(now);
            return retry.isPresent();
        }
        return true;
    }

    private int finish(EntryRows rows) throws SQLException {
        finished = true;
        next = Optional.empty();
        rows.moveAll(id, EntryState.HELD_SEED, EntryState.DROPPED);
        rows.moveAll(id, EntryState.HELD_KNOWN, EntryState.DROPPED);
        return rows.moveAll(id, EntryState.READY, EntryState.DROPPED);
    }

    Progress progress(EntryRows rows) throws SQLException {
        return new Progress(
                code,
                pages,
                navigation,
                others,
                refused,
                reports,
                lists,
                listFailures,
                listsGone,
                columnsDenied,
                rows.bestPurpose(id),
                rows.anyReady(id, Purpose.SEED),
                rows.any(id, EntryState.HELD_SEED),
                rows.any(id, EntryState.HELD_KNOWN));
    }

    void save(FrontierStore store) throws SQLException {
        store.update(
                "UPDATE government SET pages = ?, navigation = ?, others = ?, refused = ?, reports = ?, lists = ?,"
                        + " list_failures = ?, lists_gone = ?, report_failures = ?, columns_denied = ?, reports_denied = ?, fetched = ?, finished = ?, cut_off = ?, beyond_budget = ?,"
                        + " behind_gone = ?, deep_columns = ?, gone = ?, gone_via = ? WHERE id = ?",
                pages,
                navigation,
                others,
                refused,
                reports,
                lists,
                listFailures,
                listsGone,
                reportFailures,
                columnsDenied,
                reportsDenied,
                fetched,
                finished ? 1 : 0,
                cutOff ? 1 : 0,
                beyondBudget,
                behindGone,
                deepColumns,
                gone,
                goneVia,
                id);
    }
}
