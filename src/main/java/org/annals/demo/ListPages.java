package org.annals.demo;

import java.util.ArrayList;
import java.util.List;

/** The articles of a portal's report column, cut into pages of four. */
final class ListPages {
    private static final int PAGE_SIZE = 4;

    private ListPages() {}

    /**
     * @param others what the column lists besides: notices, guides, explanations
     * @param report at which row it stands; left out where it is null
     */
    static List<List<Article>> of(List<Article> others, Article report, int row) {
        List<Article> all = new ArrayList<>(others);
        if (report != null) {
            all.add(row, report);
        }
        List<List<Article>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE_SIZE) {
            pages.add(all.subList(from, Math.min(all.size(), from + PAGE_SIZE)));
        }
        return pages;
    }
}
