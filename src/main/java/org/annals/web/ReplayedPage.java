package org.annals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An archived page made fit for replay: nothing in it runs, sends or moves on by itself, its links lead to captures, its pictures and style sheets come from the
 * archive. What is overlooked here the headers of the replay origin still forbid.
 */
final class ReplayedPage {
    private static final String DEAD =
            "script, base, object, embed, applet, template, portal, fencedframe, audio, video,"
                    + " meta[http-equiv], meta[charset], meta[name=referrer]";
    /** Attributes that make a browser ask for something, and are not given a target of their own below. */
    private static final Set<String> ASKING = Set.of(
            "href",
            "xlink:href",
            "src",
            "srcset",
            "imagesrcset",
            "lowsrc",
            "dynsrc",
            "background",
            "poster",
            "action",
            "formaction",
            "method",
            "formmethod",
            "formtarget",
            "data",
            "codebase",
            "classid",
            "archive",
            "longdesc",
            "cite",
            "profile",
            "manifest",
            "srcdoc",
            "ping",
            "download",
            "target",
            "http-equiv",
            "attributionsrc",
            "is",
            "nonce",
            "integrity",
            "crossorigin",
            "autofocus",
            "accesskey");
    /** Pictures that a script was to load stand in one of these. */
    private static final List<String> LATER = List.of("data-src", "data-original", "data-lazy-src");

