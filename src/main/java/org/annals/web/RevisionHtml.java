package org.annals.web;

import java.util.function.UnaryOperator;
import org.annals.capture.Printable;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Difference;
import org.annals.revision.Change;
import org.annals.revision.Passage;
import org.annals.revision.SentenceDiff;

/** What changed, as HTML for feed readers, which run plain lines together. Text from portals is escaped here, whatever the feed does once more. */
final class RevisionHtml {
    private final StringBuilder html = new StringBuilder();

    private RevisionHtml() {}

    static String of(DetectedRevision revision, UnaryOperator<String> labels) {
        RevisionHtml content = new RevisionHtml();
        content.html.append("<p>").append(escaped(revision.url())).append("</p>");
        if (!revision.changes().isEmpty()) {
            content.html.append("<ul>");
            revision.changes().forEach(change -> content.item(change, labels.apply(change.item())));
            content.html.append("</ul>");
        }
        if (!revision.checks().isEmpty()) {
            content.html.append("<p>Checks:</p><ul>");
            for (Difference.OfCheck check : revision.checks()) {
                content.html.append("<li>").append(escaped(check.sentence())).append("</li>");
            }
            content.html.append("</ul>");
        }
        return content.html.toString();
    }

    /** Values in full, texts by the sentences that changed. */
    private void item(Change change, String label) {
        html.append("<li>")
                .append(escaped(change.item()))
                .append(label.isEmpty() ? "" : " (" + escaped(label) + ")")
                .append(": ");
        if (change.isText()) {
            for (Passage passage : SentenceDiff.of(change.oldValue(), change.newValue())) {
                if (passage.kind() != Passage.Kind.KEPT) {
                    String element = passage.kind() == Passage.Kind.REMOVED ? "del" : "ins";
                    html.append("<" + element + ">")
                            .append(escaped(passage.text()))
                            .append("</" + element + "> ");
                }
            }
        } else {
            html.append(escaped(change.oldValue())).append(" → ").append(escaped(change.newValue()));
        }
        html.append("</li>");
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
