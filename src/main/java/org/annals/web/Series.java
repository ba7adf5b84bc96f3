package org.annals.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.report.Field;
import org.annals.report.Fields;

/**
 * One figure of a report: a cell, or the sum of several cells, of those that the report's form has.
 *
 * @param label key of its words; empty where the label of its only field is to be shown
 */
record Series(String code, String label, List<String> fields) {
    /** Ready-made choices, by name. */
    static final Map<String, List<Series>> PRESETS = presets();

    static Series ofField(Field field) {
        return new Series(field.code(), "", List.of(field.code()));
    }

    String words(View view) {
        return label.isEmpty()
                ? Fields.byCode(fields.get(0)).map(Field::label).orElse(code)
                : view.text("explore.series." + label);
    }

    private static Map<String, List<Series>> presets() {
        Map<String, List<Series>> presets = new LinkedHashMap<>();
        presets.put("requests", List.of(of("requests", "t3.new.total"), of("requests_before", "t1.requests")));
        presets.put(
                "outcomes",
                List.of(
                        of("granted", "t3.granted.total"),
                        of("partial", "t3.partial.total"),
                        group("denied"),
                        group("unavailable"),
                        group("rejected"),
                        group("other")));
        presets.put(
                "review",
                List.of(
                        of("review_upheld", "t4.review.upheld"),
                        of("review_corrected", "t4.review.corrected"),
                        of("review_other", "t4.review.other"),
                        of("review_pending", "t4.review.pending")));
        presets.put(
                "litigation",
                List.of(
                        of("suit_direct", "t4.suit_direct.total"),
                        of("suit_after_review", "t4.suit_after_review.total")));
        presets.put(
                "licences",
                List.of(
                        of("licensing", "t2.licensing.decisions"),
                        of("penalty", "t2.penalty.decisions"),
                        of("coercion", "t2.coercion.decisions")));
        presets.put("rules", List.of(of("normative", "t2.normative.in_force")));
        return presets;
    }

    private static Series of(String label, String field) {
        return new Series(label, label, List.of(field));
    }

    /** The totals of all rows of table 3 under one heading. */
    private static Series group(String label) {
        List<String> fields = new ArrayList<>();
        for (Field field : Fields.all()) {
            if (field.code().startsWith("t3." + label + "_") && field.code().endsWith(".total")) {
                fields.add(field.code());
            }
        }
        return new Series(label, label, fields);
    }
}
