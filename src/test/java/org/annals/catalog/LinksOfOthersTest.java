package org.annals.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a report is that does not say so, by the links on pages that other programs captured. */
class LinksOfOthersTest {
    private static final Parsing PARSING = PlainReports.version("1");
    private static final String LIST = "http://wh/nb/";
    private static final String PAGE = "http://wh/nb/page.html";
    private static final String FILE = "http://wh/nb/file.docx";
    private static final String UNNAMED = "REPORT\nyear=2022\nt3.new.total=65\n";
    private static final String LISTING = "<html><head><title>政府信息公开年报</title></head><body><ul>"
            + "<li><a href='page.html'>武汉市水利局2022年政府信息公开工作年度报告</a></li></ul></body></html>";
    private static final String FRONT = "<html><head><title>政府信息公开工作年度报告</title></head><body>"
            + "<p>附件：<a href='file.docx'>年度报告.docx</a></p></body></html>";
    private static final String WHOSE = "SELECT DISTINCT publisher FROM v_report";

    @TempDir
    Path folder;

    private final RecordedCrawls crawls = new RecordedCrawls();

    private void derived() throws IOException {
        Indexer.catchUp(folder, crawls, PARSING, Duration.ZERO);
        Map<String, List<String>> live = ViewDump.of(folder);
        Indexer.rebuild(folder, crawls, PARSING, Duration.ZERO);
        assertThat(ViewDump.of(folder)).isEqualTo(live);
    }

    private RecordedCrawls seeds() {
        return crawls.run("2023-01-01")
                .seeds("420100,武汉市,prefecture,湖北省,湖北省,http://wh/,")
                .close();
    }

    @Test
    void theLinkToTheReportNamesItsBody() throws IOException {
        seeds().foreign("a.warc.gz", "2023-04-01").bare(LIST, 200, LISTING).bare(PAGE, 200, UNNAMED);
        derived();
        assertThat(ViewDump.rows(folder, WHOSE)).containsExactly("武汉市水利局");
    }

    @Test
    void theLinkToThePageInFrontNamesTheBodyOfTheFileInWhateverOrderTheyCome() throws IOException {
        seeds().foreign("a.warc.gz", "2023-04-01").file(FILE, UNNAMED);
        derived();
        assertThat(ViewDump.rows(folder, WHOSE)).containsExactly("");
        crawls.foreign("b.warc.gz", "2023-04-02").bare(PAGE, 200, FRONT);
        derived();
        crawls.foreign("c.warc.gz", "2023-04-03").bare(LIST, 200, LISTING);
        derived();
        assertThat(ViewDump.rows(folder, WHOSE)).containsExactly("武汉市水利局");
    }

    @Test
    void aRedirectPassesTheNameOn() throws IOException {
        seeds().foreign("a.warc.gz", "2023-04-01")
                .bare(LIST, 200, LISTING)
                .redirect(PAGE, "file.docx")
                .file(FILE, UNNAMED);
        derived();
        assertThat(ViewDump.rows(folder, WHOSE)).containsExactly("武汉市水利局");
    }
}
