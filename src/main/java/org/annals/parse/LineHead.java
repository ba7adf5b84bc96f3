package org.annals.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.document.GridCell;
import org.annals.document.GridRow;

/** The head of a table in lines of running text: several names a line, or one, with or without blanks between them. */
final class LineHead {
    private static final Pattern NOTE = Pattern.compile("^[（(]?本列数据的勾稽关系.{0,60}");
    private static final Pattern ARTICLE = Pattern.compile("第?二十条第[（(]?[一二三四五六七八九十0-9]+[)）]?项");
    private static final List<List<String>> ORDERS3 = List.of(
            List.of("natural", "organisations", "total", "business", "research", "ngo", "legal", "other_org"),
            List.of("natural", "organisations", "business", "research", "ngo", "legal", "other_org", "total"),
            List.of("natural", "business", "research", "ngo", "legal", "other_org", "total"));
    private static final List<String> ORDER3 = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
    private static final String OUTCOMES = "结果维持,结果纠正,其他结果,尚未审结,总计";
    private static final List<String> ROWS4 =
            List.of("行政复议,行政诉讼", OUTCOMES + ",未经复议直接起诉,复议后起诉", OUTCOMES + "," + OUTCOMES);

    private static final int MOST_STRAYS = 2;
    private static final int LONGEST_NAME = 24;

    private final int table;
    private final Labels labels;
    private final List<List<String>> lines = new ArrayList<>();

    LineHead(int table) {
        this.table = table;
        this.labels = List.of(Labels.TABLE1, Labels.TABLE2, Labels.TABLE3, Labels.TABLE4)
                .get(table - 1);
    }

    /** Whether a line belongs to the head. */
    boolean accepts(String text) {
        return !parts(text).isEmpty();
    }

    /** Whether a line with a number or two behind its words is a line of the head all the same: it names columns and no row. */
    boolean acceptsWithNumber(TableLine line) {
        return table > 2
                && line.values().size() <= MOST_STRAYS
                && line.words().size() >= 2
                && accepts(String.join(" ", line.words()));
    }

    /** Whether names of columns may still follow. */
    boolean isOpen() {
        return !lines.isEmpty();
    }

    void add(String text) {
        if (isArticle(text)) {
            lines.clear();
        }
        lines.add(parts(text));
    }

    /** A line that stands among the names, and names what the form does not have. */
    void addStrange(String text) {
        lines.add(List.of(text.strip()));
    }

    private boolean isArticle(String text) {
        return table == 2 && ARTICLE.matcher(Wording.squeeze(text)).matches();
    }

    private List<String> parts(String text) {
        if (isArticle(text) || table == 3 && NOTE.matcher(Wording.squeeze(text)).matches()) {
            return List.of(Wording.squeeze(text));
        }
        List<String> names = names(text);
        boolean specific = names.stream()
                .map(labels::column)
                .flatMap(Optional::stream)
                .anyMatch(label -> !label.is("rest")
                        && !label.code().equals("total")
                        && !label.code().equals("other_org"));
        boolean begun = !lines.isEmpty();
        return Wording.isNumbered(text) || !specific && !begun || table == 1 && names.size() < 2 ? List.of() : names;
    }

    private List<String> names(String text) {
        List<String> tokens = Arrays.asList(text.strip().split("[\\s\\u3000\\u00A0]+"));
        if (tokens.stream().allMatch(token -> labels.column(token).isPresent())) {
            return tokens;
        }
        if (labels.column(text).isPresent()) {
            return List.of(text);
        }
        List<String> run = labels.columnsIn(Wording.core(text));
        return run.isEmpty() ? amongNames(tokens) : run;
    }

    /** The words of a line of which most are names, the others being names too, of columns that the form does not have; numbers are none. */
    private List<String> amongNames(List<String> tokens) {
        List<String> words = tokens.stream().filter(Wording::hasLetter).toList();
        long known =
                words.stream().filter(word -> labels.column(word).isPresent()).count();
        boolean corner = !words.isEmpty()
                && labels.column(words.get(0))
                        .filter(label -> label.is("corner"))
                        .isPresent();
        boolean named = table > 1 && (known >= 2 && known * 2 >= words.size() || corner && table == 2);
        return named && words.stream().allMatch(word -> word.length() <= LONGEST_NAME) ? words : List.of();
    }

    private boolean isStrange(String name) {
        return labels.column(name).isEmpty()
                && !isArticle(name)
                && !NOTE.matcher(name).matches();
    }

    /** Number of columns with values that the head names, for table 2. */
    int size() {
        return (int) lines.stream()
                .flatMap(List::stream)
                .filter(name -> isStrange(name)
                        || labels.column(name)
                                .filter(label -> label.is("column"))
                                .isPresent())
                .count();
    }

    List<GridRow> rows(String locator) {
        List<GridRow> rows = new ArrayList<>();
        if (table == 2) {
            List<String> names = lines.stream().flatMap(List::stream).toList();
            boolean article = ARTICLE.matcher(names.get(0)).matches();
            if (article) {
                rows.add(row(names.subList(0, 1), locator));
            }
            List<String> rest = names.subList(article ? 1 : 0, names.size());
            if (!rest.isEmpty()) {
                rows.add(row(rest, locator));
            }
        } else if (table == 3) {
            rows3(locator, rows);
        } else if (table == 4) {
            rows4(locator, rows);
        }
        return rows;
    }

    private void rows3(String locator, List<GridRow> rows) {
        List<String> order =
                codes().stream().filter(code -> !code.equals("applicants")).toList();
        if (order.isEmpty()) {
            return;
        }
        boolean strange = lines.stream().flatMap(List::stream).anyMatch(this::isStrange);
        if (ORDERS3.contains(order) && !strange) {
            rows.add(row(ORDER3, locator));
        } else if (lines.stream()
                .allMatch(line -> line.size() != 1
                        || labels.column(line.get(0))
                                .filter(label -> !label.is("columns"))
                                .isEmpty())) {
            lines.forEach(line -> rows.add(row(line, locator)));
        } else {
            // one name a line in another order than that of the form: which is a column of which cannot be told
            rows.add(row(List.of("自然人", "商业企业", "自然人"), locator));
        }
    }

    private void rows4(String locator, List<GridRow> rows) {
        List<String> official = ROWS4.stream()
                .flatMap(row -> Arrays.stream(row.split(",")))
                .map(name -> labels.column(name).orElseThrow().code())
                .toList();
        boolean strange = lines.stream().flatMap(List::stream).anyMatch(this::isStrange);
        if (codes().equals(official) && !strange) {
            ROWS4.forEach(row -> rows.add(row(Arrays.asList(row.split(",")), locator)));
        } else {
            lines.forEach(line -> rows.add(row(line, locator)));
        }
    }

    private List<String> codes() {
        return lines.stream()
                .flatMap(List::stream)
                .map(labels::column)
                .flatMap(Optional::stream)
                .filter(label -> !label.is("rest"))
                .map(Label::code)
                .toList();
    }

    private static GridRow row(List<String> names, String locator) {
        List<GridCell> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(new GridCell(name, cells.size(), 1, false, false, locator));
        }
        return new GridRow(cells, locator, false);
    }
}
