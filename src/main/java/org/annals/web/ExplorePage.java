package org.annals.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.government.Government;

/**
 * What the page of charts shows: which figures of which reports, and one table of them, of which the chart is a picture.
 *
 * @param preset of the ready-made choices; empty where a field was chosen
 * @param field code; empty where a ready-made choice was
 * @param view years, ranking or distribution
 * @param year of ranking and distribution
 * @param unknown codes of governments to compare that are not known
 */
record ExplorePage(
        Optional<String> preset,
        Optional<String> field,
        String view,
        Choice choice,
        Optional<Integer> year,
        List<String> governments,
        List<String> unknown,
        int top,
        List<String> provinces,
        List<Integer> years,
        List<YearRow> yearRows,
        List<Exploring.Ranked> ranking,
        List<Histogram.Bin> bins,
        Tallied looked,
        List<Series> series,
        String unit,
        String address) {
    /** A line of the table of years. @param name of the government where governments are compared */
    record YearRow(int year, Series series, String name, Tallied tallied) {}

    boolean isEmpty() {
        return yearRows.isEmpty() && looked.numbers() == 0;
    }

    /** Whether the figures of a year are parts of one whole. */
    boolean isWhole() {
        return governments.isEmpty()
                && preset.map(name -> name.equals("outcomes") || name.equals("review"))
                        .orElse(false);
    }

    /** The share of a line among those of its year, in percent, or null where they have no sum. */
    BigDecimal share(YearRow row) {
        BigDecimal whole = yearRows.stream()
                .filter(other -> other.year() == row.year())
                .map(other -> other.tallied().sum())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return whole.signum() == 0
                ? null
                : row.tallied().sum().movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }

    Series first() {
        return series.get(0);
    }

    /** The cell that a number of the ranking stands in, or the report where it is a sum of cells. */
    String evidence(Exploring.Ranked ranked) {
        String report = "/report/" + View.encodedPart(ranked.entry().report().reportId());
        List<String> fields = first().fields();
        return fields.size() == 1 ? report + "/cell/" + View.encodedPart(fields.get(0)) : report;
    }

    String at(String path) {
        return address.replaceFirst("^[^?]*", path);
    }

    String viewed(String other) {
        return Address.of("/explore").with("view", other)
                + address.replaceFirst("^[^?]*\\??", "&")
                        .replaceFirst("&view=[a-z]*", "")
                        .replaceFirst("&$", "");
    }

    /** The table, with names of its columns. */
    List<List<Object>> table(View view) {
        List<List<Object>> rows = new ArrayList<>();
        switch (this.view) {
            case "ranking" -> {
                rows.add(
                        List.of("rank", "government_code", "government", "fiscal_year", "field", "value", "report_id"));
                for (Exploring.Ranked one : ranking) {
                    rows.add(List.of(
                            one.rank(),
                            one.entry().report().government(),
                            name(one.entry()),
                            one.entry().report().fiscalYear().orElse(0),
                            first().code(),
                            one.value(),
                            one.entry().report().reportId()));
                }
            }
            case "distribution" -> {
                rows.add(List.of("from", "to", "governments"));
                for (Histogram.Bin bin : bins) {
                    rows.add(List.of(
                            bin.from().<Object>map(from -> from).orElse(""),
                            bin.to().<Object>map(to -> to).orElse(""),
                            bin.count()));
                }
            }
            default -> {
                rows.add(List.of(
                        "fiscal_year", "figure", "label", "sum", "median", "number", "blank", "unreadable", "absent"));
                for (YearRow row : yearRows) {
                    Tallied tallied = row.tallied();
                    boolean none = tallied.numbers() == 0;
                    rows.add(List.of(
                            row.year(),
                            row.series().code(),
                            row.name().isEmpty() ? row.series().words(view) : row.name(),
                            none ? "" : tallied.sum(),
                            none ? "" : tallied.median(),
                            tallied.numbers(),
                            tallied.blank(),
                            tallied.unreadable(),
                            tallied.absent()));
                }
            }
        }
        return rows;
    }

    /** With its province, since many counties share a name. */
    static String label(Corpus.Entry entry) {
        String name = name(entry);
        return entry.government()
                .map(Government::province)
                .filter(province -> !province.isEmpty() && !province.equals(name))
                .map(province -> name + "（" + province + "）")
                .orElse(name);
    }

    static String name(Corpus.Entry entry) {
        return entry.government().map(Government::name).orElse(entry.report().government());
    }
}
