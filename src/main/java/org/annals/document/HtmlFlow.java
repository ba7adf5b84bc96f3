package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Walks a page and writes down its paragraphs and tables. A table that holds other tables is layout: its rows that hold none become grids, the others
 * are walked like running text.
 */
final class HtmlFlow implements NodeFilter {
    private static final int LINES_OF_A_TEXT = 3;

    private static final int ROWS_OF_A_TABLE = 8;

    private final Element article;
    private final Survey survey;
    private final List<String> warnings;
    private final Styles styles = new Styles();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Element> rows = new ArrayList<>();
    private final TableCount tables = new TableCount();
    private final SoughtPlace sought;
    private Element wordsIn;
    private int hiddenRows;
    private int paragraphs;
    private int links;
    private int chrome;
    private int inArticle;
    private int level;
    private boolean plainText;

    /** @param article the element that holds the article, where it is known */
    HtmlFlow(Optional<Element> article, Survey survey, List<String> warnings, SoughtPlace sought) {
        this.article = article.orElse(null);
        this.survey = survey;
        this.warnings = warnings;
        this.sought = sought;
    }

    List<Block> finish() {
        endGrid();
        endParagraph();
        if (hiddenRows >= ROWS_OF_A_TABLE
                && blocks.stream()
                        .noneMatch(block ->
                                block instanceof Grid grid && grid.rows().size() >= ROWS_OF_A_TABLE)) {
            warnings.add("the page hides a table, which was not read");
        }
        return blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (blocks.size() > Limits.BLOCKS) {
            warnings.add("only the first " + Limits.BLOCKS + " paragraphs and tables were read");
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            String content = words.getWholeText();
            text.append(content.replace('\n', ' '));
            plainText = plainText || links == 0 && Spaces.ink(content) > 0;
            wordsIn = wordsIn == null && !words.isBlank() ? words.parentElement() : wordsIn;
        }
        return node instanceof Element element ? enter(element) : FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        if (isUnread(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (styles.hides(element) && !name.equals("body")) {
            hiddenRows += element.select("tr").size();
            return FilterResult.SKIP_ENTIRELY;
        }
        inArticle += element == article ? 1 : 0;
        chrome += isChrome(name) ? 1 : 0;
        if (divides(element, name)) {
            endParagraph();
        }
        switch (name) {
            case "a" -> links++;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> level = name.charAt(1) - '0';
            case "br" -> endParagraph();
            case "table" -> {
                return table(element);
            }
            case "tr" -> {
                return row(element);
            }
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isUnread(String name) {
        return switch (name) {
            case "script", "style", "noscript", "template", "iframe", "select", "textarea", "button", "svg", "object" ->
                true;
            default -> false;
        };
    }

    private static boolean isChrome(String name) {
        return switch (name) {
            case "nav", "header", "footer", "aside", "menu" -> true;
            default -> false;
        };
    }

    private static boolean divides(Element element, String name) {
        return element.isBlock() || name.equals("td") || name.equals("li");
    }

    private FilterResult table(Element table) {
        endGrid();
        tables.enter();
        if (survey.holdsTable(table)) {
            return FilterResult.CONTINUE;
        }
        List<Element> own = rows(table);
        if (frames(table, own)) {
            return FilterResult.CONTINUE;
        }
        own.stream().filter(row -> !styles.hides(row.parent())).forEach(rows::add);
        endGrid();
        tables.leave();
        return FilterResult.SKIP_ENTIRELY;
    }

    /** The rows of a table without others in it: the parser puts them all into its sections. */
    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part = table.firstElementChild(); part != null; part = part.nextElementSibling()) {
            if (part.normalName().equals("tr")) {
                rows.add(part);
            }
            for (Element row = part.firstElementChild(); row != null; row = row.nextElementSibling()) {
                if (row.normalName().equals("tr")) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Whether there is never more than one cell in a row, and several lines in them: such a table is only the frame of a text. */
    private static boolean frames(Element table, List<Element> rows) {
        return rows.stream().allMatch(row -> !hasCells(row))
                && table.select("p, div, br").size() >= LINES_OF_A_TEXT;
    }

    /** Whether there is more than one cell in a row. */
    private static boolean hasCells(Element row) {
        Element first = row.firstElementChild();
        return first != null && first.nextElementSibling() != null;
    }

    private FilterResult row(Element row) {
        if (!survey.holdsTable(row)
                && (hasCells(row) || row.select("p, div, br").size() < LINES_OF_A_TEXT)) {
            rows.add(row);
            return FilterResult.SKIP_ENTIRELY;
        }
        endGrid();
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (divides(element, name)) {
            endParagraph();
        }
        inArticle -= element == article ? 1 : 0;
        chrome -= isChrome(name) ? 1 : 0;
        switch (name) {
            case "a" -> links--;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> level = 0;
            case "table" -> {
                endGrid();
                tables.leave();
            }
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    private void endParagraph() {
        String content = Spaces.clean(text);
        text.setLength(0);
        if (!content.isEmpty()) {
            boolean outside = article != null ? inArticle == 0 : chrome > 0;
            String locator = "paragraph " + ++paragraphs;
            sought.offer(locator, wordsIn);
            blocks.add(new Paragraph(content, locator, level, outside, !plainText));
        }
        plainText = false;
        wordsIn = null;
    }

    private void endGrid() {
        endParagraph();
        if (!rows.isEmpty()) {
            List<GridRow> built = GridBuilder.build(rows, "table " + tables.current(), styles, warnings, sought);
            if (!built.isEmpty()) {
                blocks.add(new Grid(built, "table " + tables.current(), true));
            }
            rows.clear();
        }
    }
}
