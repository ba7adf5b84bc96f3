package org.annals.web;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses in a style sheet or a style attribute. What a sheet hides from this reading, the content policy of the replay origin keeps from being asked for. */
final class StyleText {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)url\\(\\s*(?:\"([^\"\\n]{0,4000})\"|'([^'\\n]{0,4000})'|([^)\"'\\s]{0,4000}))\\s*\\)"
                    + "|@import\\s+(?:\"([^\"\\n]{0,4000})\"|'([^'\\n]{0,4000})')");
    /** Letters may be written as escapes: those of {@code url} and {@code import} too. */
    private static final Pattern ESCAPED_LETTER =
            Pattern.compile("\\\\(?:0{0,4}([46][1-9a-fA-F]|[57][0-9aA])\\s?|([g-zG-Z]))");

    /** Stands where the address that a sheet names is not archived. */
    private static final String NOTHING = "url(\"data:,\")";

    private StyleText() {}

    static void addresses(String css, Consumer<String> each) {
        ADDRESS.matcher(withoutEscapes(css)).results().map(StyleText::written).forEach(each);
    }

    /** @param target from an address as written to where it is answered; empty where it is not archived */
    static String rewritten(String css, Function<String, Optional<String>> target) {
        return ADDRESS.matcher(withoutEscapes(css))
                .replaceAll(found -> Matcher.quoteReplacement(replacement(found, target.apply(written(found)))));
    }

    private static String withoutEscapes(String css) {
        return css.indexOf('\\') < 0
                ? css
                : ESCAPED_LETTER
                        .matcher(css)
                        .replaceAll(found -> found.group(1) == null
                                ? found.group(2)
                                : String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    private static String replacement(MatchResult found, Optional<String> target) {
        String written = written(found);
        String url = target.map(address -> "url(\"" + address + "\")").orElse(NOTHING);
        boolean imported = found.group().charAt(0) == '@';
        if (!imported && written.regionMatches(true, 0, "data:image/", 0, 11) || written.startsWith("#")) {
            return found.group();
        }
        return imported ? "@import " + url : url;
    }

    private static String written(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }
}
