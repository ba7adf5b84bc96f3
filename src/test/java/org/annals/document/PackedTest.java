package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.annals.parse.ParseResult;
import org.annals.report.Report;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports inside archives. */
class PackedTest {
    private static final byte[] NOTICE = "关于做好年度报告编制工作的通知\n请各单位按时报送。\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void theReportAmongOtherFilesIsRead() throws IOException {
        byte[] zip = zip(
                StandardCharsets.UTF_8,
                "通知.txt",
                NOTICE,
                "附件/年度报告.docx",
                Forms.bytes("distinct.docx"),
                "图.png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        ParseResult result = Forms.parse(zip);
        assertThat(result.mediaType()).isEqualTo("application/zip");
        assertThat(Forms.wrong("distinct", result.report().orElseThrow())).isEmpty();
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("附件/年度报告.docx"));
        assertThat(result.report().orElseThrow().cell("t3.new.natural").locator())
                .isEqualTo("附件/年度报告.docx, table 2, row 4, cell 2");
    }

    @Test
    void chineseNamesOfOldToolsAreRead() throws IOException {
        byte[] zip = zip(Charset.forName("GB18030"), "年度报告.doc", Forms.bytes("yanshi.doc"));
        ParseResult result = Forms.parse(zip);
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("年度报告.doc"));
        assertThat(Forms.wrong("yanshi", result.report().orElseThrow())).isEmpty();
    }

    @Test
    void ofTwoReportsOneIsReadAndTheOtherNamed() throws IOException {
        byte[] zip = zip(
                StandardCharsets.UTF_8,
                "b.docx",
                Forms.bytes("yanshi.docx"),
                "a.docx",
                Forms.bytes("yanshi.docx"),
                "c.txt",
                NOTICE);
        ParseResult result = Forms.parse(zip);
        assertThat(Forms.wrong("yanshi", result.report().orElseThrow())).isEmpty();
        assertThat(result.warnings())
                .anyMatch(warning -> warning.equals("read from a.docx inside"))
                .anyMatch(warning -> warning.contains("more than one report") && warning.endsWith("b.docx"));
    }

    @Test
    void anArchiveInsideAnArchiveIsOpened() throws IOException {
        byte[] inner = zip(StandardCharsets.UTF_8, "年报.pdf", Forms.bytes("distinct.pdf"));
        Report report = Forms.report(zip(StandardCharsets.UTF_8, "内.zip", inner));
        assertThat(Forms.wrong("distinct", report)).isEmpty();
        assertThat(report.cell("t2.rules.issued").locator()).startsWith("内.zip/年报.pdf, page 1, table 1, row 3");
    }

    @Test
    void tarGzIsOpened() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out), "UTF-8")) {
            byte[] html = Forms.bytes("yanshi.html");
            TarArchiveEntry entry = new TarArchiveEntry("yanshi.html");
            entry.setSize(html.length);
            tar.putArchiveEntry(entry);
            tar.write(html);
            tar.closeArchiveEntry();
        }
        assertThat(Forms.wrong("yanshi", Forms.report(out.toByteArray()))).isEmpty();
    }

    @Test
    void sevenZIsOpened(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.7z");
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("年报.xlsx");
            out.putArchiveEntry(entry);
            out.write(Forms.bytes("distinct.xlsx"));
            out.closeArchiveEntry();
        }
        assertThat(Forms.wrong("distinct", Forms.report(Files.readAllBytes(file))))
                .isEmpty();
    }

    @Test
    void anArchiveWithoutDocumentsSaysWhatIsInside() throws IOException {
        ParseResult result = Forms.parse(
                zip(StandardCharsets.UTF_8, "扫描.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}));
        assertThat(result.report()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains("扫描.jpg", "a picture");
    }

    static byte[] zip(Charset names, Object... files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) files[i]));
                zip.write((byte[]) files[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
