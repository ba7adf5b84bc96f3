package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.annals.catalog.WrittenCrawls;
import org.annals.parse.ReportParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReparseCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTwoReportsAndAPage() throws IOException {
        WrittenCrawls.run(folder, "2023-05-01", crawl -> {
            crawl.page(WrittenCrawls.REPORT, 200, WrittenCrawls.report(text -> text));
            crawl.page(
                    "http://www.example.gov.cn/2021.txt",
                    200,
                    WrittenCrawls.report(text -> text.replace("2022", "2021")));
            crawl.page("http://www.example.gov.cn/", 200, "首页");
        });
        assertThat(annals("rebuild")).isZero();
    }

    private int annals(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = List.of(arguments[0], "--archive", folder.toString()).toArray(new String[0]);
        String[] more = new String[all.length + arguments.length - 1];
        System.arraycopy(all, 0, more, 0, all.length);
        System.arraycopy(arguments, 1, more, all.length, arguments.length - 1);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(more);
    }

    /** As an older parser would have left it, which took a printed 0 for a blank and knew no title. */
    private void makeOld() throws SQLException {
        try (Connection catalog = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.sqlite"));
                Statement statement = catalog.createStatement()) {
            statement.executeUpdate("UPDATE document SET parser_version = '0'");
            statement.executeUpdate("UPDATE content SET digest = 'old ' || id, title = NULL WHERE fiscal_year = 2021");
            statement.executeUpdate("UPDATE cell SET state = 1, value = NULL"
                    + " WHERE field = (SELECT id FROM field WHERE code = 't3.granted.total')"
                    + " AND content = (SELECT id FROM content WHERE fiscal_year = 2021)");
            statement.executeUpdate("UPDATE check_result SET status = 'skip', expected = NULL, actual = NULL"
                    + " WHERE code = 't3.row' AND scope = 'granted'"
                    + " AND content = (SELECT id FROM content WHERE fiscal_year = 2021)");
        }
    }

    @Test
    void whatDiffersIsToldCellByCell() throws SQLException {
        makeOld();
        assertThat(annals("reparse")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("民权县高新技术产业开发区, fiscal year 2021  (parser 0 → " + ReportParser.VERSION + ")")
                .contains("http://www.example.gov.cn/2021.txt, captured 2023-05-01T")
                .containsPattern("t3\\.granted\\.total +blank “0” → 0   三、本年度办理结果/（一）予以公开/总计")
                .containsPattern("check t3\\.row granted +skip → pass \\(expected 0, actual 0\\)")
                .containsPattern("title +\\(nothing\\) → 民权县高新技术产业开发区")
                .contains("3 documents were parsed again by version " + ReportParser.VERSION)
                .contains("differ: 1, in 1 cells")
                .contains("reports that say the same: 1")
                .contains("no report, then and now: 1")
                .doesNotContain("fiscal year 2022");
    }

    @Test
    void asJson() throws SQLException, IOException {
        makeOld();
        assertThat(annals("reparse", "--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("parsed_again").asInt()).isEqualTo(3);
        assertThat(json.get("differing").asInt()).isEqualTo(1);
        assertThat(json.get("same").asInt()).isEqualTo(1);
        JsonNode document = json.get("documents").get(0);
        assertThat(document.get("fiscal_year").asInt()).isEqualTo(2021);
        assertThat(document.get("publication_id").asText()).isNotEmpty();
        JsonNode cell = null;
        for (JsonNode difference : document.get("differences")) {
            cell = difference.has("field") ? difference : cell;
        }
        assertThat(cell.get("field").asText()).isEqualTo("t3.granted.total");
        assertThat(cell.get("before").get("state").asText()).isEqualTo("blank");
        assertThat(cell.get("before").get("value").isNull()).isTrue();
        assertThat(cell.get("after").get("state").asText()).isEqualTo("number");
        assertThat(cell.get("after").get("value").asInt(-1)).isZero();
        assertThat(cell.get("after").get("locator").asText()).startsWith("line ");
    }

    @Test
    void thereIsNothingToDoASecondTime() throws SQLException, IOException {
        makeOld();
        assertThat(annals("reparse")).isZero();
        assertThat(annals("reparse")).isZero();
        assertThat(out.toString()).startsWith("nothing to parse again").contains(ReportParser.VERSION);
        assertThat(annals("reparse", "--format", "json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("documents")).isEmpty();
        assertThat(annals("verify")).isZero();
    }

    @Test
    void aCatalogueThatCannotBeReadIsOneLineAndNoResult() throws IOException {
        Files.writeString(folder.resolve("catalog.sqlite"), "nonsense ".repeat(1000));
        assertThat(annals("reparse", "--format", "json")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().contains("annals rebuild");
    }
}
