package org.annals.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The declarations of a {@code style} attribute that say whether and where a text is seen, without blanks and in lower case; of two for one property the later counts. */
record Style(Map<String, String> declarations) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+|/\\*.*?\\*/");
    /** The properties that are asked for; most styles of a page have none of them. */
    private static final Set<String> READ = Set.of(
            "display",
            "visibility",
            "mso-hide",
            "opacity",
            "font-size",
            "text-decoration",
            "text-decoration-line",
            "text-line-through",
            "unicode-bidi",
            "vertical-align",
            "position",
            "float",
            "mso-text-raise",
            "color");

    private static final Style NONE = new Style(Map.of());
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
        String plain = text.contains("/*") ? BLANKS.matcher(text).replaceAll("") : text;
        Map<String, String> declarations = null;
        for (int from = 0; from < plain.length(); ) {
            int end = plain.indexOf(';', from);
            end = end < 0 ? plain.length() : end;
            int colon = plain.indexOf(':', from);
            if (colon > from && colon < end) {
                String name = plain(plain.substring(from, colon));
                if (READ.contains(name)) {
                    declarations = declarations == null ? new LinkedHashMap<>() : declarations;
                    declarations.put(
                            name, plain(plain.substring(colon + 1, end)).replace("!important", ""));
                }
            }
            from = end + 1;
        }
        return declarations == null ? NONE : new Style(declarations);
    }

    /** Without blanks, in lower case. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
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
