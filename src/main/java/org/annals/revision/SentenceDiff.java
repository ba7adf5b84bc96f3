package org.annals.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * What was changed in a text, sentence by sentence, by the algorithm of Myers (1986). Sentences are compared as versions are: white space beside Chinese does not
 * count. The pieces that are kept or added make up the later text, those kept or removed the earlier one.
 */
public final class SentenceDiff {
    private static final String ENDS = "。！？；!?;";
    private static final String CLOSES = "”’」』）)】》\"'";
    /** The time that it takes grows with the number of differences; a text beyond this is shown as a whole. */
    private static final int MOST_SENTENCES = 2_000;

    private SentenceDiff() {}

    /** In the order of reading: what was removed before what was added in its place; sentences are given one by one. */
    public static List<Passage> of(String before, String after) {
        List<Passage> passages = new ArrayList<>();
        List<String> old = sentences(before);
        List<String> now = sentences(after);
        if (old.size() > MOST_SENTENCES || now.size() > MOST_SENTENCES) {
            add(passages, Passage.Kind.REMOVED, List.of(before));
            add(passages, Passage.Kind.ADDED, List.of(after));
            return passages;
        }
        int next = 0;
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<AbstractDelta<String>> deltas = DiffUtils.diff(
                        compared(old), compared(now), new MyersDiffWithLinearSpace<>())
                .getDeltas();
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            if (from > next) {
                // the algorithm gives a removal and an addition at one place in any order
                flush(passages, removed, added);
                add(passages, Passage.Kind.KEPT, old.subList(next, from));
            }
            next = from + delta.getSource().size();
            removed.addAll(old.subList(from, next));
            int to = delta.getTarget().getPosition();
            added.addAll(now.subList(to, to + delta.getTarget().size()));
        }
        flush(passages, removed, added);
        add(passages, Passage.Kind.KEPT, old.subList(next, old.size()));
        return passages;
    }

    private static void flush(List<Passage> passages, List<String> removed, List<String> added) {
        add(passages, Passage.Kind.REMOVED, removed);
        add(passages, Passage.Kind.ADDED, added);
        removed.clear();
        added.clear();
    }

    private static void add(List<Passage> passages, Passage.Kind kind, List<String> sentences) {
        for (String sentence : sentences) {
            if (!sentence.isBlank()) {
                passages.add(new Passage(kind, sentence.strip()));
            }
        }
    }

    private static List<String> compared(List<String> sentences) {
        return sentences.stream().map(FoldedText::compared).toList();
    }

    /** Cut behind each mark that ends a sentence, and behind the quotes and brackets that close with it. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            while (i + 1 < text.length() && (ENDS + CLOSES).indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            sentences.add(text.substring(from, i + 1));
            from = i + 1;
        }
        if (from < text.length()) {
            sentences.add(text.substring(from));
        }
        return sentences;
    }
}
