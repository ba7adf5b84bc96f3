package org.annals.document;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of a table cell as a reader sees it. Text off the line and references are set apart, so that a footnote mark never joins a number; pictures,
 * form fields, scripts and struck-out or hardly visible text leave a mark, so that a cell with one is neither empty nor a number.
 */
final class CellText implements NodeFilter {
    /** Stands for something that is there but cannot be read. */
    static final String NOT_TEXT = "▢";

    private static final Set<String> APART = Set.of("sup", "sub", "ins", "small", "rt", "rp");
    private static final Set<String> STRUCK = Set.of("del", "s", "strike");
    private static final Set<String> NO_TEXT = Set.of(
            "img",
            "input",
            "select",
            "textarea",
            "button",
            "object",
            "embed",
            "iframe",
            "svg",
            "canvas",
            "video",
            "math",
            "details");
    /** What a browser may put into the cell, or leave out of it, while it runs the page. */
    private static final Set<String> WRITTEN_LATER = Set.of("script", "noscript");

    private static final Set<String> UNREAD = Set.of("style", "template");
    private static final Pattern FOOTNOTE = Pattern.compile("footnote|endnote|msocomment", Pattern.CASE_INSENSITIVE);

    private final StringBuilder text = new StringBuilder();
    private int raisedBy;
    private boolean raised;
    private boolean onTheLine;

    private CellText() {}

    static String of(Element cell) {
        CellText reader = new CellText();
        for (Node child : cell.childNodes()) {
            NodeTraversor.filter(reader, child);
        }
        // a mark on nothing: the number that it belonged to is gone, or there was none
        return Spaces.clean(reader.text + (reader.raised && !reader.onTheLine ? NOT_TEXT : ""));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replace('\n', ' '));
            boolean blank = words.isBlank();
            raised |= !blank && raisedBy > 0;
            onTheLine |= !blank && raisedBy == 0;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String name = element.normalName();
        if (UNREAD.contains(name) || Hidden.is(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (WRITTEN_LATER.contains(name)) {
            text.append(element.data().isBlank() && !element.hasText() && !element.hasAttr("src") ? "" : NOT_TEXT);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (NO_TEXT.contains(name)) {
            text.append(NOT_TEXT);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isUncertain(element, name)) {
            text.append(NOT_TEXT);
        }
        divide(element, name);
        raisedBy += name.equals("sup") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.normalName().equals("sup")) {
            raisedBy--;
        }
        if (node instanceof Element element && !element.normalName().equals("br")) {
            divide(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void divide(Element element, String name) {
        if (name.equals("br") || element.isBlock()) {
            text.append('\n');
        } else if (isApart(element, name)) {
            text.append(' ');
        }
    }

    /** Text that no longer counts, that not every reader sees, or that is shown otherwise than it is written; a browser numbers the items of an ol. */
    private static boolean isUncertain(Element element, String name) {
        boolean turned = name.equals("bdo") || name.equals("ol");
        if (!turned && !STRUCK.contains(name) && !element.hasAttr("style")) {
            return false;
        }
        Style style = Style.of(element);
        return (turned || STRUCK.contains(name) || style.strikesOut() || style.blurs() || style.turnsAround())
                && (name.equals("ol") || !Spaces.clean(element.text()).isEmpty());
    }

    private static boolean isApart(Element element, String name) {
        return APART.contains(name)
                || STRUCK.contains(name)
                || name.equals("a") && element.attr("href").strip().startsWith("#")
                || element.hasAttr("class")
                        && FOOTNOTE.matcher(element.className()).find()
                || element.hasAttr("style") && Style.of(element).setsApart();
    }
}
