package org.annals.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.annals.catalog.DetectedRevision;
import org.annals.revision.Change;

/** Revisions for people: a block each, one line a changed item. */
final class RevisionsText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDEST_TEXT = 60;

    private RevisionsText() {}

    static void write(PrintWriter out, List<DetectedRevision> revisions, UnaryOperator<String> labels) {
        if (revisions.isEmpty()) {
            out.println("no revisions");
            return;
        }
        for (DetectedRevision revision : revisions) {
            out.println(TIME.format(revision.detectedAt()) + " UTC  " + DisplayWidth.padded(revision.kind(), 9) + "  "
                    + title(revision));
            out.println("    " + Printable.of(revision.url()));
            int items = revision.changes().stream()
                    .mapToInt(change -> DisplayWidth.of(change.item()))
                    .max()
                    .orElse(0);
            for (Change change : revision.changes()) {
                out.println("    " + DisplayWidth.padded(change.item(), items) + "  " + line(change, labels));
            }
            out.println();
        }
        out.println(revisions.size() + (revisions.size() == 1 ? " revision" : " revisions"));
    }

    /** For example {@code 武汉市水务局, fiscal year 2022}; where the publisher is not its government, the government too. */
    static String title(DetectedRevision revision) {
        String publisher = Printable.of(revision.publisher().isEmpty() ? "unknown publisher" : revision.publisher());
        String government = Printable.of(revision.government());
        String year = revision.fiscalYear().map(y -> ", fiscal year " + y).orElse(", year unknown");
        return publisher + (government.isEmpty() || government.equals(publisher) ? "" : " (" + government + ")") + year;
    }

    static String line(Change change, UnaryOperator<String> labels) {
        String before = Printable.of(change.oldValue());
        String after = Printable.of(change.newValue());
        // an address is of use only as a whole
        Excerpt excerpt =
                change.item().equals("url") ? new Excerpt(before, after) : Excerpt.of(before, after, WIDEST_TEXT);
        String label = labels.apply(change.item());
        return shown(excerpt.before()) + " → " + shown(excerpt.after()) + (label.isEmpty() ? "" : "   " + label);
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }
}
