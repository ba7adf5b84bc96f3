package org.annals.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.annals.capture.Finish;
import org.annals.capture.KnownAddress;
import org.annals.capture.Printable;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.catalog.Catalog;
import org.annals.catalog.Coverage;

/** What a finished run says of each government: how its crawl ended, which years are there, which columns were found. */
final class CrawlReport {
    private static final int MOST_COLUMNS = 5;

    private CrawlReport() {}

    static void print(PrintStream out, Catalog catalog, RunId run) throws IOException {
        Map<String, Finish> finishes = catalog.finishes(run);
        Map<String, String> names = GovernmentChoice.names(catalog.governments());
        Map<String, List<Coverage>> coverage = new HashMap<>();
        catalog.coverage()
                .forEach(row -> coverage.computeIfAbsent(row.government(), code -> new ArrayList<>())
                        .add(row));
        Map<String, List<String>> columns = new HashMap<>();
        for (KnownAddress known : catalog.known(false)) {
            if (known.purpose() == Purpose.COLUMN) {
                columns.computeIfAbsent(known.government(), code -> new ArrayList<>())
                        .add(known.url());
            }
        }
        int width = finishes.keySet().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        finishes.forEach((code, finish) -> {
            String years = StatusText.years(coverage.getOrDefault(code, List.of()));
            out.println("  " + DisplayWidth.padded(code, width) + "  " + Printable.of(names.getOrDefault(code, ""))
                    + ": " + words(finish) + (years.isEmpty() ? "" : " · " + years));
            List<String> urls = columns.getOrDefault(code, List.of());
            urls.stream()
                    .limit(MOST_COLUMNS)
                    .forEach(url -> out.println("  " + " ".repeat(width) + "    column " + Printable.of(url)));
            if (urls.size() > MOST_COLUMNS) {
                out.println("  " + " ".repeat(width) + "    and " + (urls.size() - MOST_COLUMNS) + " columns more");
            }
        });
    }

    /** How many governments have columns or reports that failed: these are failures of the run; the end of a budget that the user set is none, nor is obedience to robots.txt. */
    static long notWhole(Path folder, RunId run) throws IOException {
        try (Catalog catalog = Catalog.open(folder)) {
            return catalog.finishes(run).values().stream()
                    .filter(finish -> switch (finish.end()) {
                        case COLUMN_FAILED, REPORT_FAILED -> true;
                        case BUDGET, EXHAUSTED, DEAD_LINKS, NO_COLUMN, DENIED -> false;
                    })
                    .count();
        }
    }

    private static String words(Finish finish) {
        String words = Reasons.of(finish.end().code());
        return switch (finish.end()) {
            case EXHAUSTED, COLUMN_FAILED -> words;
            case REPORT_FAILED -> words + ", " + Counted.of(finish.reportsFailed(), "address") + " failed";
            case DENIED -> words + ", " + Counted.of(finish.denied(), "address");
            case BUDGET -> words + ", " + finish.beyondBudget() + " reports and columns were left";
            case DEAD_LINKS -> words + ": " + finish.behindGone();
            case NO_COLUMN -> words + ", in " + finish.pages() + " pages";
        };
    }
}
