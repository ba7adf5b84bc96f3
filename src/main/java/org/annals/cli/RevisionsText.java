package org.annals.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.annals.capture.Printable;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Difference;
import org.annals.revision.Change;
import org.annals.revision.Passage;
import org.annals.revision.SentenceDiff;

/** Revisions for people: a block each, one line a changed item; long texts by their changed sentences. */
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
                    + revision.title());
            out.println("    " + Printable.of(revision.url()));
            int items = revision.changes().stream()
                    .mapToInt(change -> DisplayWidth.of(change.item()))
                    .max()
                    .orElse(0);
            for (Change change : revision.changes()) {
                String item = "    " + DisplayWidth.padded(change.item(), items) + "  ";
                if (change.isText() && !isShort(change)) {
                    out.println(item + "changed sentences:");
                    sentences(change).forEach(line -> out.println("      " + line));
                } else {
                    out.println(item + line(change, labels));
                }
            }
            for (Difference.OfCheck check : revision.checks()) {
                out.println("    check " + check.sentence());
            }
            out.println();
        }
        out.println(revisions.size() + (revisions.size() == 1 ? " revision" : " revisions"));
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

    private static boolean isShort(Change change) {
        return DisplayWidth.of(change.oldValue()) <= WIDEST_TEXT && DisplayWidth.of(change.newValue()) <= WIDEST_TEXT;
    }

    /** Each sentence that only one of both texts has, marked − or +. */
    private static List<String> sentences(Change change) {
        return SentenceDiff.of(change.oldValue(), change.newValue()).stream()
                .filter(passage -> passage.kind() != Passage.Kind.KEPT)
                .map(passage -> (passage.kind() == Passage.Kind.REMOVED ? "- " : "+ ") + Printable.of(passage.text()))
                .toList();
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }
}
