package org.annals.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.Catalog;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.ReportSummary;
import org.annals.crawl.CrawlSummary;
import org.annals.demo.PolitenessReport;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.revision.Change;

/** What the demo prints. Nothing in it depends on the day, the ports or the speed of the machine, so that two demos print the same. */
final class DemoSummary {
    private static final List<String> STEPS = List.of(
            "the portals as they were",
            "two figures corrected, a template changed, a report moved, another taken down",
            "nothing new; what was gone is still gone");

    private final PrintStream out;
    private final Path archive;

    DemoSummary(PrintStream out, Path archive) {
        this.out = out;
        this.archive = archive;
    }

    void beginning(int portals) {
        out.println(portals + " portals on this machine, crawled " + STEPS.size() + " times into " + archive);
        out.println();
        out.flush();
    }

    void step(int step, CrawlSummary crawl) {
        out.println("  crawl %d: %s".formatted(step, STEPS.get(step - 1)));
        out.println("           %d requests, %d pages, %d with a report"
                .formatted(crawl.requests(), crawl.pages(), crawl.reports()));
        out.flush();
    }

    void found(Catalog catalog, PolitenessReport politeness) throws IOException {
        List<ReportSummary> reports = catalog.reports();
        title("Reports, parsed to the single cell");
        TextTable table =
                new TextTable("publisher", "year", "version", "read", "blank", "unreadable", "checks failed", "");
        for (ReportSummary report : reports) {
            table.row(
                    report.publisher(),
                    report.fiscalYear().map(String::valueOf).orElse("?"),
                    report.version(),
                    report.numbers(),
                    report.blanks(),
                    report.unreadables(),
                    report.failedChecks(),
                    report.withdrawn() ? "withdrawn" : report.latest() ? "" : "replaced");
        }
        printTable(table);
        title("Revisions, found by asking again");
        catalog.revisions(Optional.empty()).stream()
                .sorted(Comparator.comparing(DetectedRevision::kind).thenComparing(DetectedRevision::governmentCode))
                .forEach(this::printRevision);
        title("Politeness, from the portals' own logs");
        printPoliteness(politeness);
        title("Look at it");
        out.println("  ./annals serve --archive " + archive);
        out.println("  ./annals status --archive " + archive);
        out.println("  ./annals revisions --archive " + archive);
        out.println("  ./annals verify --archive " + archive);
        out.println("  sqlite3 " + archive.resolve("catalog.sqlite")
                + " 'SELECT publisher, fiscal_year, version_no, title FROM v_report'");
    }

    private void printRevision(DetectedRevision revision) {
        out.println("  %-10s %s %s"
                .formatted(
                        revision.kind(),
                        revision.publisher(),
                        revision.fiscalYear().map(String::valueOf).orElse("")));
        for (Change change : revision.changes()) {
            out.println("             %s  %s → %s"
                    .formatted(label(change.item()), withoutHost(change.oldValue()), withoutHost(change.newValue())));
        }
    }

    private static String label(String item) {
        return Fields.byCode(item)
                .map(Field::label)
                .map(label -> item + " (" + label + ")")
                .orElse(item);
    }

    /** Addresses are shown from their path on: the port is another one each time. */
    private static String withoutHost(String value) {
        if (value == null) {
            return "–";
        }
        return value.startsWith("http://") ? URI.create(value).getRawPath() : value;
    }

    private void printPoliteness(PolitenessReport politeness) {
        TextTable table = new TextTable(
                "portal", "requests", "most at once", "gap asked for", "gap kept", "forbidden pages fetched");
        for (PolitenessReport.Host host : politeness.hosts()) {
            boolean kept = host.smallestGap()
                    .map(gap -> gap.compareTo(host.wanted()) >= 0)
                    .orElse(true);
            table.row(
                    host.portal(),
                    host.requests(),
                    host.mostAtOnce(),
                    millis(host.wanted()),
                    kept
                            ? "always"
                            : "NO, once only " + millis(host.smallestGap().orElse(Duration.ZERO)),
                    host.forbidden().isEmpty() ? "none" : String.join(" ", host.forbidden()));
        }
        printTable(table);
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }

    private void title(String title) {
        out.println();
        out.println(title);
    }

    private void printTable(TextTable table) {
        table.lines().forEach(line -> out.println("  " + line));
    }
}
