package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewDigestsTest {
    @TempDir
    private Path folder;

    private int files;

    /** Of a view with two columns that holds these rows. */
    private String digest(String... rows) throws IOException {
        try (Database database = Database.open(folder.resolve("catalog" + files++), Database.Mode.BUILD)) {
            database.script("CREATE TABLE t (a, b);\nCREATE VIEW v AS SELECT a, b FROM t;\n");
            for (String row : rows) {
                database.update("INSERT INTO t VALUES (" + row + ")");
            }
            return ViewDigests.of("v", database);
        }
    }

    @Test
    void theOrderInWhichRowsWereWrittenDoesNotCount() throws IOException {
        assertThat(digest("1, 'x'", "2, 'y'")).isEqualTo(digest("2, 'y'", "1, 'x'"));
    }

    @Test
    void aRowMoreOrLessCounts() throws IOException {
        assertThat(digest("1, 'x'", "1, 'x'")).isNotEqualTo(digest("1, 'x'"));
    }

    @Test
    void everyTypeAndEveryByteCounts() throws IOException {
        assertThat(Stream.of(
                        digest("1, 'x'"),
                        digest("1.0, 'x'"),
                        digest("'1', 'x'"),
                        digest("NULL, 'x'"),
                        digest("'-', 'x'"),
                        digest("'', 'x'"),
                        digest("0.1, 'x'"),
                        digest("0.10000000000000002, 'x'")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatStandsBehindAZeroByteCounts() throws IOException {
        assertThat(digest("'a' || char(0) || 'b', 1")).isNotEqualTo(digest("'a' || char(0) || 'c', 1"));
    }

    @Test
    void noTwoTextsRunIntoOne() throws IOException {
        assertThat(digest("'ab', 'c'")).isNotEqualTo(digest("'a', 'bc'"));
        assertThat(digest("'a', 'b'", "'c', 'd'")).isNotEqualTo(digest("'a', 'btext1:ctext1:d'"));
    }
}
