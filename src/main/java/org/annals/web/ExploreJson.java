package org.annals.web;

import java.util.ArrayList;
import java.util.List;

/** The figures of a chart for programs, and for the script that draws it. */
final class ExploreJson {
    private ExploreJson() {}

    static JsonObject of(ExplorePage page, View view) {
        List<JsonObject> items = new ArrayList<>();
        switch (page.view()) {
            case "ranking" ->
                page.ranking()
                        .forEach(one -> items.add(new JsonObject()
                                .put("rank", one.rank())
                                .put("government_code", one.entry().report().government())
                                .put("label", ExplorePage.label(one.entry()))
                                .put("report_id", one.entry().report().reportId())
                                .put("value", one.value())));
            case "distribution" ->
                page.bins()
                        .forEach(bin -> items.add(new JsonObject()
                                .put("from", bin.from())
                                .put("to", bin.to())
                                .put("count", bin.count())));
            default ->
                page.yearRows()
                        .forEach(row -> items.add(tallied(row.tallied())
                                .put("fiscal_year", row.year())
                                .put("figure", row.series().code())
                                .put(
                                        "label",
                                        row.name().isEmpty() ? row.series().words(view) : row.name())));
        }
        return new JsonObject()
                .put("view", page.view())
                .put("title", page.first().words(view))
                .put(
                        "fields",
                        page.series().stream()
                                .flatMap(series -> series.fields().stream())
                                .toList())
                .put("unit", page.unit())
                .put("fiscal_year", page.year())
                .put("whole", page.isWhole())
                .put("looked_at", page.view().equals("years") ? null : tallied(page.looked()))
                .put("items", items);
    }

    private static JsonObject tallied(Tallied tallied) {
        boolean none = tallied.numbers() == 0;
        return new JsonObject()
                .put("number", tallied.numbers())
                .put("blank", tallied.blank())
                .put("unreadable", tallied.unreadable())
                .put("absent", tallied.absent())
                .put("sum", none ? null : tallied.sum())
                .put("median", none ? null : tallied.median());
    }
}
