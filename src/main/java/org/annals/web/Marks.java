package org.annals.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.catalog.Folding;

/** Where searched words stand in a text. */
final class Marks {
    private static final int BEFORE = 36;
    private static final int BEHIND = 110;

    /** A part of a text that is, or is not, what was searched. */
    record Piece(String text, boolean found) {}

    private Marks() {}

    /** The text in pieces. @param terms folded */
    static List<Piece> in(String text, List<String> terms) {
        String folded = Folding.folded(text);
        boolean[] found = new boolean[text.length()];
        for (String term : terms) {
            for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
                for (int i = at; i < at + term.length(); i++) {
                    found[i] = true;
                }
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || found[at] != found[from]) {
                pieces.add(new Piece(text.substring(from, at), found[from]));
                from = at;
            }
        }
        return pieces;
    }

    /** A line around the first of the words, in pieces; empty where none stands there. */
    static Optional<List<Piece>> snippet(String text, List<String> terms) {
        String folded = Folding.folded(text);
        int first = terms.stream()
                .mapToInt(folded::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        if (first < 0) {
            return Optional.empty();
        }
        int from = Math.max(0, first - BEFORE);
        for (int at = first - 1; at >= from; at--) {
            if ("。；！？\n".indexOf(text.charAt(at)) >= 0) {
                from = at + 1;
                break;
            }
        }
        int to = Math.min(text.length(), first + BEHIND);
        from = whole(text, from);
        to = whole(text, to);
        String line = (from > 0 && "。；！？\n".indexOf(text.charAt(from - 1)) < 0 ? "…" : "")
                + text.substring(from, to).replace('\n', ' ')
                + (to < text.length() ? "…" : "");
        return Optional.of(in(line, terms));
    }

    /** Not between the halves of a sign. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
