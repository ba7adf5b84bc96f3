package org.annals.catalog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.annals.check.CheckResult;
import org.annals.report.CellValue;
import org.annals.report.PublisherSource;
import org.annals.report.Report;

/** What two readings have in common that say the same, in every cell with its place, every chapter and every check: SHA-256 over all of it. */
final class ContentDigest {
    /** Most reports need less. */
    private static final int LENGTH = 1 << 14;

    private final StringBuilder said = new StringBuilder(LENGTH);

    private ContentDigest() {}

    /** Lower-case hex. */
    static String of(Report report, List<CheckResult> checks) {
        ContentDigest content = new ContentDigest();
        content.report(report);
        content.said.append(checks.size()).append(';');
        for (CheckResult check : checks) {
            content.text(check.code());
            content.text(check.scope());
            content.text(check.status().name());
            content.number(check.expected());
            content.number(check.actual());
        }
        return content.sha256();
    }

    private void report(Report report) {
        text(report.generation().code());
        text(report.publisher());
        text(report.publisherSource().map(PublisherSource::code));
        text(report.fiscalYear().map(String::valueOf));
        text(report.title());
        text(report.publishedOn().map(LocalDate::toString));
        said.append(report.sections().size()).append(';');
        report.sections().forEach((section, text) -> {
            text(section.code());
            text(text);
        });
        said.append(report.cells().size()).append(';');
        report.cells().forEach((field, cell) -> {
            text(field);
            text(cell.value().state());
            number(cell.value().number());
            if (cell.value() instanceof CellValue.Unreadable unreadable) {
                text(unreadable.reason());
            }
            text(cell.raw());
            text(cell.locator());
        });
    }

    /** With its length, so that no two texts can run into one. */
    private void text(String text) {
        said.append(text.length()).append(':').append(text);
    }

    private void text(Optional<String> text) {
        if (text.isPresent()) {
            text(text.get());
        } else {
            said.append('-');
        }
    }

    private void number(Optional<BigDecimal> number) {
        if (number.isPresent()) {
            said.append(number.get());
        }
        said.append(';');
    }

    private String sha256() {
        try {
            byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
