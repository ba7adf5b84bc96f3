package org.annals.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Text as it is searched. Folding makes full-width signs narrow and large letters small, sign by sign, so that a place in the folded text is that place in the text.
 * For the index each run of letters and digits becomes its pairs of neighbouring signs and its last sign: what is asked for is found inside of any word, from one
 * sign on, without knowledge of where Chinese words end.
 */
public final class Folding {
    /** Between the full-width forms of ASCII and ASCII. */
    private static final int WIDE = 0xFEE0;

    private Folding() {}

    /** As long as the text. */
    public static String folded(String text) {
        char[] signs = text.toCharArray();
        for (int i = 0; i < signs.length; i++) {
            char sign = signs[i];
            if (sign >= '！' && sign <= '～') {
                sign -= WIDE;
            } else if (sign == '\u3000' || sign == '\u00a0') {
                sign = ' ';
            }
            signs[i] = Character.toLowerCase(sign);
        }
        return new String(signs);
    }

    /** The words of the index for these texts, each once. */
    static String indexed(Collection<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            for (String run : runs(folded(text))) {
                pairs(run, words);
                words.add(run.substring(run.offsetByCodePoints(run.length(), -1)));
            }
        }
        return String.join(" ", words);
    }

    /** The question to the index whose answers include every text that holds the folded words; empty where they have neither letter nor digit. */
    static String question(String folded) {
        List<String> parts = new ArrayList<>();
        for (String run : runs(folded)) {
            Set<String> words = new LinkedHashSet<>();
            pairs(run, words);
            if (words.isEmpty()) {
                parts.add('"' + run + "\" *");
            }
            words.forEach(word -> parts.add('"' + word + '"'));
        }
        return String.join(" ", parts);
    }

    private static void pairs(String run, Set<String> into) {
        int at = 0;
        int next = run.offsetByCodePoints(0, 1);
        while (next < run.length()) {
            int behind = run.offsetByCodePoints(next, 1);
            into.add(run.substring(at, behind));
            at = next;
            next = behind;
        }
    }

    private static List<String> runs(String folded) {
        List<String> runs = new ArrayList<>();
        int from = -1;
        for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
            boolean within = Character.isLetterOrDigit(folded.codePointAt(at));
            if (within && from < 0) {
                from = at;
            } else if (!within && from >= 0) {
                runs.add(folded.substring(from, at));
                from = -1;
            }
        }
        if (from >= 0) {
            runs.add(folded.substring(from));
        }
        return runs;
    }
}
