package org.annals.corpus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.annals.report.Field;
import org.annals.report.Fields;

/** The result to be read in a draft, worked out from its figures; the parser has no part in it. */
final class Expectation {
    private Expectation() {}

    static ObjectNode of(Draft draft) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("is_report", true);
        json.put("publisher", draft.publisher);
        json.put("publisher_source", draft.publisherSource);
        json.put("fiscal_year", draft.year);
        json.put("generation", draft.generation.code());
        json.put("title", draft.title);
        json.put("published_on", draft.publishedOn);
        json.put("x_figures", draft.figures);
        ObjectNode sections = json.putObject("sections");
        draft.words.forEach((section, lines) -> sections.put(section.code(), String.join("\n", lines)));
        ObjectNode values = json.putObject("values");
        for (Field field : Fields.of(draft.generation)) {
            Printed printed = draft.cells.get(field.code());
            ObjectNode value = values.putObject(field.code());
            value.put("value", printed == null || printed.value() == null ? null : plain(printed.value()));
            value.put("state", printed == null ? "absent" : printed.state());
        }
        checks(draft, json.putArray("checks"));
        return json;
    }

    private static void checks(Draft draft, ArrayNode checks) {
        if (draft.cells.keySet().stream().noneMatch(field -> field.startsWith("t3."))) {
            return;
        }
        List<RequestRow> rows = RequestRow.of(draft.generation);
        List<String> parts = OfficialForm.COLUMNS.subList(0, 6);
        for (RequestRow row : rows) {
            String prefix = "t3." + row.code() + ".";
            add(checks, "t3.row", row.code(), draft.cells, fields(prefix, parts), List.of(prefix + "total"));
        }
        for (String column : OfficialForm.COLUMNS) {
            String suffix = "." + column;
            add(
                    checks,
                    "t3.balance",
                    column,
                    draft.cells,
                    List.of("t3.new" + suffix, "t3.carried_in" + suffix),
                    List.of("t3.result_total" + suffix, "t3.carried_out" + suffix));
            List<String> results = rows.stream()
                    .filter(RequestRow::isResult)
                    .map(row -> "t3." + row.code() + suffix)
                    .toList();
            add(checks, "t3.result_sum", column, draft.cells, results, List.of("t3.result_total" + suffix));
        }
        for (String block : List.of("review", "suit_direct", "suit_after_review")) {
            String prefix = "t4." + block + ".";
            List<String> outcomes = fields(prefix, List.of("upheld", "corrected", "other", "pending"));
            add(checks, "t4.row", block, draft.cells, outcomes, List.of(prefix + "total"));
        }
    }

    private static List<String> fields(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + column).toList();
    }

    /** Both sides must add up to the same; with an operand that is no number nothing can be said. */
    private static void add(
            ArrayNode checks,
            String code,
            String scope,
            Map<String, Printed> cells,
            List<String> left,
            List<String> right) {
        List<Printed> operands = new ArrayList<>();
        Stream.concat(left.stream(), right.stream()).map(cells::get).forEach(operands::add);
        boolean known = operands.stream().allMatch(operand -> operand != null && operand.isNumber());
        String status = !known ? "skip" : sum(cells, left).compareTo(sum(cells, right)) == 0 ? "pass" : "fail";
        checks.addObject().put("code", code).put("scope", scope).put("status", status);
    }

    private static BigDecimal sum(Map<String, Printed> cells, List<String> fields) {
        return fields.stream().map(field -> cells.get(field).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
