package org.annals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The two READMEs say the same: the same headings in depth and order, the same blocks of code, tables of the same shape, figures, commands and links. */
class ReadmeTest {
    private static final Path ENGLISH = Path.of("README.md");
    private static final Path CHINESE = Path.of("README.zh-CN.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,.]*\\d|\\d");

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static String withoutCode(Path file) throws IOException {
        return BLOCK.matcher(Files.readString(file)).replaceAll("");
    }

    @Test
    void headingsHaveTheSameDepthAndOrder() throws IOException {
        assertThat(found(HEADING, withoutCode(CHINESE))).isEqualTo(found(HEADING, withoutCode(ENGLISH)));
    }

    @Test
    void blocksOfCodeAreTheSame() throws IOException {
        assertThat(found(BLOCK, Files.readString(CHINESE))).isEqualTo(found(BLOCK, Files.readString(ENGLISH)));
    }

    @Test
    void tablesHaveTheSameShapeAndFigures() throws IOException {
        List<String> english = found(ROW, withoutCode(ENGLISH));
        List<String> chinese = found(ROW, withoutCode(CHINESE));
        assertThat(chinese).hasSameSizeAs(english);
        for (int i = 0; i < english.size(); i++) {
            assertThat(chinese.get(i).split("\\|", -1))
                    .as(chinese.get(i))
                    .hasSameSizeAs(english.get(i).split("\\|", -1));
            assertThat(found(FIGURE, chinese.get(i)).stream().sorted().toList())
                    .as(chinese.get(i))
                    .isEqualTo(found(FIGURE, english.get(i)).stream().sorted().toList());
        }
    }

    @Test
    void commandsOptionsAndLinksAreTheSame() throws IOException {
        assertThat(found(CODE, withoutCode(CHINESE)))
                .containsExactlyInAnyOrderElementsOf(found(CODE, withoutCode(ENGLISH)));
        assertThat(found(LINK, withoutCode(CHINESE)))
                .containsExactlyInAnyOrderElementsOf(found(LINK, withoutCode(ENGLISH)));
    }
}
