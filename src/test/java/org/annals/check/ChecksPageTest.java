package org.annals.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that tells people what each check means. */
class ChecksPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/checks.md");

    @Test
    void everyCheckHasItsChapterAndNoChapterIsOfNone() throws IOException {
        List<String> chapters = Pattern.compile("(?m)^### `([^`]+)`$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(chapters).containsExactlyInAnyOrderElementsOf(CheckCode.codes());
    }

    @Test
    void everyChapterHasFormulaSourceMeaningAndExample() throws IOException {
        String[] chapters = Files.readString(PAGE).split("(?m)^### ");
        assertThat(Arrays.stream(chapters).skip(1))
                .allSatisfy(chapter -> assertThat(chapter)
                        .contains("\n- Formula: ", "\n- Source: ", "\n- A failure usually means: ", "\n- Example: "));
    }

    @Test
    void codesAreLowerCaseAndBeginWithWhatIsChecked() {
        assertThat(CheckCode.codes())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("(t[1-4]|text|x)\\.[a-z_]+|rendition_[a-z]+"));
    }
}
