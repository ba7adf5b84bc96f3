package org.annals.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.annals.capture.Payload;
import org.annals.parse.ReportParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the corpus comes out as its expectation says; the table of accuracy is printed at the end. */
class CorpusTest {
    private static final List<Golden> CORPUS = Corpus.read();
    private static final AccuracyTable ACCURACY = new AccuracyTable();

    static Stream<Arguments> files() {
        return CORPUS.stream().map(golden -> Arguments.of(golden.name() + "." + golden.extension(), golden));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFileIsReadAsExpected(String name, Golden golden) {
        Comparison comparison = Comparison.of(golden);
        ACCURACY.add(golden.extension(), comparison.tally);
        assertThat(comparison.faults).as(name).isEmpty();
        assertThat(comparison.tally.silent).as("silent errors in " + name).isZero();
    }

    @Test
    void thereAreFilesOfEveryKind() {
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(CORPUS)
                .extracting(Golden::extension)
                .contains(
                        "html", "txt", "md", "docx", "doc", "rtf", "pdf", "xlsx", "xls", "xml", "mht", "zip", "7z",
                        "tar", "tgz", "gz", "rar", "ofd", "png", "bin");
    }

    @Test
    void theSameBytesGiveTheSameReportEveryTime() {
        for (Golden golden : CORPUS) {
            Payload payload = Comparison.payload(golden);
            assertThat(ReportParser.parse(payload)).as(golden.name()).isEqualTo(ReportParser.parse(payload));
        }
    }

    @Test
    void theFilesAreAsTheirGeneratorWritesThem() {
        List<Golden> made = GoldenFiles.all();
        assertThat(made)
                .extracting(Golden::name)
                .containsExactlyInAnyOrderElementsOf(
                        CORPUS.stream().map(Golden::name).toList());
        for (Golden golden : CORPUS) {
            Golden again = made.stream()
                    .filter(other -> other.name().equals(golden.name()))
                    .findFirst()
                    .orElseThrow();
            if (golden.isText()) { // office programs write the time into their files
                assertThat(golden.bytes()).as(golden.name()).isEqualTo(again.bytes());
            }
            assertThat(golden.expected().toString())
                    .as(golden.name())
                    .isEqualTo(again.expected().toString());
        }
    }

    @AfterAll
    static void showAccuracy() {
        System.out.println(ACCURACY);
    }
}
