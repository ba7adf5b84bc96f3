package org.annals.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Some portals (Guangdong's gkmlpt, sites on WordPress) send the article as HTML inside a JSON string and let a script put it on the page. Read only where
 * the page itself has no article and exactly one string of its scripts is one.
 */
record ScriptBody(String html, Map<String, String> meta) {
    private static final Pattern NAME =
            Pattern.compile("[\"']?(?:content|rendered|contentHtml|articleContent|txt|body)[\"']?\\s*:\\s*([\"'])");
    private static final Pattern DATE = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}.{0,12}");
    private static final int SHORTEST = 200;
    private static final int STRINGS_LOOKED_AT = 200;
    private static final List<String> MARKS = List.of("信息公开", "政务公开");

    static Optional<ScriptBody> of(Document page) {
        Map<String, ScriptBody> found = new LinkedHashMap<>();
        for (Element script : page.select("script")) {
            String data = script.data();
            Matcher name = NAME.matcher(data);
            int looked = 0;
            int from = 0;
            while (looked++ < STRINGS_LOOKED_AT && name.find(from)) {
                char quote = name.group(1).charAt(0);
                Optional<String> text = string(data, name.end(), quote);
                from = name.end() + text.map(String::length).orElse(0);
                text.map(ScriptBody::decoded)
                        .filter(ScriptBody::isArticle)
                        .ifPresent(html -> found.put(html, new ScriptBody(html, meta(data))));
                if (from > data.length()) {
                    break;
                }
            }
        }
        return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
    }

    private static boolean isArticle(String text) {
        return text.length() >= SHORTEST
                && text.indexOf('<') >= 0
                && text.indexOf("</") >= 0
                && MARKS.stream().anyMatch(text::contains);
    }

    /** What stands beside the article in the same object. */
    private static Map<String, String> meta(String data) {
        Map<String, String> meta = new LinkedHashMap<>();
        named(data, "title").ifPresent(title -> meta.put("articletitle", title));
        named(data, "publisher").ifPresent(publisher -> meta.put("contentsource", publisher));
        named(data, "display_publish_time")
                .or(() -> named(data, "date"))
                .filter(date -> DATE.matcher(date).matches())
                .ifPresent(date -> meta.put("pubdate", date));
        return meta;
    }

    private static Optional<String> named(String data, String name) {
        int at = data.indexOf('"' + name + '"');
        Matcher value = Pattern.compile("\\s*:\\s*\"").matcher(data);
        int behind = at + name.length() + 2;
        return at >= 0 && value.region(behind, data.length()).lookingAt()
                ? string(data, value.end(), '"').map(ScriptBody::decoded).map(Spaces::clean)
                : Optional.empty();
    }

    /** The string literal that begins at an index, escapes and all. */
    private static Optional<String> string(String data, int from, char quote) {
        for (int i = from; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return Optional.of(data.substring(from, i));
            }
        }
        return Optional.empty();
    }

    /** JSON escapes resolved (RFC 8259, section 7). */
    private static String decoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case 'n', 'r', 't', 'b', 'f' -> out.append(' ');
                case 'u' -> {
                    int code = hex(text, i + 1);
                    if (code < 0) {
                        return "";
                    }
                    out.append((char) code);
                    i += 4;
                }
                default -> out.append(escape);
            }
        }
        return out.toString();
    }

    private static int hex(String text, int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
