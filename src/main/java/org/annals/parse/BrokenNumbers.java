package org.annals.parse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Digits with a blank or a line break between them are one number broken in two, or two numbers. Where the sum that the form prints beside them holds for the
 * one number, and no digit is left over, it is that; otherwise nobody can tell.
 */
final class BrokenNumbers {
    private static final Pattern BROKEN = Pattern.compile("[1-9][0-9]{0,5}(?:\\s+[0-9]{1,5}){1,2}");

    private BrokenNumbers() {}

    /**
     * @param parts the cells that add up to the total
     * @return the texts of the parts and then of the total, mended; empty where nothing is broken or the sum does not decide
     */
    static Optional<List<String>> mended(List<TableCell> parts, TableCell total) {
        List<TableCell> all = new ArrayList<>(parts);
        all.add(total);
        if (all.stream().noneMatch(cell -> RowCells.holdsSeveral(cell.text()))) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean broken = false;
        for (TableCell cell : all) {
            boolean here = BROKEN.matcher(cell.text()).matches();
            String text = here ? Wording.squeeze(cell.text()) : cell.text();
            Optional<BigDecimal> number =
                    NumberReader.read(text, Measure.COUNT, "").number();
            if (number.isEmpty() || cell.tall() || cell.continued()) {
                return Optional.empty();
            }
            broken |= here;
            texts.add(text);
            sum = cell == total ? sum.subtract(number.get()) : sum.add(number.get());
        }
        return broken && sum.signum() == 0 ? Optional.of(texts) : Optional.empty();
    }
}
