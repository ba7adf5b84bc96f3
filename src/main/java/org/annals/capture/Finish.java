package org.annals.capture;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How one government's crawl came to its end within a run that was finished. Archived at the end of the run, since it cannot be told from what was asked alone.
 *
 * @param pages read that were charged to the page budget
 * @param reports found, as far as the crawl can tell
 * @param columns pages read that list reports
 * @param columnsFailed columns and further pages of them that gave no answer
 * @param reportsFailed addresses that look like reports and gave no answer
 * @param denied addresses of either kind that robots.txt forbids
 * @param beyondBudget reports and columns that were left when the budget was spent
 * @param behindGone links of pages that were left after many in a row that were gone
 */
public record Finish(
        String government,
        End end,
        int pages,
        int reports,
        int columns,
        int columnsFailed,
        int reportsFailed,
        int denied,
        int beyondBudget,
        int behindGone) {
    /** Why nothing more was asked. */
    public enum End {
        /** The columns that were found were read to their end. */
        EXHAUSTED,
        /** The page budget was spent. */
        BUDGET,
        /** A column, or a further page of one, could not be read. */
        COLUMN_FAILED,
        /** What the columns list as reports could not all be read. */
        REPORT_FAILED,
        /** All that may be read was, and robots.txt forbids the rest. */
        DENIED,
        /** Lists of links were left that were gone, one after the other. */
        DEAD_LINKS,
        /** No page was found that lists reports. */
        NO_COLUMN;

        /** The word that stands in records and views. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<End> ofCode(String code) {
            for (End end : values()) {
                if (end.code().equals(code)) {
                    return Optional.of(end);
                }
            }
            return Optional.empty();
        }
    }

    public Finish {
        Objects.requireNonNull(government);
        Objects.requireNonNull(end);
    }

    /** As it is archived, for example {@code exhausted pages=4 reports=12 columns=2 …}. */
    public String text() {
        return end.code() + " pages=" + pages + " reports=" + reports + " columns=" + columns + " columnsFailed="
                + columnsFailed + " reportsFailed=" + reportsFailed + " denied=" + denied + " beyondBudget="
                + beyondBudget + " behindGone="
                + behindGone;
    }

    /** Reads {@link #text}; empty where it is something else. A count that is missing is 0. */
    public static Optional<Finish> parse(String government, String text) {
        String[] words = text.split(" ");
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] count = words[i].split("=", 2);
            if (count.length != 2 || !count[1].matches("\\d{1,9}")) {
                return Optional.empty();
            }
            counts.put(count[0], Integer.valueOf(count[1]));
        }
        return End.ofCode(words[0])
                .map(end -> new Finish(
                        government,
                        end,
                        counts.getOrDefault("pages", 0),
                        counts.getOrDefault("reports", 0),
                        counts.getOrDefault("columns", 0),
                        counts.getOrDefault("columnsFailed", 0),
                        counts.getOrDefault("reportsFailed", 0),
                        counts.getOrDefault("denied", 0),
                        counts.getOrDefault("beyondBudget", 0),
                        counts.getOrDefault("behindGone", 0)));
    }
}
