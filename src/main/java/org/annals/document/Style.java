package org.annals.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a {@code style} attribute says of whether and where a text is seen.
 *
 * @param hides whether nothing of the element is shown
 * @param blurs whether the element is drawn so that nobody can read it, or only some can
 * @param strikesOut whether the text no longer counts
 * @param turnsAround whether characters are shown in another order than they are written in
 * @param setsApart whether the element stands off the line of the text around it, or cannot be seen on white
 */
record Style(boolean hides, boolean blurs, boolean strikesOut, boolean turnsAround, boolean setsApart) {
    static final Style NONE = new Style(false, false, false, false, false);
    static final Style HIDDEN = new Style(true, false, false, false, false);

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    /** The properties that hide, set apart or strike out, wherever they are written. */
    static final Set<String> TELLING = Set.of(
            "display",
            "visibility",
            "mso-hide",
            "opacity",
            "font-size",
            "text-decoration",
            "text-decoration-line",
            "unicode-bidi",
            "vertical-align",
            "position",
            "float",
            "mso-text-raise");
    /** Those that count in an element's own attribute only. */
    private static final Set<String> OWN = Set.of("text-line-through", "color");

    private static final Pattern NOTHING = Pattern.compile("[+-]?(?:0+\\.?0*|\\.0+)(?:%|[a-z]*)");
    private static final Pattern WHITE =
            Pattern.compile("white|#fff(?:fff)?|rgba?\\(255,255,255(?:,[0-9.]+)?\\)|transparent");
    private static final List<String> ON_THE_LINE = List.of("", "baseline", "middle", "inherit", "initial", "unset");

    /** @param text declarations as written; of two for one property the later counts */
    static Style of(String text) {
        Map<String, String> declarations = declarations(text);
        if (declarations.isEmpty()) {
            return NONE;
        }
        Values values = property -> declarations.getOrDefault(property, "");
        return new Style(hides(values), blurs(values), strikesOut(values), turnsAround(values), setsApart(values));
    }

    /** The values of properties, without blanks and in lower case; empty for those that are not there. */
    private interface Values {
        String get(String property);

        default boolean is(String property, String... any) {
            return List.of(any).contains(get(property));
        }
    }

    private static Map<String, String> declarations(String text) {
        String plain = text.contains("/*") ? COMMENT.matcher(text).replaceAll("") : text;
        Map<String, String> declarations = new HashMap<>();
        for (int from = 0; from < plain.length(); ) {
            int end = plain.indexOf(';', from);
            end = end < 0 ? plain.length() : end;
            int colon = plain.indexOf(':', from);
            if (colon > from && colon < end) {
                String name = plain(plain.substring(from, colon));
                if (TELLING.contains(name) || OWN.contains(name)) {
                    declarations.put(
                            name, plain(plain.substring(colon + 1, end)).replace("!important", ""));
                }
            }
            from = end + 1;
        }
        return declarations;
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

    private static boolean hides(Values values) {
        return values.is("display", "none") || values.is("visibility", "hidden", "collapse");
    }

    private static boolean blurs(Values values) {
        return values.is("mso-hide", "all")
                || NOTHING.matcher(values.get("opacity")).matches()
                || NOTHING.matcher(values.get("font-size")).matches();
    }

    private static boolean strikesOut(Values values) {
        return values.get("text-decoration").contains("line-through")
                || values.get("text-decoration-line").contains("line-through")
                || values.get("text-line-through").contains("single");
    }

    private static boolean turnsAround(Values values) {
        return values.get("unicode-bidi").contains("override");
    }

    private static boolean setsApart(Values values) {
        String raised = values.get("vertical-align");
        boolean onTheLine =
                ON_THE_LINE.contains(raised) || NOTHING.matcher(raised).matches();
        return !onTheLine
                || values.is("position", "absolute", "fixed")
                || values.is("float", "left", "right")
                || !values.get("mso-text-raise").isEmpty()
                || WHITE.matcher(values.get("color")).matches();
    }
}
