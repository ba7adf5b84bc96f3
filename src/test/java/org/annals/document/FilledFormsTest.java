package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.annals.report.Report;
import org.annals.report.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of every form, in every kind of file: the same values as in its web page, blanks blank. */
class FilledFormsTest {
    static Stream<String> files() {
        return Stream.concat(
                Stream.of("html", "docx", "doc", "xlsx", "xls", "pdf", "unruled.pdf", "rtf")
                        .flatMap(kind ->
                                Stream.of("distinct", "yanshi", "pingdingshan").map(form -> form + "." + kind)),
                Stream.of("distinct.numbered.pdf"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCellIsRight(String file) throws IOException {
        String form = file.substring(0, file.indexOf('.'));
        assertThat(Forms.wrong(form, Forms.report(Forms.bytes(file)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void titleYearAndSectionsAreThoseOfTheWebPage(String file) throws IOException {
        Report page = Forms.report(Forms.bytes(file.substring(0, file.indexOf('.')) + ".html"));
        Report report = Forms.report(Forms.bytes(file));
        assertThat(report.title()).isEqualTo(page.title());
        assertThat(report.fiscalYear()).isEqualTo(page.fiscalYear());
        assertThat(report.publisher()).isEqualTo(page.publisher());
        for (Section section : Section.values()) {
            assertThat(squeezed(report, section)).as(section.code()).isEqualTo(squeezed(page, section));
        }
    }

    private static String squeezed(Report report, Section section) {
        return report.sections().getOrDefault(section, "").replaceAll("\\s", "");
    }
}
