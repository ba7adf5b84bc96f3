package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.annals.parse.ParseResult;
import org.annals.report.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm, and files that came to harm: a warning each, never an exception. */
@Timeout(60)
class HostileFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"docx", "doc", "xlsx", "xls", "pdf", "rtf"})
    void whateverIsCutOffNeverThrowsAndNeverGivesAWrongNumber(String kind) throws IOException {
        byte[] whole = Forms.bytes("distinct." + kind);
        for (int tenths = 0; tenths < 10; tenths++) {
            ParseResult result = Forms.parse(Arrays.copyOf(whole, whole.length * tenths / 10));
            noWrongNumber(result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "doc", "xlsx", "xls", "pdf", "rtf"})
    void scrambledBytesNeverThrow(String kind) throws IOException {
        byte[] whole = Forms.bytes("yanshi." + kind);
        Random random = new Random(7);
        for (int round = 0; round < 15; round++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 1 + round * 4; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(Forms.parse(bytes).mediaType()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%PDF-1.7,application/pdf",
                "{\\rtf1,application/rtf",
                "PK\u0003\u0004,application/zip",
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1,application/msword",
                "Rar!\u001A,application/vnd.rar",
                "7z\u00BC\u00AF'\u001C,application/x-7z-compressed",
                "\u001F\u008B,application/gzip",
                "BZh9,application/x-bzip2"
            },
            quoteCharacter = '~')
    void aBeginningAloneIsNoReport(String start, String kind) {
        Random random = new Random(3);
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        for (int length : new int[] {0, 50, 5_000, 200_000}) {
            byte[] bytes = Arrays.copyOf(head, head.length + length);
            for (int i = head.length; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(256);
            }
            ParseResult result = Forms.parse(bytes);
            assertThat(result.report()).isEmpty();
            assertThat(result.mediaType()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "word/document.xml", "a.txt"})
    void aZipBombIsNotUnpacked(String bomb) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part :
                    (bomb.equals("a.txt") ? Map.of("a.txt", "") : parts("<a>")).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                if (part.getKey().equals(bomb)) {
                    spaces(zip, 300);
                }
                zip.closeEntry();
            }
        }
        ParseResult result = Forms.parse(out.toByteArray());
        assertThat(result.report()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains("unpacks to more than");
    }

    @Test
    void aGzipBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            spaces(gzip, 300);
        }
        assertThat(Forms.parse(out.toByteArray()).warnings())
                .singleElement()
                .asString()
                .contains("unpacks to more than");
    }

    @Test
    void aBombInsideAPdfIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            spaces(deflate, 300);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(Forms.parse(pdf.toByteArray()).warnings())
                .singleElement()
                .asString()
                .contains("unpacks to more than");
    }

    @Test
    void entitiesInAWordDocumentAreNotFollowed() throws IOException {
        String xml = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&x;root</w:t></w:r></w:p></w:body></w:document>";
        Document document = docx(xml);
        assertThat(document.blocks()).isEmpty();
        assertThat(document.warnings()).singleElement().asString().contains("damaged");
    }

    @Test
    void tenThousandNestedTablesAreNoTrouble() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>";
        String close = "</w:tc></w:tr></w:tbl>";
        String xml = "<w:document xmlns:w='w'><w:body>" + open.repeat(10_000) + "<w:p><w:r><w:t>in</w:t></w:r></w:p>"
                + close.repeat(10_000) + "</w:body></w:document>";
        assertThat(docx(xml).warnings()).isEmpty();
    }

    @Test
    void aHundredThousandCellsAndEndlessSpansAreBounded() throws IOException {
        String cell = "<w:tc><w:tcPr><w:gridSpan w:val='9999'/><w:vMerge/></w:tcPr><w:p/></w:tc>";
        String xml = "<w:document xmlns:w='w'><w:body><w:tbl>" + ("<w:tr>" + cell.repeat(20) + "</w:tr>").repeat(5_001)
                + "</w:tbl></w:body></w:document>";
        Document document = docx(xml);
        assertThat(document.blocks()).hasSize(1);
        assertThat(((Grid) document.blocks().get(0)).rows()).hasSizeLessThanOrEqualTo(Limits.ROWS);
        assertThat(document.warnings()).singleElement().asString().contains("only the first");
    }

    @Test
    void aPictureWithMuchBehindItIsAPicture() {
        byte[] bytes = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 30 << 20);
        assertThat(Forms.parse(bytes).warnings()).singleElement().asString().contains("image/jpeg", "picture");
    }

    @Test
    void thirtyMegabytesOfRtfAreRead() {
        String text = "{\\rtf1 " + "a\\par ".repeat(5 << 20) + "}";
        ParseResult result = Forms.parse(text.getBytes(StandardCharsets.US_ASCII));
        assertThat(result.report()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains("only its beginning");
    }

    @Test
    void aWordDocumentInXmlHasNoEntities() {
        String xml = "<?xml version='1.0'?><!DOCTYPE w:wordDocument [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + "<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>"
                + "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:wordDocument>";
        ParseResult result = Forms.parse(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(result.report()).isEmpty();
        assertThat(result.mediaType()).isEqualTo("application/vnd.ms-wordml");
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "boundary=x",
                "boundary=x\n\n--x",
                "boundary=x\n\n--x\nContent-Type: text/html\n\n<p>=4",
                "boundary=\"\""
            })
    void aBrokenWebArchiveIsNoReport(String rest) {
        byte[] bytes = ("MIME-Version: 1.0\nContent-Type: multipart/related; " + rest).getBytes(StandardCharsets.UTF_8);
        assertThat(Forms.parse(bytes).report()).isEmpty();
    }

    static Document docx(String xml) throws IOException {
        return docx(parts(xml));
    }

    static Document docx(String xml, String styles, String numbering) throws IOException {
        Map<String, String> parts = new TreeMap<>(parts(xml));
        parts.put("word/styles.xml", styles);
        parts.put("word/numbering.xml", numbering);
        String relation = "<Relationship Id='%1$s' Type='relationships/%1$s' Target='%1$s.xml'/>";
        parts.put(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + relation.formatted("styles") + relation.formatted("numbering") + "</Relationships>");
        return docx(parts);
    }

    private static Document docx(Map<String, String> parts) throws IOException {
        Object[] files = parts.entrySet().stream()
                .flatMap(
                        part -> Stream.<Object>of(part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8)))
                .toArray();
        return Formats.read(PackedTest.zip(StandardCharsets.UTF_8, files), ZipKind.ZIP);
    }

    private static Map<String, String> parts(String xml) {
        String types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Default Extension='xml' ContentType='application/vnd.openxmlformats-officedocument."
                + "wordprocessingml.document.main+xml'/></Types>";
        String rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "officeDocument' Target='word/document.xml'/></Relationships>";
        return Map.of("[Content_Types].xml", types, "_rels/.rels", rels, "word/document.xml", xml);
    }

    private static void spaces(OutputStream out, int mebibytes) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        for (int i = 0; i < mebibytes; i++) {
            out.write(block);
        }
    }

    private static void noWrongNumber(ParseResult result) throws IOException {
        Map<String, String> expected = Forms.expected("distinct");
        result.report().ifPresent(report -> {
            for (Map.Entry<String, Cell> cell : report.cells().entrySet()) {
                cell.getValue()
                        .value()
                        .number()
                        .ifPresent(
                                number -> assertThat(number.stripTrailingZeros().toPlainString())
                                        .as(cell.getKey())
                                        .isEqualTo(expected.get(cell.getKey())));
            }
        });
    }
}
