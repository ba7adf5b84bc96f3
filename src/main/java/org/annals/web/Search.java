package org.annals.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.catalog.Exploration;
import org.annals.catalog.Folding;
import org.annals.catalog.LatestReport;
import org.annals.government.Government;
import org.annals.report.Section;

/**
 * One search. A report is found where each of the words, parted by spaces, stands in its title, its publisher or its chapters. Reports with all words in the title
 * come first, then those with all of them in title or publisher, then the others; among equals the newest fiscal year, then the code of the government decides.
 */
final class Search {
    private static final int MOST_WORDS = 8;

    /** How many reports are read for one page where many candidates turn out not to hold the words. */
    private static final int MOST_READ = 400;

    private static final int SNIPPETS = 2;

    private final Corpus corpus;
    private final Choice choice;
    private final Optional<Section> section;
    private final List<String> terms;

    /** @param section where only this chapter is searched, and no title */
    Search(Corpus corpus, Choice choice, Optional<Section> section, String words) {
        this.corpus = corpus;
        this.choice = choice;
        this.section = section;
        this.terms = Arrays.stream(Folding.folded(words).strip().split("\\s+"))
                .filter(term -> term.codePoints().anyMatch(Character::isLetterOrDigit))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** @param from number of the candidate to begin with */
    SearchResult run(Exploration exploration, int from, int limit) throws IOException {
        List<Integer> candidates = candidates(exploration);
        List<SearchResult.Hit> hits = new ArrayList<>();
        int at = from;
        int last = Math.min(candidates.size(), from + MOST_READ);
        while (at < last && hits.size() < limit) {
            hit(exploration, corpus.entries().get(candidates.get(at))).ifPresent(hits::add);
            at++;
        }
        boolean exact = section.isEmpty() && terms.stream().allMatch(term -> term.codePointCount(0, term.length()) < 3);
        return new SearchResult(
                hits, candidates.size(), exact, at < candidates.size() ? Optional.of(at) : Optional.empty());
    }

    private List<Integer> candidates(Exploration exploration) throws IOException {
        int size = corpus.entries().size();
        BitSet all = new BitSet(size);
        BitSet inTitle = new BitSet(size);
        BitSet inHead = new BitSet(size);
        for (int i = 0; i < size; i++) {
            if (choice.admits(corpus.entries().get(i))) {
                all.set(i);
                if (section.isEmpty()) {
                    inTitle.set(i, holdsAll(corpus.entries().get(i).title()));
                    inHead.set(i, holdsAllInHead(corpus.entries().get(i)));
                }
            }
        }
        for (String term : terms) {
            all.and(holding(exploration, term, all));
        }
        List<Integer> ranked = new ArrayList<>(all.cardinality());
        all.stream().filter(inTitle::get).forEach(ranked::add);
        all.stream().filter(i -> inHead.get(i) && !inTitle.get(i)).forEach(ranked::add);
        all.stream().filter(i -> !inHead.get(i) && !inTitle.get(i)).forEach(ranked::add);
        return ranked;
    }

    private BitSet holding(Exploration exploration, String term, BitSet among) throws IOException {
        BitSet holding = new BitSet(corpus.entries().size());
        if (section.isEmpty()) {
            among.stream().filter(i -> inHead(corpus.entries().get(i), term)).forEach(holding::set);
        }
        for (long content : exploration.contentsWith(term)) {
            for (int place : corpus.places(content)) {
                holding.set(place);
            }
        }
        return holding;
    }

    private boolean holdsAll(String title) {
        return terms.stream().allMatch(title::contains);
    }

    private boolean holdsAllInHead(Corpus.Entry entry) {
        return terms.stream().allMatch(term -> inHead(entry, term));
    }

    private static boolean inHead(Corpus.Entry entry, String term) {
        return entry.title().contains(term) || entry.publisher().contains(term);
    }

    /** Empty where a word only seemed to stand there. */
    private Optional<SearchResult.Hit> hit(Exploration exploration, Corpus.Entry entry) throws IOException {
        LatestReport report = entry.report();
        Map<Section, String> sections = exploration.sections(report.contentKey());
        if (section.isPresent()) {
            sections.keySet().retainAll(List.of(section.get()));
        }
        List<String> folded = sections.values().stream().map(Folding::folded).toList();
        for (String term : terms) {
            boolean holds =
                    section.isEmpty() && inHead(entry, term) || folded.stream().anyMatch(text -> text.contains(term));
            if (!holds) {
                return Optional.empty();
            }
        }
        List<SearchResult.Snippet> snippets = new ArrayList<>();
        sections.forEach((name, text) -> {
            if (snippets.size() < SNIPPETS) {
                Marks.snippet(text, terms)
                        .ifPresent(pieces -> snippets.add(new SearchResult.Snippet(name.code(), pieces)));
            }
        });
        String where = section.isPresent() || !holdsAllInHead(entry)
                ? "text"
                : holdsAll(entry.title()) ? "title" : "publisher";
        return Optional.of(new SearchResult.Hit(
                report,
                entry.government().map(Government::name).orElse(report.government()),
                where,
                Marks.in(report.title().orElse(report.reportId()), terms),
                Marks.in(report.publisher(), terms),
                snippets));
    }
}
