package org.annals.document;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What an element is to the text of a cell. */
    private enum Role {
        PLAIN,
        /** Stands beside the text around it. */
        APART,
        STRUCK_OUT,
        /** Shown in another order than written; a browser numbers the items of an ol. */
        REORDERED,
        NO_TEXT,
        /** What a browser may put into the cell, or leave out of it, while it runs the page. */
        WRITTEN_LATER,
        UNREAD
    }

    private static final Map<String, Role> ROLES = roles();

    private final Styles styles;
    private final StringBuilder text = new StringBuilder();
    /** Which of the elements around the place where the reader is stand apart, by their depth. */
    private final BitSet apart = new BitSet();

    private int raisedBy;
    private boolean raised;
    private boolean onTheLine;

    private CellText(Styles styles) {
        this.styles = styles;
    }

    static String of(Element cell, Styles styles) {
        CellText reader = new CellText(styles);
        NodeTraversor.filter(reader, cell);
        // a mark on nothing: the number that it belonged to is gone, or there was none
        if (reader.raised && !reader.onTheLine) {
            reader.text.append(NOT_TEXT);
        }
        return Spaces.clean(reader.text);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replace('\n', ' '));
            boolean blank = words.isBlank();
            raised |= !blank && raisedBy > 0;
            onTheLine |= !blank && raisedBy == 0;
        }
        return node instanceof Element element && depth > 0 ? enter(element, depth) : FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element, int depth) {
        String name = element.normalName();
        Role role = role(name);
        Style style = styles.of(element);
        if (role == Role.UNREAD || style.hides() || isDrawing(name) && !isSeen(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (role == Role.WRITTEN_LATER) {
            text.append(element.data().isBlank() && !element.hasText() && !element.hasAttr("src") ? "" : NOT_TEXT);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (role == Role.NO_TEXT || isDrawing(name)) {
            text.append(NOT_TEXT);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isUncertain(role, style) && (name.equals("ol") || isSeen(element))) {
            text.append(NOT_TEXT);
        }
        apart.set(depth, isApart(element, role, style));
        divide(element, depth);
        raisedBy += name.equals("sup") ? 1 : 0;
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && depth > 0) {
            String name = element.normalName();
            raisedBy -= name.equals("sup") ? 1 : 0;
            if (!name.equals("br")) {
                divide(element, depth);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void divide(Element element, int depth) {
        if (element.isBlock() || element.normalName().equals("br")) {
            text.append('\n');
        } else if (apart.get(depth)) {
            text.append(' ');
        }
    }

    /** Text that no longer counts, that not every reader sees, or that is shown otherwise than it is written. */
    private static boolean isUncertain(Role role, Style style) {
        return role == Role.STRUCK_OUT
                || role == Role.REORDERED
                || style.strikesOut()
                || style.blurs()
                || style.turnsAround();
    }

    /** The shapes and text boxes of VML, which Word draws where it likes. */
    private static boolean isDrawing(String name) {
        return name.startsWith("v:");
    }

    private static boolean isSeen(Element element) {
        return !Spaces.clean(element.text()).isEmpty();
    }

    private static boolean isApart(Element element, Role role, Style style) {
        return role == Role.APART
                || role == Role.STRUCK_OUT
                || style.setsApart()
                || element.normalName().equals("a")
                        && element.attr("href").strip().startsWith("#")
                || isNote(element.className().toLowerCase(Locale.ROOT));
    }

    private static boolean isNote(String classes) {
        return classes.contains("footnote") || classes.contains("endnote") || classes.contains("msocomment");
    }

    private static Role role(String name) {
        return ROLES.getOrDefault(name, Role.PLAIN);
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        List.of("sup", "sub", "ins", "small", "rt", "rp").forEach(name -> roles.put(name, Role.APART));
        List.of("del", "s", "strike").forEach(name -> roles.put(name, Role.STRUCK_OUT));
        List.of("bdo", "ol").forEach(name -> roles.put(name, Role.REORDERED));
        List.of("img", "input", "select", "textarea", "button", "object", "embed", "iframe", "svg", "canvas", "video")
                .forEach(name -> roles.put(name, Role.NO_TEXT));
        List.of("math", "details").forEach(name -> roles.put(name, Role.NO_TEXT));
        List.of("script", "noscript").forEach(name -> roles.put(name, Role.WRITTEN_LATER));
        List.of("style", "template").forEach(name -> roles.put(name, Role.UNREAD));
        return roles;
    }
}
