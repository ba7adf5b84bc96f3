package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of one address and year that name another body than before. */
class CorrectedNamesTest {
    private static final Parsing PARSING = PlainReports.version("1");
    private static final String URL = "http://wh/2022";

    @TempDir
    Path folder;

    private final RecordedCrawls crawls = new RecordedCrawls();

    private static String report(String publisher, int total, int granted, int refused) {
        String title =
                publisher.isEmpty() ? "" : "publisher=" + publisher + "\ntitle=" + publisher + "2022年政府信息公开工作年度报告\n";
        return "REPORT\n" + title + "year=2022\nt3.new.total=" + total + "\nt3.granted.total=" + granted
                + "\nt3.partial.total=" + refused + "\nt3.carried_in.total=5\nt3.other.total="
                + (total - granted - refused) + "\n";
    }

    private void visits(String... reports) throws IOException {
        int month = 3;
        for (String report : reports) {
            crawls.run("2023-0" + month++ + "-01")
                    .seeds("420100,武汉市,prefecture,湖北省,湖北省,http://wh/,")
                    .at("420100")
                    .page(URL, report)
                    .close();
            Indexer.catchUp(folder, crawls, PARSING, Duration.ZERO);
        }
        Map<String, List<String>> live = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(ViewDump.of(folder)).isEqualTo(live);
    }

    private List<String> publications() throws IOException {
        return ViewDump.rows(folder, "SELECT publisher, versions FROM v_publication ORDER BY publisher");
    }

    @Test
    void aMisprintPutRightIsARevisionOfOnePublication() throws IOException {
        visits(report("武汉市财攻局", 65, 40, 12), report("武汉市财政局", 65, 40, 12));
        assertThat(publications()).containsExactly("武汉市财政局|2");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT kind, item, old_value, new_value FROM v_revision JOIN v_change USING (revision_id)"))
                .containsExactly("text|title|武汉市财攻局2022年政府信息公开工作年度报告|武汉市财政局2022年政府信息公开工作年度报告");
    }

    @Test
    void aFigureMayBePutRightWithTheName() throws IOException {
        visits(report("武汉市财攻局", 65, 40, 12), report("武汉市财政局", 65, 41, 12));
        assertThat(publications()).containsExactly("武汉市财政局|2");
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision")).containsExactly("data");
    }

    @Test
    void aPageUsedAgainForAnotherBodyIsNoRevision() throws IOException {
        visits(report("武汉市财政局", 65, 40, 12), report("武汉市教育局", 7, 3, 2));
        assertThat(publications()).containsExactly("武汉市教育局|1", "武汉市财政局|1");
        assertThat(ViewDump.of(folder).get("v_revision")).isEmpty();
    }

    @Test
    void smallReportsAreNotTakenForOneAnother() throws IOException {
        visits(report("武汉市财政局", 1, 1, 0), report("武汉市教育局", 1, 1, 0));
        assertThat(publications()).containsExactly("武汉市教育局|1", "武汉市财政局|1");
    }

    @Test
    void aNameAtTheReportIsNotLostWhenTheTemplateDropsIt() throws IOException {
        visits(report("武汉市财政局", 65, 40, 12), report("", 65, 40, 12));
        assertThat(publications()).containsExactly("武汉市财政局|2");
        assertThat(ViewDump.rows(
                        folder,
                        "SELECT status FROM v_coverage WHERE government_code = '420100' AND fiscal_year = 2022"))
                .isNotEqualTo(List.of("found"));
    }

    @Test
    void onlyThatAddressGoesOver() throws IOException {
        visits(report("武汉市教育局", 65, 40, 12), report("武汉市财政局", 65, 40, 12));
        crawls.run("2023-08-01").at("420100");
        crawls.page("http://wh/jyj", report("武汉市教育局", 9, 4, 3)).close();
        Indexer.catchUp(folder, crawls, PARSING, Duration.ZERO);
        assertThat(publications()).containsExactly("武汉市教育局|1", "武汉市财政局|2");
        assertThat(ViewDump.rows(folder, "SELECT kind FROM v_revision")).containsExactly("text");
    }
}
