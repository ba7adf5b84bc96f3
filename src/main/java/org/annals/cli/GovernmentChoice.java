package org.annals.cli;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.annals.government.Government;

/** Finds the one government that somebody means by a code, a name or a part of a name. */
final class GovernmentChoice {
    private static final int MOST_NAMED = 20;

    private GovernmentChoice() {}

    /** Names by code. */
    static Map<String, String> names(List<Government> governments) {
        Map<String, String> names = new TreeMap<>();
        governments.forEach(government -> names.put(government.code(), government.name()));
        return names;
    }

    /**
     * @param names of all governments by code
     * @return its code
     * @throws UsageError if none or several are meant; it lists them
     */
    static String of(String said, Map<String, String> names) {
        String text = said.strip();
        if (names.containsKey(text)) {
            return text;
        }
        Map<String, String> exact = new TreeMap<>(names);
        exact.values().removeIf(name -> !name.equals(text));
        Map<String, String> meant = exact;
        if (exact.isEmpty()) {
            meant = new TreeMap<>(names);
            meant.values().removeIf(name -> text.isEmpty() || !name.contains(text));
        }
        if (meant.size() == 1) {
            return meant.keySet().iterator().next();
        }
        throw new UsageError(meant.isEmpty() ? none(text, names.size()) : several(text, meant));
    }

    private static String none(String text, int known) {
        return "no government with the code or name '" + text + "' among the " + known
                + " of this archive; 'annals status' lists them";
    }

    private static String several(String text, Map<String, String> meant) {
        StringJoiner list = new StringJoiner(", ");
        meant.entrySet().stream().limit(MOST_NAMED).forEach(e -> list.add(e.getKey() + " " + e.getValue()));
        String more = meant.size() > MOST_NAMED ? " and " + (meant.size() - MOST_NAMED) + " more" : "";
        return "'" + text + "' may be any of " + meant.size() + ": " + list + more + "; say the code";
    }
}
