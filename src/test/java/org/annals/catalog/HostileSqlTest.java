package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.annals.catalog.SqlRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers must not be able to do with the page of SQL: write, reach a file, learn of the machine, take its time or its memory. */
class HostileSqlTest {
    private static final Set<Reason> ANY = EnumSet.allOf(Reason.class);

    @TempDir
    private Path folder;

    private ReaderSql reader;

    @BeforeEach
    void makeCatalogue() throws Exception {
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.WRITE)) {
            Schema.create(database);
            database.update("INSERT INTO content (digest, generation, title) VALUES ('d', '2021', '年报')");
            database.update("INSERT INTO text_index (rowid, words) VALUES (1, '公开')");
        }
        reader = new ReaderSql(folder, Duration.ofMillis(500));
    }

    static Stream<String> refused() {
        String ones = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";
        StringBuilder doubling = new StringBuilder("WITH t0 AS (SELECT 1 AS a)");
        for (int i = 1; i < 40; i++) {
            doubling.append(", t")
                    .append(i)
                    .append(" AS (SELECT * FROM t")
                    .append(i - 1)
                    .append(" UNION ALL SELECT * FROM t")
                    .append(i - 1)
                    .append(')');
        }
        return Stream.of(
                // writes
                "DELETE FROM content",
                "INSERT INTO content (digest, generation) VALUES ('x', '2021')",
                "UPDATE content SET title = 'x'",
                "REPLACE INTO content (id, digest, generation) VALUES (1, 'x', '2021')",
                "DROP TABLE content",
                "CREATE TABLE x (a)",
                "CREATE TEMP TABLE x (a)",
                "CREATE TEMP VIEW x AS SELECT 1",
                "ALTER TABLE content RENAME TO x",
                "WITH x AS (SELECT 1) DELETE FROM content",
                "WITH x AS (SELECT 1) INSERT INTO content (digest, generation) SELECT 'x', '2021' FROM x",
                "EXPLAIN DELETE FROM content",
                "BEGIN IMMEDIATE",
                "SAVEPOINT x",
                "REINDEX",
                "ANALYZE",
                "VACUUM",
                "VACUUM INTO '/tmp/annals-hostile.sqlite'",
                "INSERT INTO text_index (text_index) VALUES ('rebuild')",
                // files and settings
                "ATTACH '/etc/passwd' AS x",
                "DETACH main",
                "PRAGMA query_only = OFF",
                "PRAGMA journal_mode = DELETE",
                "EXPLAIN PRAGMA journal_mode = DELETE",
                "EXPLAIN QUERY PLAN PRAGMA user_version = 1",
                "backup to '/tmp/annals-hostile.sqlite'",
                "restore from '/etc/passwd'",
                "/* */ backup to '/tmp/annals-hostile.sqlite'",
                "SELECT load_extension('/tmp/x.so')",
                "SELECT \"load_extension\"('/tmp/x.so')",
                "SELECT [load_extension] ('/tmp/x.so')",
                "SELECT load_extension/* */('/tmp/x.so')",
                "SELECT readfile('/etc/passwd')",
                "SELECT writefile('/tmp/annals-hostile', 'x')",
                "SELECT * FROM fsdir('/')",
                "SELECT edit('x', 'sh')",
                "SELECT * FROM pragma_database_list",
                "SELECT * FROM \"pragma_database_list\"",
                "SELECT * FROM 'pragma_database_list'",
                "SELECT * FROM pragma_table_info('content')",
                "SELECT * FROM sqlite_dbpage",
                "SELECT * FROM dbstat",
                "SELECT fts3_tokenizer('simple')",
                "SELECT sqlite_compileoption_get(1)",
                "SELECT fts5(1)",
                // more than one
                "SELECT 1; DELETE FROM content",
                "SELECT 1; SELECT 2",
                "SELECT ';'; DROP TABLE content --",
                "SELECT 1 /* ; */ ; PRAGMA query_only = OFF",
                "SELECT 'not closed",
                "SELECT 1 /* not closed",
                // time
                ones + "SELECT count(*) FROM n",
                ones + "SELECT sum(a.i * b.i) FROM n a, n b",
                "SELECT count(*) FROM json_each('[" + "1,".repeat(3000) + "1]') a, json_each('[" + "1,".repeat(3000)
                        + "1]') b, json_each('[" + "1,".repeat(3000) + "1]') c",
                ones + "SELECT count(*) FROM (SELECT i, row_number() OVER (ORDER BY -i) FROM n LIMIT 100000000)",
                ones + "SELECT * FROM n ORDER BY i DESC",
                doubling + " SELECT count(*) FROM t39",
                "SELECT 'a' LIKE '" + "%a".repeat(2000) + "'",
                // memory
                "SELECT length(randomblob(1000000000))",
                "SELECT length(zeroblob(2000000000))",
                "SELECT printf('%.*c', 1000000000, 'x')",
                "SELECT format('%1000000000s', 'x')",
                "SELECT replace(printf('%.1000000c', 'x'), 'x', '" + "y".repeat(1000) + "')",
                ones + "SELECT group_concat(printf('%.1000000c', 'x')) FROM n",
                ones + "SELECT json_group_array(printf('%.1000000c', 'x')) FROM n",
                ones + "SELECT length(string_agg(hex(printf('%.1000000c', 'x')), '')) FROM n",
                "WITH RECURSIVE t (s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT max(length(s)) FROM t",
                "SELECT " + "(".repeat(500) + "1" + ")".repeat(500) + " + " + "1 + ".repeat(2000) + "1",
                "SELECT " + "1,".repeat(1000) + "1",
                "SELECT 1 " + "UNION ALL SELECT 1 ".repeat(500),
                // what stands beside the views
                "SELECT * FROM text_index WHERE text_index MATCH 'a*'",
                "SELECT * FROM text_index_data",
                "SELECT * FROM sqlite_schema",
                "",
                ";",
                "-- only words");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void hostileStatementIsRefusedOrStopped(String sql) throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve(Indexer.FILE));
        assertThatThrownBy(() -> reader.ask(sql, 1_000)).isInstanceOfSatisfying(SqlRefusedException.class, refused -> {
            assertThat(refused.reason()).isIn(ANY);
            assertThat(refused.getMessage()).doesNotContain("root:");
        });
        assertThat(Files.readAllBytes(folder.resolve(Indexer.FILE))).isEqualTo(before);
        assertThat(Path.of("/tmp/annals-hostile.sqlite")).doesNotExist();
        assertThat(Path.of("/tmp/annals-hostile")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT title FROM content",
                "select count(*) from v_report;",
                "WITH x (a) AS (VALUES (1), (2)) SELECT sum(a) FROM x",
                "SELECT replace(title, '年', 'n') AS \"delete; drop\" FROM content -- drop",
                "SELECT j.value FROM json_each('[1,2]') j",
                "EXPLAIN QUERY PLAN SELECT * FROM v_value WHERE report_id = 'x'",
                "EXPLAIN SELECT 1",
                "VALUES (1)",
                "SELECT 'PRAGMA; ATTACH'",
                "SELECT title, row_number() OVER (ORDER BY id) FROM content",
                "SELECT i.section FROM v_section i WHERE i.text LIKE '%公开%'"
            })
    void questionIsAnswered(String sql) throws Exception {
        assertThat(reader.ask(sql, 10).columns()).isNotEmpty();
    }

    @Test
    void answerSaysThatThereIsMore() throws Exception {
        String sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20) SELECT i FROM n";
        assertThat(reader.ask(sql, 20).more()).isFalse();
        SqlAnswer cut = reader.ask(sql, 19);
        assertThat(cut.more()).isTrue();
        assertThat(cut.rows()).hasSize(19);
    }

    @Test
    void endlessAnswerIsCutByItsSize() throws Exception {
        SqlAnswer answer = reader.ask(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT printf('%.3000000c', 'x') FROM n",
                1_000);
        assertThat(answer.more()).isTrue();
        assertThat(answer.rows()).hasSizeLessThan(10);
    }

    @Test
    void nullAndExactValuesComeAsTheyStand() throws Exception {
        assertThat(reader.ask("SELECT NULL, 1, 2.5, 'a', x'00ff'", 1).rows().get(0))
                .isEqualTo(Arrays.asList(null, 1, 2.5, "a", "x'00ff'"));
    }

    @Test
    void writerIsNotInTheWay() throws Exception {
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Indexer.FILE));
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE content SET title = 'later'");
            assertThat(reader.ask("SELECT title FROM content", 1).rows()).isEqualTo(List.of(List.of("年报")));
            statement.execute("COMMIT");
        }
        assertThat(reader.ask("SELECT title FROM content", 1).rows()).isEqualTo(List.of(List.of("later")));
    }
}
