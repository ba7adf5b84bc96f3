package org.annals.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.annals.archive.Archive;
import org.annals.catalog.Indexer;
import org.annals.check.CheckResult;
import org.annals.government.Level;
import org.annals.report.Field;
import org.annals.report.Generation;
import org.annals.report.Section;
import org.annals.revision.RevisionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Map<String, String> TABLE_OF_VIEW = Map.of(
            "v_government", "governments",
            "v_publication", "publications",
            "v_report", "versions",
            "v_capture", "captures",
            "v_value", "values",
            "v_section", "sections",
            "v_check", "checks",
            "v_revision", "revisions",
            "v_change", "changes",
            "v_coverage", "coverage");

    @Test
    void everyColumnOfEveryViewIsInThePackage(@TempDir Path archive) throws IOException, SQLException {
        PackagedCrawls.firstCrawl(archive);
        try (Archive opened = Archive.openForReading(archive)) {
            Indexer.catchUp(opened);
        }
        for (Map.Entry<String, String> entry : TABLE_OF_VIEW.entrySet()) {
            assertThat(Tables.named(entry.getValue()).header())
                    .as(entry.getKey())
                    .containsAll(columns(archive, entry.getKey()));
        }
    }

    @Test
    void everyTableHasAKeyAndRefersToOneOfOneColumn() {
        assertThat(Tables.all()).hasSize(14).allSatisfy(table -> {
            assertThat(table.key()).as(table.name()).isNotEmpty().allMatch(Column::required);
            assertThat(table.header()).doesNotHaveDuplicates();
            assertThat(table.titleZh()).isNotEmpty();
            table.columns()
                    .forEach(column -> column.references()
                            .ifPresent(other ->
                                    assertThat(Tables.named(other).key()).hasSize(1)));
        });
    }

    /** SQLite and validators refuse any other word, so a new one must be added there too. */
    @Test
    void allowedWordsAreThoseOfTheProgram() {
        assertThat(allowed("revisions", "kind"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RevisionKind.values())
                        .map(RevisionKind::code)
                        .toList());
        assertThat(allowed("sections", "section"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Section.values()).map(Section::code).toList());
        assertThat(allowed("governments", "level"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Level.values()).map(Level::code).toList());
        assertThat(allowed("versions", "generation"))
                .isEqualTo(allowed("values_wide", "generation"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Generation.values()).map(Generation::code).toList());
        assertThat(allowed("checks", "status"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CheckResult.Status.values())
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(allowed("fields", "generation"))
                .containsAll(Tables.dictionary().stream().map(Field::generation).toList());
    }

    private static List<String> allowed(String table, String column) {
        return Tables.named(table).columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow()
                .allowed();
    }

    @Test
    void everyFieldHasAnEnglishLabelOfItsOwn() {
        assertThat(Tables.dictionary()).hasSize(284).extracting(Tables::english).doesNotHaveDuplicates();
        Field total = Tables.dictionary().stream()
                .filter(field -> field.code().equals("t3.new.total"))
                .findFirst()
                .orElseThrow();
        assertThat(Tables.english(total)).isEqualTo("Table 3: requests / received in the year / total");
    }

    private static List<String> columns(Path archive, String view) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + archive.resolve(Indexer.FILE));
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT * FROM " + view + " LIMIT 0")) {
            for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                names.add(results.getMetaData().getColumnName(i));
            }
        }
        assertThat(names).isNotEmpty();
        return names;
    }
}
