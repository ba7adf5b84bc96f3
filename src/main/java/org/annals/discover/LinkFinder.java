package org.annals.discover;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Every link of a page, wherever portals hide them, in document order. */
final class LinkFinder {
    /** A trap page may hold any number; what lies beyond is not looked at. */
    private static final int MAX_FOUND = 20_000;

    /** Of what is more than can be looked at, links that say such words come first. */
    private static final Pattern WANTED = Pattern.compile("年报|报告|公开");

    private static final int MAX_TEXT = 200;
    /** Of one text node; indentation may come before the words. */
    private static final int LONGEST_WORDS = 1_000;

    private static final int TEXT_NODES = 200;
    private static final int ROW_LEVELS = 5;
    private static final int ROW_NODES = 40;
    private static final int HEADING_NODES = 10;
    private static final int ALMOST_EMPTY = 200;
    private static final List<String> DATA = List.of("data-url", "data-href", "data-file", "data-pdf", "data-src");
    private static final Set<String> ROWS = Set.of("li", "tr", "dd", "dt", "p");
    private static final Pattern REFRESH = Pattern.compile("(?i)url\\s*=\\s*[\"']?([^\"'\\s]+)");
    private static final Pattern UNDECLARED = Pattern.compile("&[A-Za-z_][\\w.-]{0,60};");
    private final PageFacts facts;
    private final List<FoundLink> found = new ArrayList<>();
    private final Map<Element, Integer> blocks = new IdentityHashMap<>();

    private final KeyedAddresses keyed;

    private LinkFinder(Document document, PageFacts facts) {
        this.facts = facts;
        this.keyed = new KeyedAddresses(document);
    }

    /** @param source the page's text as it came: record sets are XML inside it, which an HTML tree does not show */
    static List<FoundLink> find(Document document, String source, PageFacts facts) {
        LinkFinder finder = new LinkFinder(document, facts);
        finder.records(document, source);
        finder.redirects(document);
        finder.sitemap(document);
        finder.elements(document);
        finder.textAreas(document);
        finder.scripts(document);
        return finder.found;
    }

    /** A sitemap (sitemaps.org) names addresses and nothing else. */
    private void sitemap(Document document) {
        for (Element location : document.select("urlset > url > loc")) {
            located(location.text(), Source.ANCHOR);
        }
        for (Element location : document.select("sitemapindex > sitemap > loc")) {
            located(location.text(), Source.SITEMAP);
        }
    }

    /** An entity that the sitemap itself would have to declare stands for nothing. */
    private void located(String address, Source source) {
        if (!UNDECLARED.matcher(address).find()) {
            add(address, "", "", source);
        }
    }

    private void redirects(Document document) {
        for (Element meta : document.select("meta[http-equiv][content]")) {
            Matcher matcher = REFRESH.matcher(meta.attr("content"));
            if (meta.attr("http-equiv").strip().equalsIgnoreCase("refresh") && matcher.find()) {
                add(matcher.group(1), "", "", Source.REDIRECT);
            }
        }
    }

    private void elements(Document document) {
        for (Element element :
                wantedFirst(document.select("a, area[href], iframe[src], frame[src], embed[src], object[data], option,"
                        + " [onclick], [data-url], [data-href], [data-file], [data-pdf], [data-src]"))) {
            data(element);
            switch (element.normalName()) {
                case "a", "area" -> anchor(element);
                case "iframe", "frame", "embed" -> add(element.attr("src"), element.attr("title"), "", Source.FRAME);
                case "object" -> add(element.attr("data"), element.attr("title"), "", Source.FRAME);
                case "option" -> option(element);
                default -> handler(element, element.attr("onclick"));
            }
        }
    }

    /** Lists that wait in a text area until a script shows them. */
    private void textAreas(Document document) {
        for (Element area : document.select("textarea")) {
            String html = area.wholeText();
            if (html.contains("<a ")) {
                Jsoup.parseBodyFragment(html, facts.base()).select("a[href]").forEach(this::anchor);
            }
        }
    }

    private static List<Element> wantedFirst(List<Element> elements) {
        if (elements.size() <= MAX_FOUND) {
            return elements;
        }
        List<Element> ordered = new ArrayList<>();
        List<Element> others = new ArrayList<>();
        for (Element element : elements) {
            boolean wanted = WANTED.matcher(boundedText(element, ROW_NODES)).find()
                    || WANTED.matcher(element.attr("title")).find();
            (wanted ? ordered : others).add(element);
        }
        ordered.addAll(others);
        return ordered.subList(0, MAX_FOUND);
    }

    private void anchor(Element element) {
        String href = element.attr("href").strip();
        if (href.toLowerCase(Locale.ROOT).startsWith("javascript:")) {
            handler(element, href);
        } else if (!href.isEmpty() && !href.startsWith("#")) {
            add(href, label(element), row(element), Source.ANCHOR, block(element));
        }
        if (element.hasAttr("onclick")) {
            handler(element, element.attr("onclick"));
        }
    }

    /** Attributes that the page's own script reads; a viewer of files has its file there. */
    private void data(Element element) {
        for (String name : DATA) {
            String value = element.attr(name).strip();
            if (ScriptAddresses.isAddress(value)) {
                boolean shown = PathShape.isFile(value);
                add(value, label(element), row(element), shown ? Source.FRAME : Source.ANCHOR, block(element));
            }
        }
    }

    private void option(Element element) {
        String value = element.attr("value").strip();
        if (value.contains("/") || value.contains(".")) {
            String text = Crossing.ofOption(element, text(element));
            add(value, text, columnHeading(element, text), Source.OPTION, block(element));
        }
    }

