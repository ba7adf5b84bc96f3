package org.annals.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a row is to table 2.
 *
 * @param corner the cell 信息内容 at the left end of a head
 * @param namesColumn whether a cell has the name of a column of the form
 * @param article whether it names an article of the Regulation, as the rows over the blocks do
 * @param label index of the cell with the label of a row
 * @param head whether it is a row of column names, of which the form may have none
 */
record Row2(Optional<TableCell> corner, boolean namesColumn, boolean article, Optional<Integer> label, boolean head) {
    private static final Pattern ARTICLE = Pattern.compile("第?二十条第[（(]?[一二三四五六七八九十0-9]+[)）]?项(?:[（(].{0,20}[）)])?");

    /** The name of a column, of the form or not, as in 累计处理决定数量. */
    private static final Pattern QUANTITY =
            Pattern.compile("[\\u4e00-\\u9fff0-9]{2,14}(?:数量|件数|金额|总数|总额|个数)(?:[（(].{0,12}[）)])?");

    static Row2 of(List<TableCell> cells) {
        Optional<TableCell> corner = corner(cells);
        boolean namesColumn = false;
        boolean article = false;
        Optional<Integer> label = Optional.empty();
        for (int i = 0; i < cells.size(); i++) {
            TableCell cell = cells.get(i);
            if (cell.hasLetter()) {
                Optional<Label> column = cell.column2();
                namesColumn |= column.isPresent() && column.get().is("column");
                article |= isArticle(cell.text());
                if (label.isEmpty() && !cell.continued() && cell.row2().isPresent()) {
                    label = Optional.of(i);
                }
            }
        }
        boolean head = corner.isPresent() || namesColumn || label.isEmpty() && areQuantities(cells);
        return new Row2(corner, namesColumn, article, label, head);
    }

    /** Whether it is a head that can only be one of this table. */
    boolean opens() {
        return namesColumn || corner.isPresent();
    }

    /** Whether it is neither a head nor holds values. */
    boolean isBeside() {
        return !head && !article && label.isEmpty();
    }

    static boolean isQuantity(TableCell cell) {
        return cell.hasLetter()
                && QUANTITY.matcher(Wording.squeeze(cell.text())).matches();
    }

    private static Optional<TableCell> corner(List<TableCell> cells) {
        for (TableCell cell : cells) {
            if (!cell.isEmpty() && !cell.continued()) {
                Optional<Label> column = cell.column2();
                return column.isPresent() && column.get().is("corner") ? Optional.of(cell) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isArticle(String text) {
        return text.indexOf('条') >= 0 && ARTICLE.matcher(Wording.squeeze(text)).matches();
    }

    private static boolean areQuantities(List<TableCell> cells) {
        boolean any = false;
        for (TableCell cell : cells) {
            if (!cell.isEmpty() && !cell.hasLetter()) {
                return false;
            }
            any = any || isQuantity(cell);
        }
        return any;
    }
}
