package org.annals.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What has to be known of a whole page before it is read, found in one walk. */
final class Survey implements NodeVisitor {
    private final List<Element> metas = new ArrayList<>();
    private final List<Element> sheets = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final Containers containers = new Containers();
    private final Set<Element> tableHolders = new HashSet<>();
    /** The tables and rows around the place where the walk is, innermost first. */
    private final Deque<Element> open = new ArrayDeque<>();

    private int nodes;
    private int deepest;
    private int letters;
    private boolean cells;

    private Survey() {}

    static Survey of(Document page) {
        Survey survey = new Survey();
        NodeTraversor.traverse(survey, page);
        return survey;
    }

    /** The {@code meta} elements with a name and a content. */
    List<Element> metas() {
        return metas;
    }

    /** The {@code style} elements. */
    List<Element> sheets() {
        return sheets;
    }

    /** The {@code a} elements. */
    List<Element> links() {
        return links;
    }

    int nodes() {
        return nodes;
    }

    int deepest() {
        return deepest;
    }

    boolean hasCells() {
        return cells;
    }

    /** Whether another table stands inside a table or a row. */
    boolean holdsTable(Element tableOrRow) {
        return tableHolders.contains(tableOrRow);
    }

    /** The article's element, where a known container holds most of what there is to read. */
    Optional<Element> article() {
        return containers.article(letters);
    }

    @Override
    public void head(Node node, int depth) {
        nodes++;
        deepest = Math.max(deepest, depth);
        if (node instanceof TextNode words) {
            letters += Spaces.ink(words.getWholeText());
        } else if (node instanceof Element element) {
            enter(element);
        }
    }

    private void enter(Element element) {
        containers.enter(element, letters);
        switch (element.normalName()) {
            case "meta" -> {
                if (element.hasAttr("name") && element.hasAttr("content")) {
                    metas.add(element);
                }
            }
            case "style" -> sheets.add(element);
            case "a" -> links.add(element);
            case "td" -> cells = true;
            case "tr" -> open.push(element);
            case "table" -> {
                // what holds a holder is one already
                Iterator<Element> around = open.iterator();
                while (around.hasNext() && tableHolders.add(around.next())) {}
                open.push(element);
            }
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element == open.peek()) {
                open.pop();
            }
            containers.leave(element, letters);
        }
    }
}
