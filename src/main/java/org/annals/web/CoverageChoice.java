package org.annals.web;

import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.annals.government.Level;

/**
 * Which governments and years a reader asks for. A province alone shows what stands directly under it, a parent what stands under that; a level, a status or the
 * whole country show everything below, too.
 */
record CoverageChoice(
        Optional<String> province,
        Optional<Level> level,
        Optional<String> parent,
        Optional<Presence> status,
        Optional<Integer> year,
        Optional<String> after,
        int limit) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final int LIMIT = 100;
    private static final int MOST = 500;

    static CoverageChoice of(Asked asked) {
        return new CoverageChoice(
                asked.text("province"),
                asked.word(
                                "level",
                                Arrays.stream(Level.values()).map(Level::code).toList())
                        .flatMap(Level::ofCode),
                asked.text("parent"),
                asked.word("status", Presence.codes()).map(Presence::ofCode),
                asked.number("year", FIRST_YEAR, LAST_YEAR),
                asked.text("after"),
                asked.limit(LIMIT, MOST));
    }

    /** All that fit, in order. @throws NotFoundResponse if there is no such province or parent */
    List<CoverageBook.Body> of(CoverageBook book) {
        if (province.isPresent() && !book.provinces().contains(province.get())) {
            throw new NotFoundResponse();
        }
        List<CoverageBook.Body> bodies = new ArrayList<>();
        if (parent.isPresent()) {
            CoverageBook.Body above = book.named(province, parent.get()).orElseThrow(NotFoundResponse::new);
            bodies.add(above);
            bodies.addAll(book.under(above));
        } else if (province.isPresent() && level.isEmpty() && status.isEmpty()) {
            bodies.addAll(book.top(province.get()));
        } else {
            bodies.addAll(book.bodies());
        }
        return bodies.stream().filter(this::fits).toList();
    }

    private boolean fits(CoverageBook.Body body) {
        boolean placed = province.map(body.government().province()::equals).orElse(true)
                && level.map(body.government().level()::equals).orElse(true);
        if (!placed || status.isEmpty()) {
            return placed;
        }
        return year.isPresent()
                ? body.presence(year.get()).equals(status)
                : body.rows().stream()
                        .anyMatch(row -> row.status().equals(status.get().code()));
    }

    List<Integer> years(CoverageBook book) {
        return year.map(List::of).orElse(book.years());
    }

    /** One page of them. */
    List<CoverageBook.Body> page(List<CoverageBook.Body> all) {
        int from = 0;
        if (after.isPresent()) {
            while (from < all.size() && !all.get(from).code().equals(after.get())) {
                from++;
            }
            if (from == all.size()) {
                throw new NotFoundResponse();
            }
            from++;
        }
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    /** The query of this choice with another beginning, without the question mark. */
    String query(Optional<String> otherAfter) {
        List<String> parts = new ArrayList<>();
        province.ifPresent(value -> parts.add("province=" + View.encodedPart(value)));
        level.ifPresent(value -> parts.add("level=" + value.code()));
        parent.ifPresent(value -> parts.add("parent=" + View.encodedPart(value)));
        status.ifPresent(value -> parts.add("status=" + value.code()));
        year.ifPresent(value -> parts.add("year=" + value));
        if (limit != LIMIT) {
            parts.add("limit=" + limit);
        }
        otherAfter.ifPresent(value -> parts.add("after=" + View.encodedPart(value)));
        return String.join("&", parts);
    }

    /** The query for what comes behind this page; empty on the last. */
    Optional<String> next(List<CoverageBook.Body> all, List<CoverageBook.Body> page) {
        if (page.isEmpty() || page.get(page.size() - 1) == all.get(all.size() - 1)) {
            return Optional.empty();
        }
        return Optional.of(query(Optional.of(page.get(page.size() - 1).code())));
    }
}
