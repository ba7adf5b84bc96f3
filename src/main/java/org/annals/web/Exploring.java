package org.annals.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.annals.catalog.Exploration;
import org.annals.report.CellValue;

/** Reckons the figures of charts out of the corpus: exact sums of cells that hold a number, and counts of those that hold none. */
final class Exploring {
    private final Corpus corpus;
    private final Exploration exploration;

    Exploring(Corpus corpus, Exploration exploration) {
        this.corpus = corpus;
        this.exploration = exploration;
    }

    /** A report with its number. */
    record Ranked(int rank, Corpus.Entry entry, BigDecimal value) {}

    /** As {@link #years(Series, Predicate)}, from memory where the same was asked of this state of the catalogue. */
    Map<Integer, Tallied> years(Series series, Choice choice) throws IOException {
        String key = series.code() + " " + choice;
        Optional<Map<Integer, Tallied>> known = corpus.reckoned(key);
        if (known.isPresent()) {
            return known.get();
        }
        Map<Integer, Tallied> years = years(series, choice::admits);
        corpus.keep(key, years);
        return years;
    }

    /** The figure of each report that was chosen, by year; years without any are left out. */
    Map<Integer, Tallied> years(Series series, Predicate<Corpus.Entry> chosen) throws IOException {
        Map<Integer, Tallied> years = new TreeMap<>();
        List<CellValue[]> columns = columns(series);
        for (int place : corpus.counted()) {
            Corpus.Entry entry = corpus.entries().get(place);
            if (chosen.test(entry)) {
                amount(columns, place)
                        .ifPresent(amount -> years.computeIfAbsent(
                                        entry.report().fiscalYear().orElseThrow(), year -> new Tallied())
                                .add(amount));
            }
        }
        return years;
    }

    /** Governments by their number, highest first; the same number is the same rank. @param tallied takes all that were looked at */
    List<Ranked> ranking(Series series, Predicate<Corpus.Entry> chosen, int top, Tallied tallied) throws IOException {
        List<Ranked> all = new ArrayList<>();
        List<CellValue[]> columns = columns(series);
        for (int place : corpus.counted()) {
            Corpus.Entry entry = corpus.entries().get(place);
            if (chosen.test(entry)) {
                amount(columns, place).ifPresent(amount -> {
                    tallied.add(amount);
                    if (amount.value() != null) {
                        all.add(new Ranked(0, entry, amount.value()));
                    }
                });
            }
        }
        all.sort(Comparator.comparing(Ranked::value)
                .reversed()
                .thenComparing(one -> one.entry().report().government()));
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < all.size() && i < top; i++) {
            Ranked one = all.get(i);
            boolean same = i > 0 && ranked.get(i - 1).value().compareTo(one.value()) == 0;
            ranked.add(new Ranked(same ? ranked.get(i - 1).rank() : i + 1, one.entry(), one.value()));
        }
        return ranked;
    }

    private List<CellValue[]> columns(Series series) throws IOException {
        List<CellValue[]> columns = new ArrayList<>();
        for (String field : series.fields()) {
            columns.add(corpus.column(exploration, field));
        }
        return columns;
    }

    /** Empty where the form of that report asks for none of the cells. */
    private static Optional<Amount> amount(List<CellValue[]> columns, int place) {
        BigDecimal sum = BigDecimal.ZERO;
        Amount.State worst = null;
        for (CellValue[] column : columns) {
            CellValue cell = column[place];
            if (cell != null) {
                Amount.State state = state(cell);
                worst = worst == null || state.compareTo(worst) > 0 ? state : worst;
                sum = cell.number().map(sum::add).orElse(sum);
            }
        }
        return worst == null
                ? Optional.empty()
                : Optional.of(new Amount(worst, worst == Amount.State.NUMBER ? sum : null));
    }

    private static Amount.State state(CellValue cell) {
        if (cell instanceof CellValue.Number) {
            return Amount.State.NUMBER;
        }
        if (cell instanceof CellValue.Blank) {
            return Amount.State.BLANK;
        }
        return cell instanceof CellValue.Unreadable ? Amount.State.UNREADABLE : Amount.State.ABSENT;
    }
}
