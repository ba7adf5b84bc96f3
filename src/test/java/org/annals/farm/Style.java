package org.annals.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A way in which portals are built; {@code build} fills one host with it. */
record Style(String name, Consumer<Site> build) {
    static List<Style> all() {
        List<Style> all = new ArrayList<>();
        all.addAll(TrsStyles.all());
        all.addAll(HanwebStyles.all());
        all.addAll(ProductStyles.all());
        all.addAll(HandmadeStyles.all());
        return all;
    }

    /** The list cut into pages of that many rows. */
    static <T> List<List<T>> cut(List<T> list, int size) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            pages.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return pages;
    }

    @Override
    public String toString() {
        return name;
    }
}
