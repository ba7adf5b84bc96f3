package org.annals.web;

import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.annals.catalog.Catalog;
import org.annals.catalog.RevisionChoice;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import org.annals.report.Section;
import org.annals.revision.RevisionKind;

/**
 * What a reader chose among the revisions.
 *
 * @param government code, name or a part of the name
 * @param item code of a field, or name of a section
 */
record RevisionFilter(
        Optional<RevisionKind> kind,
        Optional<String> government,
        Optional<String> province,
        Optional<Integer> year,
        Optional<LocalDate> since,
        Optional<String> item) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    static RevisionFilter of(Asked asked) {
        Optional<RevisionKind> kind = asked.word(
                        "kind",
                        Arrays.stream(RevisionKind.values())
                                .map(RevisionKind::code)
                                .toList())
                .flatMap(code -> Arrays.stream(RevisionKind.values())
                        .filter(one -> one.code().equals(code))
                        .findFirst());
        Optional<String> item = asked.text("field");
        if (item.filter(code -> !isItem(code)).isPresent()) {
            throw new BadRequestResponse("field");
        }
        return new RevisionFilter(
                kind,
                asked.text("government"),
                asked.text("province"),
                asked.number("year", FIRST_YEAR, LAST_YEAR),
                asked.text("since").map(RevisionFilter::day),
                item);
    }

    private static boolean isItem(String code) {
        return Fields.byCode(code).isPresent()
                || Arrays.stream(Section.values())
                        .anyMatch(section -> section.code().equals(code))
                || Set.of("title", "published_on", "url").contains(code);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequestResponse("since");
        }
    }

    /** Empty where no government is called so. */
    Optional<RevisionChoice> choice(Catalog catalog) throws IOException {
        Set<String> codes = Set.of();
        if (government.isPresent()) {
            codes = catalog.governmentsCalled(government.get());
            if (codes.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Instant> from =
                since.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return Optional.of(new RevisionChoice(from, kind.map(Set::of).orElse(Set.of()), codes, province, year, item));
    }

    /** The query of this choice with its question mark, and further parameters: names and values in turn. */
    String query(String... further) {
        Map<String, String> all = new LinkedHashMap<>();
        kind.ifPresent(one -> all.put("kind", one.code()));
        government.ifPresent(text -> all.put("government", text));
        province.ifPresent(text -> all.put("province", text));
        year.ifPresent(number -> all.put("year", String.valueOf(number)));
        since.ifPresent(day -> all.put("since", day.toString()));
        item.ifPresent(code -> all.put("field", code));
        for (int i = 0; i < further.length; i += 2) {
            all.put(further[i], further[i + 1]);
        }
        String query = all.entrySet().stream()
                .map(one -> one.getKey() + "=" + View.encodedPart(one.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** What can be chosen as the field, in the order of the form. */
    static List<Field> fields() {
        Map<String, Field> all = new LinkedHashMap<>();
        for (Generation generation : List.of(Generation.G2021, Generation.G2019, Generation.PRE2019)) {
            Fields.of(generation).forEach(field -> all.putIfAbsent(field.code(), field));
        }
        return List.copyOf(all.values());
    }
}
