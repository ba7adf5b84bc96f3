package org.annals.catalog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Payload;
import org.annals.check.CheckResult;
import org.annals.parse.ParseResult;
import org.annals.report.Cell;
import org.annals.report.CellValue;
import org.annals.report.Generation;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;

/**
 * A report language of lines for tests of the catalogue, so that they do not depend on what the real parser makes of a page: {@code REPORT} first, then
 * {@code publisher=}, {@code source=}, {@code year=}, {@code title=}, {@code published=}, {@code overview=} … and field codes with a number, {@code blank}, {@code absent} or anything else; lines that
 * begin with # are template.
 */
final class PlainReports {
    private PlainReports() {}

    static Parsing version(String version) {
        return new Parsing(version, payload -> parse(payload, version), PlainReports::checks);
    }

    private static ParseResult parse(Payload payload, String version) {
        String text = new String(payload.bytes(), StandardCharsets.UTF_8);
        if (text.startsWith("CRASH")) {
            throw new IllegalStateException("as a broken parser would");
        }
        if (!text.startsWith("REPORT")) {
            return new ParseResult("text/html", Optional.of("UTF-8"), Optional.empty(), List.of());
        }
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines().skip(1).filter(l -> !l.startsWith("#")).forEach(l -> {
            String[] parts = l.split("=", 2);
            lines.put(parts[0], parts[1]);
        });
        Map<Section, String> sections = new LinkedHashMap<>();
        Map<String, Cell> cells = new LinkedHashMap<>();
        lines.forEach((name, value) -> {
            for (Section section : Section.values()) {
                if (section.code().equals(name)) {
                    sections.put(section, value);
                }
            }
            if (name.contains(".")) {
                cells.put(name, cell(value, version));
            }
        });
        Optional<String> publisher = Optional.ofNullable(lines.get("publisher"));
        Report report = new Report(
                Generation.G2021,
                publisher,
                publisher.map(p -> PublisherSource.valueOf(
                        lines.getOrDefault("source", "title").toUpperCase(Locale.ROOT))),
                Optional.ofNullable(lines.get("year")).map(Integer::valueOf),
                Optional.ofNullable(lines.get("title")),
                Optional.ofNullable(lines.get("published")).map(LocalDate::parse),
                sections,
                cells);
        return new ParseResult("text/plain", Optional.of("UTF-8"), Optional.of(report), List.of());
    }

    /** The parser of version 2 understands dozens. */
    private static Cell cell(String raw, String version) {
        if (raw.equals("absent")) {
            return Cell.ABSENT;
        }
        if (raw.equals("blank")) {
            return new Cell(new CellValue.Blank(), "", "line");
        }
        if (raw.equals("dozen") && version.equals("2")) {
            return new Cell(new CellValue.Number(BigDecimal.valueOf(12)), raw, "line");
        }
        if (raw.matches("-?[0-9.]+")) {
            return new Cell(new CellValue.Number(new BigDecimal(raw)), raw, "line");
        }
        return new Cell(new CellValue.Unreadable("not one number"), raw, "line");
    }

    private static List<CheckResult> checks(Report report) {
        Optional<BigDecimal> total = report.cell("t3.new.total").value().number();
        Optional<BigDecimal> natural = report.cell("t3.new.natural").value().number();
        if (total.isEmpty() || natural.isEmpty()) {
            return List.of(
                    new CheckResult("t3.row", "new", CheckResult.Status.SKIP, Optional.empty(), Optional.empty()));
        }
        CheckResult.Status status = CheckResult.Status.valueOf(
                (total.get().compareTo(natural.get()) == 0 ? "pass" : "fail").toUpperCase(Locale.ROOT));
        return List.of(new CheckResult("t3.row", "new", status, natural, total));
    }
}
