package org.annals.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentenceDiffTest {
    private static List<String> diff(String before, String after) {
        return SentenceDiff.of(before, after).stream()
                .map(p -> p.kind().code().charAt(0) + p.text())
                .toList();
    }

    @Test
    void oneSentenceReplaced() {
        assertThat(diff("甲。乙二十件。丙。", "甲。乙三十件。丙。")).containsExactly("k甲。", "r乙二十件。", "a乙三十件。", "k丙。");
    }

    @Test
    void nothingBeforeOrAfter() {
        assertThat(diff("", "甲。乙")).containsExactly("a甲。", "a乙");
        assertThat(diff("甲！", "")).containsExactly("r甲！");
        assertThat(diff("", "")).isEmpty();
    }

    @Test
    void closingQuotesStayWithTheirSentence() {
        assertThat(diff("他说“好。”乙。", "他说“好。”")).containsExactly("k他说“好。”", "r乙。");
    }

    @Test
    void whiteSpaceBesideChineseIsNoChange() {
        assertThat(diff("甲 乙。 丙。", "甲乙。丙。")).containsExactly("k甲 乙。", "k丙。");
    }

    @Test
    void thePiecesMakeUpBothTexts() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String before = sentences(random);
            String after = sentences(random);
            assertThat(text(before, after, Passage.Kind.ADDED)).isEqualTo(before);
            assertThat(text(before, after, Passage.Kind.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void aTextOfCountlessSentencesIsShownAsAWhole() {
        String many = "甲。".repeat(100_000);
        assertThat(SentenceDiff.of(many, "乙。"))
                .containsExactly(new Passage(Passage.Kind.REMOVED, many), new Passage(Passage.Kind.ADDED, "乙。"));
    }

    private static String sentences(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "句" + random.nextInt(6) + "。")
                .collect(Collectors.joining());
    }

    private static String text(String before, String after, Passage.Kind without) {
        return SentenceDiff.of(before, after).stream()
                .filter(p -> p.kind() != without)
                .map(Passage::text)
                .collect(Collectors.joining());
    }
}
