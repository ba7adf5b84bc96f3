package org.annals.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.annals.archive.ArchivedRecord.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WARC files that another program wrote, as they lie in the folder after an import. */
class FilesOfOthersTest {
    private static final String FILE = "warc/other/wget.warc.gz";

    @TempDir
    Path folder;

    @BeforeEach
    void anotherProgramsFile() throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        write(
                record("warcinfo", "", "text/plain", "not fields at all\n\n:"),
                record(
                        "response",
                        "WARC-Target-URI: <http://www.example.gov.cn/a b>\r\n",
                        "application/http; msgtype=response",
                        "HTTP/1.0 200 OK\nContent-Type: text/plain\n\nhello"),
                record("metadata", "WARC-Target-URI: metadata://x\r\n", "text/plain", "GET\n\nfree text"),
                record("conversion", "WARC-Target-URI: http://x/\r\n", "text/plain", "text"));
    }

    private void write(String... records) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILE))) {
            for (String record : records) {
                GZIPOutputStream gzip = new GZIPOutputStream(out);
                gzip.write(record.getBytes(StandardCharsets.UTF_8));
                gzip.finish();
            }
        }
    }

    private static String record(String type, String headers, String contentType, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + type + ">\r\n"
                + "WARC-Date: 2020-02-02T02:02:02Z\r\n" + headers + "Content-Type: " + contentType
                + "\r\nContent-Length: " + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block
                + "\r\n\r\n";
    }

    @Test
    void areReadAndIndexedAndNeverChanged() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(FILE));
        try (Archive archive = Archive.openForWriting(folder, Samples.settings())) {
            assertThat(archive.repairs()).isEmpty();
            assertThat(archive.unfinished()).isEmpty();
            List<ArchivedRecord> records = Samples.readAll(archive);
            assertThat(records)
                    .extracting(ArchivedRecord::type)
                    .containsExactly(Type.WARCINFO, Type.RESPONSE, Type.METADATA, Type.OTHER);
            assertThat(records).allMatch(record -> record.run().isEmpty());
            assertThat(records.get(1).targetUri()).contains("http://www.example.gov.cn/a b");
            assertThat(records.get(1).payload().orElseThrow().bytes())
                    .isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(records.get(2).visit()).isEmpty();
            Samples.commit(archive.write(Samples.run(0)), Samples.START);
        }
        assertThat(Files.readAllBytes(folder.resolve(FILE))).isEqualTo(before);
        assertThat(Files.readAllLines(folder.resolve("index.cdxj")))
                .singleElement()
                .asString()
                .startsWith("cn,gov,example)/a%20b 20200202020202");
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        assertThat(findings).isEmpty();
    }

    @Test
    void twoRecordsInOneMemberAreRefused() throws IOException {
        write(record("warcinfo", "", "text/plain", "x") + record("metadata", "", "text/plain", "y"));
        List<Finding> findings = new ArrayList<>();
        Verifier.verify(folder, findings::add);
        assertThat(findings).singleElement().asString().contains("more than one");
    }
}
