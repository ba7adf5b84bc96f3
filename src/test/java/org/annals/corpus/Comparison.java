package org.annals.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Payload;
import org.annals.check.CheckResult;
import org.annals.check.CheckResult.Status;
import org.annals.check.Checks;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.annals.report.Cell;
import org.annals.report.PublisherSource;
import org.annals.report.Report;
import org.annals.report.Section;

/** What the parser reads in a file of the corpus, held against what is there. */
final class Comparison {
    private static final Set<String> SUMS = Set.of("t3.row", "t3.balance", "t3.result_sum", "t4.row");

    final List<String> faults = new ArrayList<>();
    final Tally tally = new Tally();
    private final Golden golden;

    private Comparison(Golden golden) {
        this.golden = golden;
    }

    static Comparison of(Golden golden) {
        Comparison comparison = new Comparison(golden);
        comparison.compare();
        return comparison;
    }

    static Payload payload(Golden golden) {
        String declared = golden.expected().path("x_content_type").asText(null);
        return Payload.of(golden.bytes(), declared, null);
    }

    private void compare() {
        ParseResult result = ReportParser.parse(payload(golden));
        Optional<Report> report = result.report();
        String warning = golden.expected().path("x_warning").asText();
        if (result.warnings().stream().noneMatch(text -> text.contains(warning)) && !warning.isEmpty()) {
            faults.add("no warning says " + warning + ": " + result.warnings());
        }
        equal("is_report", golden.expected().path("is_report").asBoolean(), report.isPresent());
        if (report.isEmpty()) {
            golden.expected().path("values").properties().forEach(field -> tally.lost(field.getValue()));
            return;
        }
        if (!golden.expected().path("is_report").asBoolean()) {
            report.get().cells().values().stream()
                    .filter(cell -> cell.value().number().isPresent())
                    .forEach(cell -> tally.silent++);
            return;
        }
        identity(report.get());
        values(report.get());
        checks(Checks.run(report.get()));
    }

    private void identity(Report report) {
        text("publisher", report.publisher());
        text("publisher_source", report.publisherSource().map(PublisherSource::code));
        text("title", report.title());
        text("published_on", report.publishedOn().map(Object::toString));
        text("generation", Optional.of(report.generation().code()));
        text("fiscal_year", report.fiscalYear().map(Object::toString));
        for (Section section : Section.values()) {
            JsonNode expected = golden.expected().path("sections").path(section.code());
            String read = report.sections().get(section);
            equal(
                    "section " + section.code(),
                    expected.isMissingNode() ? null : squeezed(expected.asText()),
                    read == null ? null : squeezed(read));
        }
    }

    private void values(Report report) {
        JsonNode expected = golden.expected().path("values");
        report.cells().keySet().stream()
                .filter(field -> !expected.has(field))
                .forEach(field -> faults.add(field + ": no field of this report"));
        expected.properties().forEach(field -> {
            Cell cell = report.cell(field.getKey());
            String state = field.getValue().path("state").asText();
            BigDecimal number = field.getValue().path("value").isNull()
                    ? null
                    : field.getValue().path("value").decimalValue();
            boolean right = cell.value().state().equals(state)
                    && (number == null || number.compareTo(cell.value().number().orElseThrow()) == 0);
            boolean silent = !right && cell.value().number().isPresent();
            tally.count(state, cell.value().state(), right);
            if (!right && (silent || !accepted(field.getKey(), cell.value().state()))) {
                faults.add(field.getKey() + ": " + state + " " + number + ", read as " + cell.value() + " at "
                        + cell.locator());
            }
        });
    }

    /** Whether the expectation says that this may be read so as well; README.md of the corpus says why. */
    private boolean accepted(String field, String state) {
        for (Map.Entry<String, JsonNode> lenient :
                golden.expected().path("x_lenient").properties()) {
            String pattern = lenient.getKey();
            boolean matches = pattern.endsWith("*")
                    ? field.startsWith(pattern.substring(0, pattern.length() - 1))
                    : field.equals(pattern);
            for (JsonNode also : lenient.getValue()) {
                if (matches && (also.asText().equals(state) || also.asText().equals("*"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The sums as expected, unless a cell could not be read; and nothing else may fail that is not said to. */
    private void checks(List<CheckResult> results) {
        Map<String, Status> sums = new HashMap<>();
        for (CheckResult result : results) {
            if (SUMS.contains(result.code())) {
                sums.put(result.code() + " " + result.scope(), result.status());
            } else if (result.status() == Status.FAIL && !mayFail(result.code())) {
                faults.add("check " + result + " fails");
            }
        }
        boolean lenient = golden.expected().has("x_lenient");
        for (JsonNode check : golden.expected().path("checks")) {
            String key = check.path("code").asText() + " " + check.path("scope").asText();
            String read = Optional.ofNullable(sums.get(key))
                    .map(status -> status.name().toLowerCase(Locale.ROOT))
                    .orElse("none");
            if (!(lenient && read.equals("skip"))) {
                equal("check " + key, check.path("status").asText(), read);
            }
        }
    }

    private boolean mayFail(String code) {
        for (JsonNode failing : golden.expected().path("x_failing_checks")) {
            if (failing.asText().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private void text(String key, Optional<String> read) {
        String expected = golden.expected().path(key).asText(null);
        if (golden.expected().path(key).isNull()) {
            expected = null;
        }
        equal(key, squeezed(expected), squeezed(read.orElse(null)));
    }

    private void equal(String what, Object expected, Object read) {
        if (!Objects.equals(expected, read) && !accepted(what, String.valueOf(read))) {
            faults.add(what + ": " + expected + ", read as " + read);
        }
    }

    private static String squeezed(String text) {
        return text == null ? null : text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }
}
