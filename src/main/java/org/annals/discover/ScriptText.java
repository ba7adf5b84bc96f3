package org.annals.discover;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The scripts of one page, as text: which address a call such as {@code toPage(2)} would go to, where that is put
 * together from texts, variables of the script and the call's first argument. Nothing is run; what is more than that
 * is left.
 */
final class ScriptText {
    private static final int MAX_SCRIPT = 200_000;
    private static final int MAX_BODY = 800;
    private static final int DEEPEST = 5;
    private static final int LONGEST = 2_000;

    /** The call with its first argument. */
    private static final Pattern CALL = Pattern.compile(
            "(?:javascript:)?\\s*(?:return\\s+)?([A-Za-z_$][\\w$]{0,40})\\(\\s*(?:[\"']?(\\d{1,4})[\"']?|(this\\.value)|this\\.options\\[[^\\]]{1,60}\\]\\.value)\\s*[,)].*",
            Pattern.DOTALL);

    private static final Pattern SENT_TO = Pattern.compile(
            "(?:location(?:\\.href)?\\s*=(?!=)\\s*|(?:location\\.(?:replace|assign)|open)\\()([^;\\n}]{1,300})");
    private static final Pattern PART = Pattern.compile(
            "\\s*(?:\"([^\"]*)\"|'([^']*)'|\\(?\\s*([A-Za-z_$][\\w$.]*)\\s*\\)?|(\\d{1,9}))\\s*(?:\\+|$)");

    private final String code;

    ScriptText(Document document) {
        StringBuilder scripts = new StringBuilder();
        for (Element script : document.select("script")) {
            String data = script.data();
            if (scripts.length() + data.length() <= MAX_SCRIPT) {
                scripts.append(data).append('\n');
            }
        }
        code = scripts.toString();
    }

    /** A function of the page, called with an argument. */
    record Called(String body, Map<String, String> known) {}

    /**
     * What a handler calls.
     *
     * @param thisValue stands for {@code this.value} and the like
     */
    Optional<Called> called(String handler, String thisValue) {
        Matcher call = CALL.matcher(handler);
        if (!call.matches()) {
            return Optional.empty();
        }
        String argument = call.group(2) != null ? call.group(2) : thisValue;
        Matcher function = Pattern.compile("function\\s+" + Pattern.quote(call.group(1))
                        + "\\s*\\(\\s*([\\w$]+)[^)]*\\)\\s*\\{|\\b" + Pattern.quote(call.group(1))
                        + "\\s*=\\s*function\\s*\\(\\s*([\\w$]+)[^)]*\\)\\s*\\{")
                .matcher(code);
        if (argument.isEmpty() || !function.find()) {
            return Optional.empty();
        }
        String body = code.substring(function.end(), Math.min(code.length(), function.end() + MAX_BODY));
        String parameter = function.group(1) != null ? function.group(1) : function.group(2);
        return Optional.of(new Called(body, Map.of(parameter, argument)));
    }

    /** The address that a handler goes to, itself or by the function that it calls. */
    Optional<String> address(String handler, String thisValue) {
        Matcher sentTo = SENT_TO.matcher(handler);
        if (sentTo.find() && sentTo.group(1).contains("this.")) {
            String expression = sentTo.group(1)
                    .replaceAll("this\\.options\\[[^\\]]{1,60}\\]\\.value", "this.value")
                    .strip();
            return joined(withoutClosing(expression), "", Map.of("this.value", thisValue), 0);
        }
        return called(handler, thisValue).flatMap(this::address);
    }

    private Optional<String> address(Called called) {
        Matcher sentTo = SENT_TO.matcher(called.body());
        return sentTo.find()
                ? joined(withoutClosing(sentTo.group(1).strip()), called.body(), called.known(), 0)
                : Optional.empty();
    }

    /** Of {@code replace('/a' + n)} what stands inside. */
    private static String withoutClosing(String expression) {
        long open = expression.chars().filter(c -> c == '(').count();
        long close = expression.chars().filter(c -> c == ')').count();
        String kept = expression;
        while (close > open && kept.endsWith(")")) {
            kept = kept.substring(0, kept.length() - 1).stripTrailing();
            close--;
        }
        return kept;
    }

    private Optional<String> joined(String expression, String body, Map<String, String> known, int depth) {
        StringBuilder url = new StringBuilder();
        Matcher part = PART.matcher(expression);
        int at = 0;
        while (at < expression.length() && part.find(at) && part.start() == at && part.end() > at) {
            Optional<String> text = part.group(3) == null
                    ? Optional.of(part.group(1) != null ? part.group(1) : part.group(part.group(2) != null ? 2 : 4))
                    : value(part.group(3), body, known, depth);
            if (text.isEmpty() || url.length() > LONGEST) {
                return Optional.empty();
            }
            url.append(text.get());
            at = part.end();
        }
        return at == expression.length() ? Optional.of(url.toString()) : Optional.empty();
    }

    private Optional<String> value(String name, String body, Map<String, String> known, int depth) {
        if (known.containsKey(name)) {
            return Optional.of(known.get(name));
        }
        if (depth >= DEEPEST || name.contains(".")) {
            return Optional.empty();
        }
        Pattern assigned = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "\\s*=(?!=)\\s*([^;\\n,}]{1,300})");
        for (String where : new String[] {body, code}) {
            Matcher assignment = assigned.matcher(where);
            if (assignment.find()) {
                return joined(assignment.group(1).strip(), body, known, depth + 1);
            }
        }
        return Optional.empty();
    }
}
