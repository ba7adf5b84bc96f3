package org.annals.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of the pages: {@code texts/AREA.LANGUAGE.properties}, patterns of {@link MessageFormat}; a key begins with its area. */
final class Texts {
    static final List<String> AREAS = List.of(
            "layout",
            "api",
            "coverage",
            "government",
            "report",
            "cell",
            "check",
            "capture",
            "replay",
            "timeline",
            "revisions",
            "explore",
            "search",
            "sql",
            "crawl");

    private static final Map<Language, Map<String, String>> ALL = load();

    private Texts() {}

    /** @throws IllegalArgumentException if there is no such key, which a test rules out */
    static String text(Language language, String key, Object... arguments) {
        String pattern = ALL.get(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language.code());
        }
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    static boolean has(Language language, String key) {
        return ALL.get(language).containsKey(key);
    }

    static Set<String> keys(Language language) {
        return new TreeSet<>(ALL.get(language).keySet());
    }

    private static Map<Language, Map<String, String>> load() {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> words = new HashMap<>();
            for (String area : AREAS) {
                String name = "texts/" + area + "." + language.code() + ".properties";
                Properties properties = new Properties();
                try (InputStream in = Texts.class.getResourceAsStream(name)) {
                    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(name, e);
                }
                properties.forEach((key, word) -> words.put((String) key, (String) word));
            }
            all.put(language, Map.copyOf(words));
        }
        return all;
    }
}
