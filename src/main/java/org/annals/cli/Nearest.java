package org.annals.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was most likely meant by a mistyped one. */
final class Nearest {
    private Nearest() {}

    /** The one that takes the fewest letters put in, taken out or changed; the first of several. */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream().min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** Levenshtein's. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
