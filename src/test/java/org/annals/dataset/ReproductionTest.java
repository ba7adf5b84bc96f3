package org.annals.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import org.annals.archive.Archive;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {
    @TempDir
    private Path folder;

    private Path archive;
    private Path published;

    @BeforeEach
    void publish() throws IOException {
        archive = folder.resolve("archive");
        published = folder.resolve("published");
        PackagedCrawls.firstCrawl(archive);
        PackagedCrawls.export(archive, published, "1", PackagedCrawls.all());
    }

    @Test
    void datasetOfAYearAgoIsReproducedAfterNewerCrawls() throws IOException {
        assertThat(reproduced().differences()).isEmpty();
        PackagedCrawls.secondCrawl(archive);
        WrittenCrawls.run(archive, "2026-04-01", crawl -> crawl.page(WrittenCrawls.REPORT, 404, "gone"));
        Reproduction.Result result = reproduced();
        assertThat(result.differences()).isEmpty();
        assertThat(result.files()).isEqualTo(PackagedCrawls.files(published).size());
        assertThat(result.edition().number()).isEqualTo(1);

        Path later = folder.resolve("later");
        PackagedCrawls.export(archive, later, "3", PackagedCrawls.all());
        assertThat(PackagedCrawls.files(later).get("annals.sqlite"))
                .isNotEqualTo(PackagedCrawls.files(published).get("annals.sqlite"));
    }

    @Test
    void changedRowAndAddedFileAreNamed() throws IOException, SQLException {
        Path values = published.resolve("data/values.csv");
        String text = Files.readString(values);
        Files.writeString(values, text.replace("t2.normative.issued,7,", "t2.normative.issued,9,"));
        Files.writeString(published.resolve("README.md"), "more", StandardOpenOption.APPEND);
        Files.delete(published.resolve("CITATION.cff"));
        Files.writeString(published.resolve("notes.txt"), "mine");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + published.resolve("annals.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE versions SET title = 'another'");
        }
        assertThat(reproduced().differences())
                .hasSize(5)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("data/values.csv: differs from line ")
                        .contains("t2.normative.issued,9,")
                        .contains("the archive gives")
                        .contains("t2.normative.issued,7,"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("annals.sqlite: differs from row 1 of the table versions"))
                .anySatisfy(line -> assertThat(line).startsWith("README.md: differs from line "))
                .contains("CITATION.cff: missing in the package", "notes.txt: the archive does not give this file");
    }

    @Test
    void packageOfAnotherArchiveIsToldFromOneThatDiffers() throws IOException {
        Path other = folder.resolve("other");
        PackagedCrawls.secondCrawl(other);
        archive = other;
        assertThatThrownBy(this::reproduced)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("has no commit");
        published = folder;
        assertThatThrownBy(this::reproduced)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no data package");
    }

    private Reproduction.Result reproduced() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        try (Archive opened = Archive.openForReading(archive)) {
            return Reproduction.of(published, opened, PackagedCrawls.SOFTWARE, work);
        }
    }

    @Test
    void onlyTheFormatsThatWerePublishedAreMade() throws IOException {
        published = folder.resolve("lines");
        PackagedCrawls.export(archive, published, "1", EnumSet.of(Format.JSONL));
        assertThat(reproduced().differences()).isEmpty();
        assertThat(PackageHead.read(published).formats()).containsExactly(Format.JSONL);
    }
}
