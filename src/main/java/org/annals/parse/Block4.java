package org.annals.parse;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cells of one block of table 4 and the names of their columns.
 *
 * @param name {@code review}, {@code suit_direct} or {@code suit_after_review}
 * @param names outcome codes, empty for what the form does not have
 * @param cells as many, in the order of the page
 */
record Block4(String name, List<String> names, List<TableCell> cells) {
    static final List<String> NAMES = List.of("review", "suit_direct", "suit_after_review");
    static final List<String> OUTCOMES = List.copyOf(Labels.TABLE4.codes("column"));

    Block4 {
        names = List.copyOf(names);
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.size() == OUTCOMES.size() && cells.stream().allMatch(TableCell::isEmpty);
    }

    /** The five cells in the order of the form, if all five are named; of a block without a value it does not matter which is which. */
    Optional<List<TableCell>> whole() {
        if (isBlank()) {
            return Optional.of(cells);
        }
        boolean all = isToldApart() && names.containsAll(OUTCOMES);
        return all
                ? Optional.of(OUTCOMES.stream()
                        .map(outcome -> cells.get(names.indexOf(outcome)))
                        .toList())
                : Optional.empty();
    }

    /** The cell of an outcome in a block that has lost some of its names, but none of its values. */
    Optional<TableCell> only(String outcome) {
        boolean filled = cells.size() >= OUTCOMES.size() && cells.stream().noneMatch(TableCell::isEmpty);
        return filled && isToldApart() && names.contains(outcome)
                ? Optional.of(cells.get(names.indexOf(outcome)))
                : Optional.empty();
    }

    private boolean isToldApart() {
        List<String> known = names.stream().filter(OUTCOMES::contains).toList();
        return known.size() == new HashSet<>(known).size();
    }

    /** Whether the total is that of the other four, in the order of the form. */
    static boolean addsUp(List<TableCell> five) {
        BigDecimal total = number(five.get(five.size() - 1));
        return five.stream()
                        .map(Block4::number)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(total.add(total))
                == 0;
    }

    /** Whether the total is more than nothing and that of the other four. */
    static boolean isProved(List<TableCell> five) {
        return number(five.get(five.size() - 1)).signum() > 0 && addsUp(five);
    }

    /** Whether a block with blanks may have moved by a cell, by its total, in the order of the form. */
    static boolean looksShifted(List<TableCell> five) {
        List<TableCell> parts = five.subList(0, five.size() - 1);
        BigDecimal sum = parts.stream().map(Block4::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        TableCell total = five.get(five.size() - 1);
        TableCell last = parts.get(parts.size() - 1);
        int order = number(total).compareTo(sum);
        if (!total.isEmpty()) {
            return order < 0 || order > 0 && parts.stream().noneMatch(TableCell::isEmpty);
        }
        BigDecimal end = number(last);
        return last.isEmpty()
                ? sum.signum() > 0
                : end.signum() > 0 && end.add(end).compareTo(sum) >= 0;
    }

    static Set<String> fields(String block) {
        Set<String> fields = new LinkedHashSet<>();
        OUTCOMES.forEach(outcome -> fields.add("t4." + block + "." + outcome));
        return fields;
    }

    private static BigDecimal number(TableCell cell) {
        return cell.count().number().orElse(BigDecimal.ZERO);
    }
}
