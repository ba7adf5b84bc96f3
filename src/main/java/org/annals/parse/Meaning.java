package org.annals.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.annals.report.Fields;
import org.annals.report.Generation;

/**
 * What a text means as a cell of tables 2, 3 and 4: the label that it is in each of them. The texts that the form and its variants print are known
 * beforehand; all others are taken for labels as far as {@link Labels} lets them be.
 *
 * @param hasLetter whether it is made of words at all: a number is no label
 * @param row2 the row of table 2, or the name of a group of rows
 * @param name3 the column of table 3, the number of a footnote or page behind the name left out
 */
record Meaning(
        boolean hasLetter,
        Optional<Label> row2,
        Optional<Label> row3,
        Optional<Label> column2,
        Optional<Label> column3,
        Optional<Label> name3,
        Optional<Label> column4) {
    private static final Meaning NO_WORDS = new Meaning(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final Map<String, Meaning> PRINTED = printed();

    static Meaning of(String text) {
        if (!Wording.hasLetter(text)) {
            return NO_WORDS;
        }
        Meaning printed = PRINTED.get(text);
        return printed != null ? printed : worded(text);
    }

    private static Meaning worded(String text) {
        String core = Wording.core(text);
        Optional<Label> column3 = Labels.TABLE3.columnOf(core);
        return new Meaning(
                true,
                Labels.TABLE2.rowOf(core),
                Labels.TABLE3.rowOf(core),
                Labels.TABLE2.columnOf(core),
                column3,
                column3.or(() -> Header3.withoutNumber(text)),
                Labels.TABLE4.columnOf(core));
    }

    private static Map<String, Meaning> printed() {
        Map<String, Meaning> printed = new HashMap<>();
        Stream<String> known =
                Stream.of(Labels.TABLE2, Labels.TABLE3, Labels.TABLE4).flatMap(Labels::texts);
        Stream<String> official = Stream.of(Generation.values())
                .flatMap(generation -> Fields.of(generation).stream())
                .flatMap(field -> Stream.of(field.label().split("/")));
        Stream.concat(known, official).forEach(text -> printed.put(text, worded(text)));
        return printed;
    }
}
