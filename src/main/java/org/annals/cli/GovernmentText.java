package org.annals.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.annals.capture.Finish;
import org.annals.capture.Printable;
import org.annals.catalog.Coverage;
import org.annals.catalog.GovernmentStatus;
import org.annals.catalog.GovernmentStatus.Failed;
import org.annals.catalog.GovernmentStatus.LastRun;
import org.annals.catalog.KnownVisit;
import org.annals.policy.Due;
import org.annals.policy.RevisitPolicy;

/** One government explained in words. Times are China's. */
final class GovernmentText {
    private static final int MOST_FAILED = 10;
    private static final int MOST_COLUMNS = 20;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(RevisitPolicy.CHINA);

    private final PrintWriter out;
    private final GovernmentStatus status;

    private GovernmentText(PrintWriter out, GovernmentStatus status) {
        this.out = out;
        this.status = status;
    }

    static void write(PrintWriter out, GovernmentStatus status, List<HostPace> hosts) {
        GovernmentText text = new GovernmentText(out, status);
        text.head();
        text.columns();
        text.years();
        text.lastRun();
        text.pace(hosts);
        text.next();
    }

    private void head() {
        List<String> about = new ArrayList<>(List.of(status.level()));
        if (!status.province().isEmpty()) {
            about.add(status.province());
        }
        if (!status.parent().isEmpty()) {
            about.add("under " + status.parent());
        }
        out.println(Printable.of(status.code()) + "  "
                + Printable.of(status.name() + " (" + String.join(", ", about) + ")"));
        line("portal", status.portal().orElse("none in the seeds"));
        status.reportList().ifPresent(url -> line("report list", url));
    }

    private void columns() {
        if (status.last().isEmpty()) {
            line("columns", "not asked yet");
            return;
        }
        int count = status.columns().size();
        line("columns", count == 0 ? "none found yet that led to a report" : count + " that led to reports");
        status.columns().stream().limit(MOST_COLUMNS).forEach(column -> {
            more(column.address().url());
            more("  " + Counted.of(column.reports(), "report") + "; asked " + at(column.askedAt()) + ", "
                    + column.outcome());
        });
        moreThan(count, MOST_COLUMNS);
        int barren = status.barrenColumns().size();
        if (barren > 0) {
            more(barren + " more asked as columns, but no report was found through them:");
            status.barrenColumns().stream().limit(MOST_FAILED).forEach(url -> more("  " + url));
            moreThan(barren, MOST_FAILED);
        }
    }

    private void years() {
        TreeSet<Integer> found = new TreeSet<>();
        Map<String, TreeSet<Integer>> others = new TreeMap<>();
        for (Coverage row : status.coverage()) {
            if (row.status().equals("found")) {
                found.add(row.fiscalYear());
            } else {
                others.computeIfAbsent(
                                row.status() + "\t"
                                        + row.why().map(Reasons::of).orElse("the archive does not tell why"),
                                key -> new TreeSet<>())
                        .add(row.fiscalYear());
            }
        }
        line("years", found.isEmpty() ? "no report of its own found" : "found " + StatusText.ranges(found));
        others.forEach((key, years) -> {
            String[] part = key.split("\t", 2);
            more(part[0] + " " + StatusText.ranges(years) + ": " + part[1]);
        });
        for (Failed link : status.last().map(LastRun::failed).orElse(List.of())) {
            year(link)
                    .ifPresent(year -> more(year + " is linked as “" + link.anchor() + "”, but: "
                            + Reasons.of(link.outcome()) + ", " + link.url()));
        }
        if (status.otherReports() > 0) {
            line("others", Counted.of(status.otherReports(), "report") + " of other bodies found with it");
        }
    }

    /** The year that is not there though the text of a failed link has it. */
    private Optional<Integer> year(Failed link) {
        return !link.purpose().equals("report")
                ? Optional.empty()
                : status.coverage().stream()
                        .filter(row -> !row.status().equals("found"))
                        .map(Coverage::fiscalYear)
                        .filter(year -> link.anchor().contains(String.valueOf(year)))
                        .findFirst();
    }

    private void lastRun() {
        if (status.last().isEmpty()) {
            line("last visit", "never");
            return;
        }
        LastRun run = status.last().get();
        line("last visit", at(run.firstAt()) + " to " + at(run.lastAt()) + " (Beijing time), run " + run.run());
        more(Counted.of(run.urls().size(), "request")
                + (run.outcomes().isEmpty() ? "" : ": ")
                + outcomes(run.outcomes())
                + (run.notAsked().isEmpty() ? "" : "; not asked: " + outcomes(run.notAsked())));
        more(finish(run));
        List<Failed> failed = run.failed();
        if (!failed.isEmpty()) {
            line("failures", Counted.of(failed.size(), "address") + " without a good answer in it");
            failed.stream()
                    .limit(MOST_FAILED)
                    .forEach(one -> more(one.outcome() + ": " + one.purpose() + " " + one.url()));
            moreThan(failed.size(), MOST_FAILED);
        }
    }

    private static String finish(LastRun run) {
        if (run.finish().isEmpty()) {
            return run.closed() ? "the run came to its end" : "the run has not come to its end";
        }
        Finish finish = run.finish().get();
        String text = "ended: " + Reasons.of(finish.end().code()) + "; " + Counted.of(finish.pages(), "page")
                + " charged to the budget, " + Counted.of(finish.columns(), "page") + " with reports listed";
        if (finish.denied() > 0) {
            text += "; robots.txt forbids " + Counted.of(finish.denied(), "address");
        }
        if (finish.beyondBudget() > 0) {
            text += "; " + finish.beyondBudget() + " reports and columns were left when the budget was spent";
        }
        return finish.behindGone() > 0 ? text + "; " + finish.behindGone() + " links left" : text;
    }

    private static String outcomes(Map<String, Integer> outcomes) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(outcomes).forEach((outcome, count) -> words.add(outcome + " " + count));
        return String.join(", ", words);
    }

    private void pace(List<HostPace> hosts) {
        boolean first = true;
        for (HostPace host : hosts) {
            String text = host.origin() + ": "
                    + host.gap()
                            .map(gap -> "at least " + Spans.of(gap) + " between two requests")
                            .orElse("no pace known");
            if (host.crawlDelay().filter(delay -> !delay.isZero()).isPresent()) {
                text += ", its robots.txt asks for "
                        + Spans.of(host.crawlDelay().get());
            }
            text += "; " + Counted.of(host.requests(), "request") + " in the last run";
            if (first) {
                line("pace", text);
            } else {
                more(text);
            }
            first = false;
        }
    }

    private void next() {
        next("next", "columns", status.columns());
        next("", "known reports", status.reports());
        if (status.columns().isEmpty()) {
            line("next", "from its seeds at the next crawl");
        }
    }

    private void next(String label, String what, List<KnownVisit> visits) {
        Optional<Due> due = Agenda.first(visits);
        due.ifPresent(d -> line(label, what + " due " + d.day() + " (" + d.reason() + ")"));
    }

    private void line(String label, String text) {
        out.println("  %-12s %s".formatted(label, Printable.of(text)));
    }

    private void more(String text) {
        String indent = text.startsWith("  ") ? "  " : "";
        out.println(" ".repeat(15) + indent + Printable.of(text));
    }

    private void moreThan(int count, int shown) {
        if (count > shown) {
            more("and " + (count - shown) + " more (--format json has them all)");
        }
    }

    private static String at(Instant at) {
        return MINUTE.format(at);
    }
}
