package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the index misses nothing: every part of a text asks for words that the text is indexed under. */
class FoldingTest {
    private static final String TEXT = "2022年共收到Ａ类申请１２３件，其中OA系统“网上”7件。𠮷字也算";

    @Test
    void everyPartOfATextIsFound() {
        Set<String> words = Set.of(Folding.indexed(List.of(TEXT)).split(" "));
        String folded = Folding.folded(TEXT);
        for (int from = 0; from < folded.length(); from++) {
            for (int to = from + 1; to <= folded.length(); to++) {
                if (Character.isLowSurrogate(folded.charAt(from)) || Character.isHighSurrogate(folded.charAt(to - 1))) {
                    continue;
                }
                for (String part : Folding.question(folded.substring(from, to)).split(" (?!\\*)")) {
                    String word = part.replaceAll("[\" *]", "");
                    assertThat(
                                    part.endsWith("*")
                                            ? words.stream().anyMatch(one -> one.startsWith(word))
                                            : words.contains(word) || word.isEmpty())
                            .as(folded.substring(from, to) + " asks for " + part)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void foldingKeepsPlaces() {
        assertThat(Folding.folded("Ａ１（ＯＡ）　x")).isEqualTo("a1(oa) x").hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "，。", "\"*", "( ) - :"})
    void nothingIsAskedWithoutALetter(String text) {
        assertThat(Folding.question(Folding.folded(text))).isEmpty();
    }

    @Test
    void signsOfTheQuestionLanguageAreNotPartOfIt() {
        assertThat(Folding.question("\"政\" or 府*")).isEqualTo("\"政\" * \"or\" \"府\" *");
    }
}
