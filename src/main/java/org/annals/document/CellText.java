package org.annals.document;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of a table cell as a reader sees it. Raised, lowered and struck-out text is set apart, so that a footnote mark never joins a number; pictures
 * and form fields leave a mark, so that a cell with one is not taken for an empty one.
 */
final class CellText implements NodeFilter {
    /** Stands for something that is there but cannot be read. */
    static final String NOT_TEXT = "▢";

    private static final Set<String> APART = Set.of("sup", "sub", "del", "s", "strike", "ins");
    private static final Set<String> NO_TEXT = Set.of(
            "img", "input", "select", "textarea", "button", "object", "embed", "iframe", "svg", "canvas", "video");
    private static final Set<String> UNREAD = Set.of("script", "style", "noscript", "template");

    private final StringBuilder text = new StringBuilder();

    private CellText() {}

    static String of(Element cell) {
        CellText reader = new CellText();
        for (Node child : cell.childNodes()) {
            NodeTraversor.filter(reader, child);
        }
        return Spaces.clean(reader.text.toString());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replace('\n', ' '));
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (UNREAD.contains(name) || Hidden.is(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (NO_TEXT.contains(name)) {
            text.append(NOT_TEXT);
            return FilterResult.SKIP_ENTIRELY;
        }
        divide(element, name);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.normalName().equals("br")) {
            divide(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void divide(Element element, String name) {
        if (name.equals("br") || element.isBlock()) {
            text.append('\n');
        } else if (APART.contains(name)) {
            text.append(' ');
        }
    }
}
