package org.annals.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPackageTest {
    @TempDir
    private Path folder;

    @Test
    void packageKeepsTheRulesOfAValidator() throws IOException {
        Path archive = twoYears();
        Exported exported = PackagedCrawls.export(archive, out("all"), "2", PackagedCrawls.all());
        assertThat(exported.isWritten()).isTrue();
        assertThat(exported.damage()).isEmpty();
        assertThat(PackageRules.check(out("all"))).isGreaterThan(2_000);

        PackagedCrawls.export(archive, out("lines"), "2", EnumSet.of(Format.JSONL));
        assertThat(PackageRules.check(out("lines"))).isGreaterThan(2_000);
        assertThat(PackagedCrawls.files(out("lines")).keySet())
                .contains("README.md", "CITATION.cff", "SHA256SUMS", "data/values.jsonl")
                .noneMatch(path -> path.endsWith(".csv") || path.endsWith(".sqlite"));
    }

    @Test
    void checksumsNameEveryFileSorted() throws IOException {
        PackagedCrawls.export(twoYears(), out("all"), "2", PackagedCrawls.all());
        Map<String, String> files = PackagedCrawls.files(out("all"));
        files.remove("SHA256SUMS");
        List<String> lines = new ArrayList<>();
        files.forEach((path, digest) -> lines.add(digest + "  " + path));
        assertThat(Files.readAllLines(out("all").resolve("SHA256SUMS"))).isEqualTo(lines);
    }

    @Test
    void pastCommitShowsWhatTheCorpusSaidThen() throws IOException {
        Path archive = twoYears();
        PackagedCrawls.export(archive, out("then"), "2025-12-31", EnumSet.of(Format.CSV));
        PackagedCrawls.export(archive, out("now"), "2", EnumSet.of(Format.CSV));

        assertThat(csv("then", "versions")).hasSize(1);
        assertThat(csv("then", "versions").get(0)).containsEntry("is_latest", "true");
        assertThat(csv("then", "revisions")).isEmpty();
        assertThat(csv("then", "captures")).hasSize(1);
        assertThat(csv("then", "warc_files")).hasSize(1);

        assertThat(csv("now", "versions"))
                .extracting(row -> row.get("version_no") + " " + row.get("is_latest"))
                .containsExactlyInAnyOrder("1 false", "2 true");
        assertThat(csv("now", "revisions")).extracting(row -> row.get("kind")).containsExactly("data");
        assertThat(csv("now", "changes"))
                .extracting(row -> row.get("item") + " " + row.get("old_value") + " " + row.get("new_value"))
                .containsExactly("t2.normative.issued 7 8");
    }

    @Test
    void blankCellIsNotZeroAndDecimalsAreExact() throws Exception {
        PackagedCrawls.export(twoYears(), out("all"), "1", PackagedCrawls.all());
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        csv("all", "values").forEach(row -> cells.put(row.get("field"), row));
        assertThat(cells.get("t2.fees.amount"))
                .containsEntry("value", "0.1234000001")
                .containsEntry("raw", "1234.000001元");
        assertThat(cells.get("t2.licensing.decisions"))
                .containsEntry("value", "")
                .containsEntry("state", "blank")
                .containsEntry("raw", "'-");
        assertThat(cells.get("t2.penalty.decisions")).containsEntry("value", "").containsEntry("state", "unreadable");
        assertThat(cells.get("t2.rules.issued")).containsEntry("value", "0").containsEntry("state", "number");

        Map<String, String> wide = csv("all", "values_wide").get(0);
        assertThat(wide)
                .containsEntry("t2.fees.amount", "0.1234000001")
                .containsEntry("t2.licensing.decisions", "")
                .containsEntry("blank", "t2.licensing.decisions")
                .containsEntry("unreadable", "t2.penalty.decisions");

        assertThat(Files.readString(out("all").resolve("data/values.jsonl"))).contains("\"value\":0.1234000001,");
        assertThat(parquet("values"))
                .filteredOn(row -> row.contains("field=t2.fees.amount"))
                .singleElement()
                .asString()
                .contains("value=0.123400000100");
        assertThat(select("SELECT value FROM \"values\" WHERE field = 't2.fees.amount'"))
                .containsExactly("0.1234000001");
    }

    @Test
    void everyFormatHasTheSameRows() throws Exception {
        PackagedCrawls.export(twoYears(), out("all"), "2", PackagedCrawls.all());
        for (Table table : Tables.all()) {
            int rows = csv("all", table.name()).size();
            assertThat(parquet(table.name())).as(table.name()).hasSize(rows);
            assertThat(select("SELECT count(*) FROM \"" + table.name() + "\"")).containsExactly(String.valueOf(rows));
        }
        assertThat(select("PRAGMA foreign_key_check")).isEmpty();
        assertThat(select("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(select("SELECT DISTINCT warc_offset > 0 FROM cells")).containsExactly("1");
    }

    @Test
    void textThatASpreadsheetWouldRunIsGuarded() throws IOException {
        PackagedCrawls.export(twoYears(), out("all"), "1", EnumSet.of(Format.CSV, Format.JSONL));
        assertThat(csv("all", "sections"))
                .filteredOn(row -> row.get("section").equals("overview"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("text")).startsWith("'=HYPERLINK"));
        assertThat(Files.readString(out("all").resolve("data/sections.jsonl"))).contains("\"text\":\"=HYPERLINK");
        for (String text : List.of("=1", "+1", "-1", "@a", "\ta", "\ra", "'a", "＝1")) {
            assertThat(CsvTable.guarded(text)).isEqualTo("'" + text);
        }
        for (String text : List.of("", "12", "a=1", "。")) {
            assertThat(CsvTable.guarded(text)).isEqualTo(text);
        }
    }

    @Test
    void folderThatHoldsSomethingIsLeftAlone() throws IOException {
        Path archive = twoYears();
        Files.createDirectories(out("mine"));
        Files.writeString(out("mine").resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> PackagedCrawls.export(archive, out("mine"), "1", EnumSet.of(Format.CSV)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("not empty");
        assertThat(PackagedCrawls.files(out("mine"))).containsOnlyKeys("thesis.txt");
        Files.createDirectories(out("empty"));
        assertThat(PackagedCrawls.export(archive, out("empty"), "1", EnumSet.of(Format.CSV))
                        .isWritten())
                .isTrue();
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("archive", "mine", "empty");
        }
    }

    @Test
    void damagedArchiveGivesNoPackageUnlessAsked() throws IOException {
        Path archive = twoYears();
        Path warc;
        try (Archive opened = Archive.openForReading(archive)) {
            warc = archive.resolve(opened.files().get(1));
        }
        try (RandomAccessFile file = new RandomAccessFile(warc.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int old = file.read();
            file.seek(file.length() / 2);
            file.write(old ^ 0x55);
        }
        Exported refused = PackagedCrawls.export(archive, out("no"), "2", EnumSet.of(Format.CSV));
        assertThat(refused.isWritten()).isFalse();
        assertThat(refused.damage())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("warc"));
        assertThat(out("no")).doesNotExist();

        assertThat(PackagedCrawls.export(archive, out("before"), "1", EnumSet.of(Format.CSV))
                        .damage())
                .isEmpty();
        Exported incomplete = PackagedCrawls.export(archive, out("some"), "2", EnumSet.of(Format.CSV), true);
        assertThat(incomplete.isWritten()).isTrue();
        assertThat(Files.readString(out("some").resolve("README.md")))
                .contains("incomplete")
                .contains(incomplete.damage().get(0));
    }

    private Path twoYears() throws IOException {
        Path archive = folder.resolve("archive");
        PackagedCrawls.firstCrawl(archive);
        PackagedCrawls.secondCrawl(archive);
        return archive;
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private List<Map<String, String>> csv(String out, String table) throws IOException {
        return PackageRules.csv(out(out).resolve("data/" + table + ".csv"));
    }

    private List<List<String>> parquet(String table) throws IOException {
        Hydrator<List<String>, List<String>, String[]> cells = new Hydrator<>() {
            @Override
            public List<String> start() {
                return new ArrayList<>();
            }

            @Override
            public List<String> add(List<String> row, String[] column, Object value) {
                row.add(String.join(".", column) + "=" + value);
                return row;
            }

            @Override
            public List<String> finish(List<String> row) {
                return row;
            }
        };
        try (Stream<List<String>> rows = ParquetReader.streamContent(
                out("all").resolve("data/" + table + ".parquet").toFile(), cells)) {
            return rows.toList();
        }
    }

    private List<String> select(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + out("all").resolve("annals.sqlite"));
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                values.add(results.getString(1));
            }
        }
        return values;
    }
}
