package org.annals.discover;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Addresses that forms lead to. Only ever asked with GET, though the form may name POST: most servers take both. */
final class Forms {
    private static final int MAX_FIELDS = 30;
    private static final Pattern FILLED = Pattern.compile(
            "(?:getElementById\\(\\s*[\"']([\\w.-]+)[\"']\\s*\\)|\\.([\\w]+))\\.value\\s*=\\s*([A-Za-z_$][\\w$]*)"
                    + "|\\$\\(\\s*[\"']#([\\w-]+)[\"']\\s*\\)\\.val\\(\\s*([A-Za-z_$][\\w$]*)\\s*\\)");

    private Forms() {}

    /** The address that a function asks for which fills in one field of a form with its argument and sends it. */
    static Optional<String> sent(Document document, ScriptText.Called called) {
        Matcher filled = FILLED.matcher(called.body());
        while (called.body().contains("submit") && filled.find()) {
            String name = first(filled.group(1), filled.group(2), filled.group(4));
            String value = called.known().get(first(filled.group(3), filled.group(5), ""));
            for (Element field : document.select("form input, form select")) {
                if (value != null
                        && (field.attr("name").equals(name) || field.id().equals(name))) {
                    return address(field, value);
                }
            }
        }
        return Optional.empty();
    }

    /** The address of the field's form with that value in the field, as it stands in the page otherwise. */
    static Optional<String> address(Element field, String value) {
        Element form = field.closest("form");
        if (form == null || field.attr("name").isEmpty()) {
            return Optional.empty();
        }
        StringBuilder query = new StringBuilder();
        int fields = 0;
        for (Element other : form.select("input[name], select[name]")) {
            String type = other.attr("type").toLowerCase(Locale.ROOT);
            boolean same = other == field;
            if (fields++ < MAX_FIELDS && (same || !type.matches("submit|button|image|file|reset|password"))) {
                append(query, other.attr("name"), same ? value : current(other));
            }
        }
        String action = form.attr("action").strip();
        int old = action.indexOf('?');
        return Optional.of((old < 0 ? action : action.substring(0, old)) + query);
    }

    private static String current(Element field) {
        if (!field.normalName().equals("select")) {
            return field.attr("value");
        }
        Element chosen = field.selectFirst("option[selected]");
        chosen = chosen == null ? field.selectFirst("option") : chosen;
        return chosen == null ? "" : chosen.attr("value");
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.length() == 0 ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
