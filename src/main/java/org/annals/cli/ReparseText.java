package org.annals.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.annals.capture.Printable;
import org.annals.catalog.Difference;
import org.annals.catalog.Reparsed;
import org.annals.check.CheckResult;
import org.annals.check.CheckSentence;
import org.annals.report.Cell;
import org.annals.report.Decimal;

/** What another version of the parser reads otherwise, for people: a block for each document that differs, one line a difference. */
final class ReparseText {
    private static final int WIDEST_TEXT = 60;
    private static final int WIDEST_RAW = 30;

    private ReparseText() {}

    static void write(PrintWriter out, Reparsed one) {
        if (one.differences().isEmpty()) {
            return;
        }
        out.println(Printable.of(one.publisher().isEmpty() ? "unknown publisher" : one.publisher())
                + one.fiscalYear().map(year -> ", fiscal year " + year).orElse(", year unknown") + "  (parser "
                + Printable.of(one.oldVersion()) + " → " + Printable.of(one.newVersion()) + ")");
        out.println("    " + Printable.of(one.url()) + ", captured " + one.capturedAt());
        int items = one.differences().stream()
                .mapToInt(difference -> DisplayWidth.of(item(difference)))
                .max()
                .orElse(0);
        for (Difference difference : one.differences()) {
            out.println("    " + DisplayWidth.padded(item(difference), items) + "  " + line(difference));
        }
        out.println();
    }

    static void end(PrintWriter out, ReparseTotals totals, String version) {
        if (totals.documents() == 0) {
            out.println("nothing to parse again: no document was read by another version than " + version);
            return;
        }
        out.println(totals.documents() + " documents were parsed again by version " + version);
        out.println("  differ: " + totals.differing() + ", in " + totals.cells() + " cells");
        out.println("  reports that say the same: " + totals.same()
                + (totals.samePrintedElsewhere() == 0
                        ? ""
                        : " (in " + totals.samePrintedElsewhere()
                                + " of them a cell's printed text or place is another)"));
        out.println("  no report, then and now: " + totals.noReport());
    }

    private static String item(Difference difference) {
        if (difference instanceof Difference.OfCell cell) {
            return cell.field();
        } else if (difference instanceof Difference.OfCheck check) {
            return "check " + check.code() + " " + Printable.of(check.scope());
        }
        return ((Difference.OfText) difference).item();
    }

    private static String line(Difference difference) {
        if (difference instanceof Difference.OfCell cell) {
            String label = ItemNames.of(cell.field());
            return shown(cell.before()) + " → " + shown(cell.after()) + (label.isEmpty() ? "" : "   " + label);
        } else if (difference instanceof Difference.OfCheck check) {
            return shown(check.before()) + " → " + shown(check.after());
        }
        Difference.OfText text = (Difference.OfText) difference;
        Excerpt excerpt = Excerpt.of(
                Printable.of(text.before().orElse("(nothing)")),
                Printable.of(text.after().orElse("(nothing)")),
                WIDEST_TEXT);
        return excerpt.before() + " → " + excerpt.after();
    }

    /** The number, or the state with what is printed. */
    private static String shown(Cell cell) {
        String raw = DisplayWidth.cut(Printable.of(cell.raw()), WIDEST_RAW);
        return cell.value()
                .number()
                .map(Decimal::plain)
                .orElseGet(() -> cell.value().state() + (raw.isEmpty() ? "" : " “" + raw + "”"));
    }

    private static String shown(Optional<CheckResult> check) {
        if (check.isEmpty()) {
            return "(not run)";
        }
        String word = CheckWord.of(check.get().status());
        return check.get().expected().isEmpty() || check.get().actual().isEmpty()
                ? word
                : word + " (" + CheckSentence.of(check.get()) + ")";
    }
}
