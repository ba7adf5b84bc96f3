package org.annals.web;

import io.javalin.http.BadRequestResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.annals.government.Level;
import org.annals.report.Generation;

/** Which reports a page is about: each part that is there must hold. */
record Choice(Optional<String> province, Optional<String> level, Optional<Integer> year, Optional<String> generation) {
    static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::code).toList();
    static final List<String> GENERATIONS =
            Arrays.stream(Generation.values()).map(Generation::code).toList();

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** @throws BadRequestResponse where a parameter has no meaning */
    static Choice of(Asked asked, Corpus corpus) {
        return new Choice(
                asked.word("province", corpus.provinces()),
                asked.word("level", LEVELS),
                asked.number("year", FIRST_YEAR, LAST_YEAR),
                asked.word("generation", GENERATIONS));
    }

    Choice withoutYear() {
        return new Choice(province, level, Optional.empty(), generation);
    }

    boolean admits(Corpus.Entry entry) {
        return province.map(name -> entry.government()
                                .map(government -> government.province().equals(name))
                                .orElse(false))
                        .orElse(true)
                && level.map(code -> entry.government()
                                .map(government -> government.level().code().equals(code))
                                .orElse(false))
                        .orElse(true)
                && (year.isEmpty() || year.equals(entry.report().fiscalYear()))
                && generation.map(entry.report().generation()::equals).orElse(true);
    }

    Address in(Address address) {
        return address.with("province", province)
                .with("level", level)
                .with("year", year)
                .with("generation", generation);
    }
}
