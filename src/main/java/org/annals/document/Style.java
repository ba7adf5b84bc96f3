package org.annals.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The declarations of a {@code style} attribute, without blanks and in lower case; of two for one property the later counts. */
record Style(Map<String, String> declarations) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+|/\\*.*?\\*/");
    private static final Pattern NOTHING = Pattern.compile("[+-]?(?:0+\\.?0*|\\.0+)(?:%|[a-z]*)");
    private static final Pattern WHITE =
            Pattern.compile("white|#fff(?:fff)?|rgba?\\(255,255,255(?:,[0-9.]+)?\\)|transparent");
    private static final List<String> ON_THE_LINE = List.of("", "baseline", "middle", "inherit", "initial", "unset");

    Style {
        declarations = Map.copyOf(declarations);
    }

    static Style of(Element element) {
        return of(element.attr("style"));
    }

    static Style of(String text) {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String declaration :
                BLANKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT).split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        declaration.substring(0, colon),
                        declaration.substring(colon + 1).replace("!important", ""));
            }
        }
        return new Style(declarations);
    }

    private String get(String property) {
        return declarations.getOrDefault(property, "");
    }

    /** Whether nothing of the element is shown. */
    boolean hides() {
        return get("display").equals("none")
                || get("visibility").equals("hidden")
                || get("visibility").equals("collapse");
    }

    /** Whether the element is drawn so that nobody can read it, or only some can. */
    boolean blurs() {
        return get("mso-hide").equals("all")
                || NOTHING.matcher(get("opacity")).matches()
                || NOTHING.matcher(get("font-size")).matches();
    }

    boolean strikesOut() {
        return get("text-decoration").contains("line-through")
                || get("text-decoration-line").contains("line-through")
                || get("text-line-through").contains("single");
    }

    /** Whether characters are shown in another order than they are written in. */
    boolean turnsAround() {
        return get("unicode-bidi").contains("override");
    }

    /** Whether the element stands off the line of the text around it, or cannot be seen on white. */
    boolean setsApart() {
        String raised = get("vertical-align");
        boolean onTheLine =
                ON_THE_LINE.contains(raised) || NOTHING.matcher(raised).matches();
        String place = get("position");
        String flows = get("float");
        return !onTheLine
                || place.equals("absolute")
                || place.equals("fixed")
                || flows.equals("left")
                || flows.equals("right")
                || !get("mso-text-raise").isEmpty()
                || WHITE.matcher(get("color")).matches();
    }
}
