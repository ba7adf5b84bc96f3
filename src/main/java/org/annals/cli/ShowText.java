package org.annals.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Printable;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Evidence;
import org.annals.catalog.PublicationName;
import org.annals.check.CheckResult;
import org.annals.check.TouchingChecks;
import org.annals.report.Cell;
import org.annals.report.Decimal;
import org.annals.report.Field;
import org.annals.report.FieldOrder;
import org.annals.report.Fields;

/** Evidence for people: one block a version, newest first, what comes from portals made safe for a terminal. */
final class ShowText {
    private final PrintWriter out;

    ShowText(PrintWriter out) {
        this.out = out;
    }

    void write(
            PublicationName publication,
            List<Evidence> versions,
            List<DetectedRevision> revisions,
            Optional<String> field) {
        out.println(Printable.of(publication.publisher())
                + publication.fiscalYear().map(year -> "  " + year).orElse("") + "  " + publication.publicationId()
                + (publication.withdrawn() ? "  withdrawn" : ""));
        field.flatMap(Fields::byCode)
                .ifPresent(one -> out.println(one.code() + "  " + one.label() + "  (" + one.unit() + ")"));
        for (int i = versions.size() - 1; i >= 0; i--) {
            version(versions.get(i), field);
        }
        if (!revisions.isEmpty()) {
            out.println();
            out.println("Revisions, newest first");
        }
        for (DetectedRevision revision : revisions) {
            out.println("  " + revision.detectedAt() + "  " + revision.kind() + "  " + revision.from()
                    + revision.to().map(to -> " -> " + to).orElse(""));
            revision.changes().stream()
                    .filter(change -> field.isPresent() && change.item().equals(field.get()))
                    .forEach(change ->
                            out.println("    " + shown(change.oldValue()) + " -> " + shown(change.newValue())));
        }
    }

    private void version(Evidence evidence, Optional<String> field) {
        out.println();
        out.println(
                "Version " + evidence.version() + (evidence.latest() ? " (latest)" : "") + "  " + evidence.reportId());
        if (field.isPresent()) {
            Cell cell = evidence.cells().getOrDefault(field.get(), Cell.ABSENT);
            line("value", cell.value().number().map(Decimal::plain).orElse("none"));
            line("state", cell.value().state());
            line("as printed", cell.raw().isEmpty() ? "(nothing)" : cell.raw());
            line("place", cell.locator().isEmpty() ? "(nowhere)" : cell.locator());
        }
        evidence.title().ifPresent(title -> line("title", title));
        line("address", evidence.url());
        line("captured at", evidence.capturedAt().toString());
        line("capture", "<urn:uuid:" + evidence.captureId() + ">" + others(evidence));
        line(
                "WARC record",
                evidence.record().warcPath() + ", offset " + evidence.record().offset() + ", "
                        + evidence.record().length() + " bytes");
        line("payload", "sha256:" + evidence.payloadSha256());
        line("read by", "parser " + evidence.parserVersion());
        List<CheckResult> checks = field.isPresent()
                ? TouchingChecks.of(field.get(), evidence.checks())
                : evidence.checks().stream()
                        .filter(check -> check.status() == CheckResult.Status.FAIL)
                        .toList();
        for (CheckResult check : checks) {
            line("check", said(check));
        }
        if (field.isEmpty()) {
            cells(evidence.cells());
        }
    }

    private static String others(Evidence evidence) {
        int more = evidence.captures() - 1;
        return more == 0 ? "" : " and " + more + (more == 1 ? " later one" : " later ones");
    }

    private void cells(Map<String, Cell> cells) {
        for (Field field : FieldOrder.of(cells.keySet())) {
            Cell cell = cells.get(field.code());
            String value = cell.value()
                    .number()
                    .map(Decimal::plain)
                    .orElse(cell.value().state());
            out.println("  " + field.code() + "  " + value + "  "
                    + Printable.of("[" + cell.raw() + "]  " + cell.locator()) + "  " + field.label());
        }
    }

    private static String said(CheckResult check) {
        return check.status().name().toLowerCase(Locale.ROOT) + "  " + check.code() + "  " + check.scope()
                + check.expected()
                        .map(expected -> "  expected " + Decimal.plain(expected))
                        .orElse("")
                + check.actual()
                        .map(actual -> ", actual " + Decimal.plain(actual))
                        .orElse("");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(nothing)" : Printable.of(value);
    }

    private void line(String name, String value) {
        out.println("  %-13s%s".formatted(name, Printable.of(value)));
    }
}