    private static final Pattern RUNNING = Pattern.compile(
            "\\s*(?:javascript|vbscript|livescript|mocha):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String MARK = "data-annals-place";
    private static final String MARK_STYLE = "[" + MARK + "]{outline:4px solid #c25700!important;outline-offset:2px;"
            + "background:#fff0b3!important;color:#111!important;scroll-margin:30vh!important}"
            + "#annals-place{scroll-margin:30vh!important}";

    private final Document page;
    private final String base;

    /** @param url of the capture */
    ReplayedPage(String html, String url) {
        page = Jsoup.parse(html, url);
        Element said = page.selectFirst("base[href]");
        base = said == null ? url : Addresses.absolute(url, said.attr("href")).orElse(url);
    }

    /** What the addresses of the page are relative to. */
    String base() {
        return base;
    }

    /**
     * Marks the element that a way leads to and makes it a target of the name {@code annals-place}.
     *
     * @param path at each step the number of the child element
     * @return whether it leads anywhere
     */
    boolean mark(List<Integer> path) {
        Element at = page;
        for (int step : path) {
            if (step >= at.childrenSize()) {
                return false;
            }
            at = at.child(step);
        }
        page.select("#annals-place").removeAttr("id");
        at.attr(MARK, true);
        at.prependElement("span").attr("id", "annals-place");
        page.head().appendElement("style").appendChild(new DataNode(MARK_STYLE));
        return true;
    }

    /** Every address as written that will be given a target. */
    void addresses(Consumer<String> each) {
        page.select("a[href], area[href], img[src], input[src], frame[src], iframe[src], link[href], image[href]")
                .forEach(element -> each.accept(element.attr(element.hasAttr("src") ? "src" : "href")));
        page.select("[xlink:href]").forEach(element -> each.accept(element.attr("xlink:href")));
        page.select("[background]").forEach(element -> each.accept(element.attr("background")));
        page.select("img").forEach(image -> {
            LATER.forEach(name -> each.accept(image.attr(name)));
            sources(image.attr("srcset")).forEach(each);
        });
        page.select("source[srcset]")
                .forEach(source -> sources(source.attr("srcset")).forEach(each));
        page.select("[style]").forEach(element -> StyleText.addresses(element.attr("style"), each));
        page.select("style").forEach(sheet -> StyleText.addresses(sheet.data(), each));
    }

    /** @param missing words for a link to what was never captured */
    String html(ReplayTargets targets, String missing) {
        page.select(DEAD).remove();
        page.select("link").removeIf(link -> {
            boolean sheet = Set.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
                    .contains("stylesheet");
            if (!sheet) {
                link.remove();
            }
            return !sheet;
        });
        for (Element element : page.getAllElements()) {
            rewrite(element, targets, missing);
        }
        for (Element sheet : page.select("style")) {
            String css = StyleText.rewritten(sheet.data(), targets::part);
            sheet.empty();
            sheet.appendChild(new DataNode(css));
        }
        page.head().prependElement("meta").attr("charset", "utf-8");
        page.outputSettings().prettyPrint(false).charset("UTF-8");
        return page.outerHtml();
    }

    private static void rewrite(Element element, ReplayTargets targets, String missing) {
        Optional<Attribute> link = Optional.empty();
        List<Attribute> kept = new ArrayList<>();
        String name = element.normalName();
        switch (name) {
            case "a", "area" -> link = link(element, targets, missing, kept);
            case "img" -> picture(element, targets, kept);
            case "source" -> sourceSet(element, targets, kept);
            case "input", "button", "select", "textarea" -> {
                target(element, "src", targets::part, "src", kept);
                kept.add(new Attribute("disabled", null));
            }
            case "frame", "iframe" -> {
                target(element, "src", targets::frame, "src", kept);
                kept.add(new Attribute("sandbox", "allow-top-navigation-by-user-activation"));
            }
            case "link", "image" -> {
                target(element, "href", targets::part, "href", kept);
                target(element, "xlink:href", targets::part, "href", kept);
            }
            case "use" -> {
                String href = element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href");
                if (href.startsWith("#")) {
                    kept.add(new Attribute("href", href));
                }
            }
            default -> {}
        }
        target(element, "background", targets::part, "background", kept);
        if (element.hasAttr("style")) {
            kept.add(new Attribute("style", StyleText.rewritten(element.attr("style"), targets::part)));
        }
        link.ifPresent(kept::add);
        removeAsking(element);
        kept.forEach(attribute -> element.attributes().put(attribute));
    }

    private static void removeAsking(Element element) {
        List<String> gone = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")
                    || ASKING.contains(name)
                    || RUNNING.matcher(attribute.getValue()).matches()) {
                gone.add(attribute.getKey());
            }
        }
        gone.forEach(element::removeAttr);
    }

    private static Optional<Attribute> link(
            Element element, ReplayTargets targets, String missing, List<Attribute> kept) {
        String href = element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href");
        if (href.startsWith("#")) {
            return Optional.of(new Attribute("href", href));
        }
        Optional<String> target = targets.link(href);
        if (target.isPresent()) {
            kept.add(new Attribute("target", "_top"));
            kept.add(new Attribute("rel", "noreferrer"));
            if (targets.isMissing(href)) {
                kept.add(new Attribute("title", missing));
            }
        }
        return target.map(address -> new Attribute("href", address));
    }

    private static void picture(Element image, ReplayTargets targets, List<Attribute> kept) {
        target(image, "src", targets::part, "src", kept);
        sourceSet(image, targets, kept);
        boolean shown = kept.stream().anyMatch(attribute -> attribute.getKey().startsWith("src"));
        if (!shown) {
            for (String later : LATER) {
                target(image, later, targets::part, "src", kept);
            }
        }
        if (image.attr("src").regionMatches(true, 0, "data:image/", 0, 11) && kept.isEmpty()) {
            kept.add(new Attribute("src", image.attr("src")));
        }
    }

    private static void sourceSet(Element element, ReplayTargets targets, List<Attribute> kept) {
        List<String> set = new ArrayList<>();
        for (String candidate : element.attr("srcset").split(",\\s+")) {
            String[] parts = candidate.strip().split("\\s+", 2);
            targets.part(parts[0]).ifPresent(address -> set.add(parts.length > 1 ? address + " " + parts[1] : address));
        }
        if (!set.isEmpty()) {
            kept.add(new Attribute("srcset", String.join(", ", set)));
        }
    }

    private static List<String> sources(String set) {
        List<String> sources = new ArrayList<>();
        for (String candidate : set.split(",\\s+")) {
            sources.add(candidate.strip().split("\\s+", 2)[0]);
        }
        return sources;
    }

    /** Where an attribute's address is answered. */
    @FunctionalInterface
    private interface Target {
        Optional<String> of(String written);
    }

    private static void target(Element element, String from, Target target, String to, List<Attribute> kept) {
        if (element.hasAttr(from)) {
            target.of(element.attr(from)).ifPresent(address -> kept.add(new Attribute(to, address)));
        }
    }
}