    private void handler(Element element, String script) {
        List<String> addresses = ScriptAddresses.ofHandler(script);
        for (String address : addresses.isEmpty() ? keyed.ofHandler(script) : addresses) {
            add(address, label(element), row(element), Source.ANCHOR, block(element));
        }
    }

    private void scripts(Document document) {
        boolean almostEmpty = document.body().text().length() < ALMOST_EMPTY;
        for (Element script : document.select("script")) {
            String code = script.data();
            if (almostEmpty) {
                ScriptAddresses.sentOn(code).forEach(address -> add(address, "", "", Source.REDIRECT));
            }
            ScriptAddresses.opened(code).forEach(address -> add(address, "", "", Source.SCRIPT));
            ScriptAddresses.files(code).forEach(address -> add(address, "", "", Source.SCRIPT));
            for (ScriptAddresses.Written written : ScriptAddresses.anchors(code)) {
                add(written.href(), Wording.fold(written.text()), "", Source.ANCHOR);
            }
        }
    }

    /** Hanweb column pages carry their rows as XML text with HTML inside; so does the answer of the data proxy. */
    private void records(Document document, String source) {
        List<String> rows = CdataElements.named("record", source);
        for (String row : rows) {
            Jsoup.parseBodyFragment(row, facts.base()).select("a[href]").forEach(this::anchor);
        }
        List<Element> groups = CdataElements.named("nextgroup", source).stream()
                .flatMap(group -> Jsoup.parseBodyFragment(group, facts.base()).select("a[href]").stream())
                .toList();
        groups.forEach(link -> add(link.attr("href"), "下一页", "", Source.PAGER));
        // many lists carry an empty group, or one that answers nothing, and have further rows all the same
        found.addAll(Hanweb.pages(document, facts, rows.size()));
    }

    private void add(String href, String text, String row, Source source) {
        add(href, text, row, source, FoundLink.NO_BLOCK);
    }

    private void add(String href, String text, String row, Source source, int block) {
        if (found.size() < MAX_FOUND) {
            facts.resolve(href)
                    .map(Viewers::shown)
                    .filter(url -> !PathShape.isUseless(url))
                    .ifPresent(url -> found.add(new FoundLink(url, cut(text), cut(row), source, block)));
        }
    }

    /** The words of a link; the title attribute where the words were cut short, the picture's where there are none. */
    private static String label(Element element) {
        String own = text(element);
        String title = Wording.fold(element.attr("title"));
        boolean cut = own.endsWith("…") || own.endsWith("...");
        if (!title.isEmpty() && (own.isEmpty() || cut || title.length() > own.length() && title.startsWith(own))) {
            return title;
        }
        Element picture = own.isEmpty() ? element.selectFirst("img[alt], img[title]") : null;
        if (picture != null) {
            return Wording.fold(picture.attr(picture.hasAttr("alt") ? "alt" : "title"));
        }
        return own.isEmpty() ? Wording.fold(element.attr("alt")) : own;
    }

    private static String text(Element element) {
        return Wording.fold(boundedText(element, TEXT_NODES));
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    /** The row around a link, but only a small one: a layout table is no row. */
    private static String row(Element element) {
        String crossing = Crossing.of(element, ROW_NODES);
        if (!crossing.isEmpty()) {
            return crossing;
        }
        String heading = columnHeading(element, text(element));
        if (!heading.isEmpty()) {
            return heading;
        }
        Element parent = element.parent();
        for (int level = 0; parent != null && level < ROW_LEVELS; level++, parent = parent.parent()) {
            if (ROWS.contains(parent.normalName())) {
                String text = boundedText(parent, ROW_NODES);
                if (text.isEmpty()) {
                    return "";
                }
                if (!parent.normalName().equals("p") || !Wording.fold(text).equals(text(element))) {
                    return Wording.fold(text);
                }
            }
        }
        return "";
    }

    /** Of a link that says "more" or a year: the heading over it, if that names the column of reports. */
    private static String columnHeading(Element link, String text) {
        if (!Wording.isMore(text) && !Wording.isYear(text)) {
            return "";
        }
        String heading = Headings.of(link, element -> Wording.fold(boundedText(element, HEADING_NODES)));
        return Wording.isReportColumn(heading) ? heading : "";
    }

    /** What holds the link's row, or where it stands in none, what holds the link beside others. */
    private int block(Element element) {
        Element at = element.parent();
        Element outside = null;
        for (int level = 0; at != null && level < ROW_LEVELS; level++, at = at.parent()) {
            if (ROWS.contains(at.normalName())) {
                return at.parent() == null ? FoundLink.NO_BLOCK : number(at.parent());
            }
            outside = outside == null && at.childrenSize() > 1 ? at : outside;
        }
        return outside == null ? FoundLink.NO_BLOCK : number(outside);
    }

    private int number(Element block) {
        return blocks.computeIfAbsent(block, b -> blocks.size());
    }

    /** The text below an element; empty where that is more than so many nodes, so that no page makes this slow. */
    private static String boundedText(Element root, int maxNodes) {
        StringBuilder text = new StringBuilder();
        Node node = root.childNodeSize() > 0 ? root.childNode(0) : null;
        for (int seen = 0; node != null; seen++) {
            if (seen > maxNodes) {
                return "";
            }
            if (node instanceof TextNode words) {
                String whole = words.getWholeText();
                text.append(whole, 0, Math.min(whole.length(), LONGEST_WORDS));
            }
            node = following(node, root);
        }
        return text.toString();
    }

    private static Node following(Node node, Element root) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node at = node;
        while (at != null && at != root) {
            if (at.nextSibling() != null) {
                return at.nextSibling();
            }
            at = at.parent();
        }
        return null;
    }
}
