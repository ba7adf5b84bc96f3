package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Finds addresses inside script text. Nothing is run: only addresses that stand there whole are seen. */
final class ScriptAddresses {
    private static final int MAX_SCRIPT = 200_000;
    private static final int MAX_FILES = 20;
    /** Not what is only the beginning of an address that is put together. */
    private static final String QUOTED = "([\"'])([^\"'\\s+<>]{1,1000})\\1(?!\\s*\\+)";

    private static final Pattern SENT_ON = Pattern.compile("location(?:\\.href)?\\s*=\\s*" + QUOTED
            + "|location\\.(?:replace|assign)\\(\\s*" + QUOTED.replace("\\1", "\\3"));
    private static final Pattern OPENED = Pattern.compile("(?:window\\.)?open\\(\\s*" + QUOTED);
    private static final Pattern ANY_QUOTED = Pattern.compile(QUOTED);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|/|\\.{1,2}/)\\S+|[^/()]\\S*\\.(?:s?html?|jspx?|aspx?|php|pdf|docx?|wps)(?:\\?\\S*)?|[\\w/.-]*\\?\\w+=\\S*");
    private static final Pattern WRITTEN_ANCHOR = Pattern.compile(
            "<a\\s[^>]{0,300}?href\\s*=\\s*\\\\?[\"']([^\"'\\\\+<>]{1,500})\\\\?[\"'][^>]{0,300}>([^<]{0,200})<",
            Pattern.CASE_INSENSITIVE);

    private ScriptAddresses() {}

    /** An address and the words that were written with it, if any. */
    record Written(String href, String text) {}

    /** What a click handler or a javascript: link leads to. */
    static List<String> ofHandler(String script) {
        return matches(ANY_QUOTED, script, 2).stream()
                .filter(text -> ADDRESS.matcher(text).matches())
                .toList();
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Files whose addresses stand in a script, for a viewer to show. */
    static List<String> files(String script) {
        return matches(ANY_QUOTED, script, 2).stream()
                .map(text -> text.replace("\\/", "/"))
                .filter(PathShape::isFile)
                .limit(MAX_FILES)
                .toList();
    }

    /** Where a script sends the reader on. */
    static List<String> sentOn(String script) {
        List<String> found = new ArrayList<>();
        Matcher matcher = SENT_ON.matcher(cut(script));
        while (matcher.find()) {
            found.add(matcher.group(2) != null ? matcher.group(2) : matcher.group(4));
        }
        return found;
    }

    static List<String> opened(String script) {
        return matches(OPENED, script, 2);
    }

    /** Anchors that a script writes into the page. */
    static List<Written> anchors(String script) {
        List<Written> found = new ArrayList<>();
        Matcher matcher = WRITTEN_ANCHOR.matcher(cut(script));
        while (matcher.find()) {
            found.add(new Written(Parser.unescapeEntities(matcher.group(1), true), matcher.group(2)));
        }
        return found;
    }

    private static List<String> matches(Pattern pattern, String script, int group) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(cut(script));
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    private static String cut(String script) {
        return script.length() > MAX_SCRIPT ? script.substring(0, MAX_SCRIPT) : script;
    }
}
