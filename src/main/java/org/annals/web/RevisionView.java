package org.annals.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Difference;
import org.annals.check.CheckResult;
import org.annals.report.Decimal;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.revision.Change;
import org.annals.revision.Passage;
import org.annals.revision.SentenceDiff;

/**
 * A revision as the pages show it: cells apart from texts, texts by their sentences.
 *
 * @param cellsLeftOut how many changed cells are not among them
 * @param textsLeftOut whether there is more to the texts
 */
record RevisionView(
        DetectedRevision revision,
        List<ChangedCell> cells,
        List<ChangedText> texts,
        int cellsLeftOut,
        boolean textsLeftOut) {
    private static final int BRIEF_CELLS = 6;
    private static final int BRIEF_PASSAGES = 4;
    private static final int BRIEF_TEXT = 240;

    /** @param label as the form prints it; empty for what is no field */
    record ChangedCell(String item, String label, String before, String after) {}

    /** A text by passages in the order of reading. */
    record ChangedText(String item, List<Passage> passages) {}

    /** All of it. */
    static RevisionView whole(DetectedRevision revision) {
        return of(revision, Integer.MAX_VALUE, false);
    }

    /** As much as a list has room for: the first cells, the first sentences that changed. */
    static RevisionView brief(DetectedRevision revision) {
        return of(revision, BRIEF_CELLS, true);
    }

    private static RevisionView of(DetectedRevision revision, int mostCells, boolean brief) {
        List<ChangedCell> cells = new ArrayList<>();
        List<ChangedText> texts = new ArrayList<>();
        int left = 0;
        boolean textsLeft = false;
        for (Change change : revision.changes()) {
            if (!change.isText()) {
                if (cells.size() < mostCells) {
                    cells.add(
                            new ChangedCell(change.item(), label(change.item()), change.oldValue(), change.newValue()));
                } else {
                    left++;
                }
                continue;
            }
            List<Passage> passages = SentenceDiff.of(change.oldValue(), change.newValue());
            if (brief) {
                List<Passage> changed = passages.stream()
                        .filter(passage -> passage.kind() != Passage.Kind.KEPT)
                        .toList();
                textsLeft |= changed.size() > BRIEF_PASSAGES;
                passages = changed.stream()
                        .limit(BRIEF_PASSAGES)
                        .map(RevisionView::shortened)
                        .toList();
            }
            texts.add(new ChangedText(change.item(), passages));
        }
        return new RevisionView(revision, cells, texts, left, textsLeft);
    }

    private static Passage shortened(Passage passage) {
        String text = passage.text();
        return text.length() <= BRIEF_TEXT
                ? passage
                : new Passage(
                        passage.kind(),
                        text.substring(
                                        0,
                                        text.offsetByCodePoints(
                                                0, Math.min(BRIEF_TEXT, text.codePointCount(0, text.length()))))
                                + "…");
    }

    private static String label(String item) {
        return Fields.byCode(item).map(Field::label).orElse("");
    }

    /** Whether there are two versions to look at side by side. */
    public boolean hasBoth() {
        return revision.to().filter(to -> !to.equals(revision.from())).isPresent();
    }

    /** Of a check before or after; {@code none} where it was not run. */
    public static String status(Optional<CheckResult> check) {
        return check.map(result -> result.status().name().toLowerCase(Locale.ROOT))
                .orElse("none");
    }

    /** Of a check before or after: its numbers, where it has them. */
    public static String numbers(Optional<CheckResult> check) {
        return check.filter(result -> result.status() == CheckResult.Status.FAIL)
                .map(result -> plain(result.expected()) + " ≠ " + plain(result.actual()))
                .orElse("");
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(Decimal::plain).orElse("–");
    }

    /** As {@code annals revisions --format json} has it. */
    static JsonObject json(DetectedRevision revision) {
        return new JsonObject()
                .put("revision_id", revision.revisionId())
                .put("publication_id", revision.publicationId())
                .put("government_code", revision.governmentCode())
                .put("government", revision.government())
                .put("publisher", revision.publisher())
                .put("fiscal_year", revision.fiscalYear())
                .put("from_report_id", revision.from())
                .put("to_report_id", revision.to())
                .put("to_capture_id", revision.toCapture())
                .put("url", revision.url())
                .put("kind", revision.kind())
                .put("detected_at", revision.detectedAt())
                .put(
                        "changes",
                        revision.changes().stream().map(RevisionView::json).toList())
                .put(
                        "checks",
                        revision.checks().stream().map(RevisionView::json).toList());
    }

    private static JsonObject json(Change change) {
        JsonObject json = new JsonObject()
                .put("item", change.item())
                .put("label", label(change.item()))
                .put("old_value", change.oldValue())
                .put("new_value", change.newValue());
        if (change.isText()) {
            json.put(
                    "sentences",
                    SentenceDiff.of(change.oldValue(), change.newValue()).stream()
                            .filter(passage -> passage.kind() != Passage.Kind.KEPT)
                            .map(passage -> new JsonObject()
                                    .put("kind", passage.kind().code())
                                    .put("text", passage.text()))
                            .toList());
        }
        return json;
    }

    private static JsonObject json(Difference.OfCheck check) {
        return new JsonObject()
                .put("check_code", check.code())
                .put("scope", check.scope())
                .put("before", check.before().map(RevisionView::json))
                .put("after", check.after().map(RevisionView::json));
    }

    private static JsonObject json(CheckResult check) {
        return new JsonObject()
                .put("status", check.status().name().toLowerCase(Locale.ROOT))
                .put("expected", check.expected().map(RevisionView::exact))
                .put("actual", check.actual().map(RevisionView::exact));
    }

    private static BigDecimal exact(BigDecimal number) {
        return new BigDecimal(Decimal.plain(number));
    }
}
