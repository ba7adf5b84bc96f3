package org.annals.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.annals.capture.Printable;
import org.annals.cli.CrawlPlan.PlannedAddress;
import org.annals.cli.CrawlPlan.PlannedGovernment;
import org.annals.cli.CrawlPlan.PlannedHost;
import org.annals.policy.RevisitPolicy;

/** The plan of a crawl for people. */
final class PlanText {
    private PlanText() {}

    static void write(PrintStream out, CrawlPlan plan, Path folder) {
        out.println("plan of a crawl of " + Counted.of(plan.governments().size(), "government") + " into " + folder
                + "; nothing was asked or written");
        plan.goesOnWith().ifPresent(run -> out.println("  goes on with the unfinished run " + run));
        String pace = "  at least " + Spans.of(plan.delay()) + " between two requests to a host";
        if (plan.hours().isPresent()) {
            pace += ", between " + plan.hours().get() + " Beijing time"
                    + (plan.closedFor().isZero() ? "" : ", which begin in " + Spans.of(plan.closedFor()));
        }
        out.println(pace);
        if (plan.hosts().isEmpty()) {
            out.println("  nothing would be asked");
        } else {
            sums(out, plan);
            out.println();
            hosts(out, plan);
        }
        out.println();
        plan.governments().forEach(government -> government(out, government));
    }

    private static void sums(PrintStream out, CrawlPlan plan) {
        out.println("  at least " + Counted.of(plan.requests(), "request") + " to "
                + Counted.of(plan.hosts().size(), "host") + ", at most " + plan.most()
                + " and the reports that are found beside them");
        out.println("  takes at least " + span(plan.takes()) + ", at most " + span(plan.takesAtMost())
                + " and the time for those reports: the slowest host's gaps alone, without its answers");
        out.println("  hosts at one public address will share one pace, which shows only when they are asked");
    }

    private static void hosts(PrintStream out, CrawlPlan plan) {
        TextTable table = new TextTable(
                "host", "governments", "requests", "at most", "gap", "robots.txt", "takes", "takes at most");
        for (PlannedHost host : plan.hosts()) {
            String robots = host.robotsAt()
                    .map(at -> "read " + RevisitPolicy.day(at)
                            + host.crawlDelay()
                                    .map(delay -> ", asks for " + Spans.of(delay))
                                    .orElse(""))
                    .orElse("not read yet");
            table.row(
                    host.origin(),
                    host.governments(),
                    host.requests(),
                    host.most(),
                    Spans.of(host.gap()),
                    robots,
                    span(host.takes()),
                    span(host.takesAtMost()));
        }
        table.lines().forEach(line -> out.println("  " + line));
    }

    private static void government(PrintStream out, PlannedGovernment government) {
        out.println("  " + Printable.of(government.code()) + "  "
                + Printable.of(government.name() + ": " + words(government)));
        for (PlannedAddress address : government.addresses()) {
            String line = address.url();
            if (address.due().isPresent()) {
                line += " due " + address.due().get().day() + " ("
                        + address.due().get().reason() + ")";
            }
            if (address.forbidden().isPresent()) {
                line += " NOT ASKED: " + address.forbidden().get();
            }
            out.println("      %-7s ".formatted(address.purpose().code()) + Printable.of(line));
        }
    }

    private static String words(PlannedGovernment government) {
        String held = government.held() == 0
                ? ""
                : "; " + Counted.of(government.held(), "known report") + " only where no column lists them";
        String budget = ", at most " + government.mostPages() + " pages beside reports";
        return switch (government.state()) {
            case FIRST -> "for the first time, from its seeds" + budget + held;
            case KNOWN -> "what is known" + budget + held;
            case INTERRUPTED ->
                "goes on with " + Counted.of(government.requests(), "address")
                        + " of reports and columns" + budget
                        + (government.held() == 0 ? "" : "; " + government.held() + " held back");
            case FINISHED -> "done in this run";
            case NOT_DUE ->
                "not due"
                        + government
                                .due()
                                .map(due -> " before " + due.day() + " (" + due.reason() + ")")
                                .orElse("");
        };
    }

    private static String span(Duration span) {
        return span.isZero() ? "no time" : Spans.of(span);
    }
}
