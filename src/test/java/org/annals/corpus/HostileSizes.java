package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;

/** Parses documents made to be too much, in a Java of its own with a small heap, and says what came out. */
final class HostileSizes {
    private static final int MEGABYTES = 30;
    private static final String WORD = "<w:document xmlns:w='w'><w:body>";
    private static final String WORD_END = "</w:body></w:document>";

    private HostileSizes() {}

    public static void main(String[] args) {
        documents().forEach((name, document) -> {
            long start = System.nanoTime();
            ParseResult result = ReportParser.parse(Payload.of(document.get(), null, null));
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            long numbers = result.report()
                    .map(report -> report.cells().values().stream()
                            .filter(cell -> cell.value().number().isPresent())
                            .count())
                    .orElse(0L);
            System.out.println(name + "\t" + numbers + "\t" + milliseconds);
        });
    }

    static Map<String, Supplier<byte[]>> documents() {
        Map<String, Supplier<byte[]>> documents = new LinkedHashMap<>();
        String report = HtmlPage.portal().write(Draft.distinct().parts());
        documents.put("a sound report", () -> utf8(report));
        documents.put("10,000 tables in each other", () -> utf8("<html>" + "<table><tr><td>".repeat(10_000) + "1"));
        documents.put(
                "10,000 tables in each other, closed",
                () -> utf8("<html>" + "<table><tr><td>".repeat(10_000) + "1" + "</td></tr></table>".repeat(10_000)));
        documents.put(
                "a report behind 10,000 tables",
                () -> utf8(report.replace("<body>", "<body>" + "<table><tr><td>".repeat(10_000))));
        documents.put(
                "100,000 cells", () -> utf8("<table>" + ("<tr>" + "<td>7</td>".repeat(100) + "</tr>").repeat(1000)));
        documents.put("100,000 cells in a row", () -> utf8("<table><tr>" + "<td>7</td>".repeat(100_000)));
        documents.put(
                "100,000 rows of a report",
                () -> utf8("<table>" + "<tr><td>1.属于国家秘密</td><td>1</td><td>2</td></tr>".repeat(100_000)));
        documents.put(
                "endless spans",
                () -> utf8(
                        "<table>" + "<tr><td colspan=999999999 rowspan=999999999>一、</td><td>1</td></tr>".repeat(9000)));
        documents.put("30 MB of words", () -> utf8(report.replace("</h1>", "</h1>" + fill("<p>这一年照常。</p>"))));
        documents.put("30 MB of tables", () -> utf8("<html>" + fill("<table><tr><td>规章</td><td>1</td></tr></table>")));
        documents.put("30 MB of tags", () -> utf8(fill("<b><i>")));
        documents.put("30 MB of lines", () -> utf8(fill("一、总体情况\n")));
        documents.put("30 MB of tabs", () -> utf8(fill("\t0\t0\n")));
        documents.put("30 MB in one line", () -> utf8(fill("0 ")));
        documents.put("30 MB of entities", () -> utf8("<html>" + fill("&nbsp;&#49;")));
        documents.put("30 MB of attributes", () -> utf8("<html><p " + fill("a=\"b\" ") + ">x"));
        documents.put("30 MB of bytes by chance", HostileSizes::noise);
        documents.put(
                "30 MB of pages' own styles",
                () -> utf8("<html>" + fill("<style>.a .b{display:none}</style><p class=b>x")));
        documents.put(
                "20,000 marks in each other",
                () -> utf8("<table><tr><td>" + "<font style='opacity:0'>1".repeat(20_000)));
        documents.put("a ZIP bomb", () -> zip(Map.of("report.html", HostileSizes::spaces)));
        documents.put("a DOCX bomb", () -> word(HostileSizes::spaces));
        documents.put(
                "10,000 tables in each other, DOCX",
                () -> word(out -> out.write(utf8(WORD
                        + "<w:tbl><w:tr><w:tc>".repeat(10_000)
                        + "</w:tc></w:tr></w:tbl>".repeat(10_000)
                        + WORD_END))));
        documents.put(
                "100,000 cells with endless spans, DOCX",
                () -> word(out -> out.write(utf8(WORD + "<w:tbl>"
                        + ("<w:tr>"
                                        + "<w:tc><w:tcPr><w:gridSpan w:val='9999'/><w:vMerge/></w:tcPr><w:p/></w:tc>"
                                                .repeat(20)
                                        + "</w:tr>")
                                .repeat(5_000)
                        + "</w:tbl>" + WORD_END))));
        documents.put("half a report", () -> Arrays.copyOf(utf8(report), report.length() / 2));
        return documents;
    }

    private static String fill(String piece) {
        return piece.repeat(MEGABYTES * 1_000_000 / utf8(piece).length);
    }

    private static byte[] noise() {
        byte[] bytes = new byte[MEGABYTES * 1_000_000];
        new Random(30).nextBytes(bytes);
        return bytes;
    }

    /** Writes one file of a package. */
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] word(Content document) {
        String types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Default Extension='xml' ContentType='application/vnd.openxmlformats-officedocument."
                + "wordprocessingml.document.main+xml'/></Types>";
        String rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "officeDocument' Target='word/document.xml'/></Relationships>";
        Map<String, Content> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", out -> out.write(utf8(types)));
        parts.put("_rels/.rels", out -> out.write(utf8(rels)));
        parts.put("word/document.xml", document);
        return zip(parts);
    }

    private static byte[] zip(Map<String, Content> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    /** 600 MB: more than the heap. */
    private static void spaces(OutputStream out) throws IOException {
        byte[] block = new byte[1_000_000];
        Arrays.fill(block, (byte) ' ');
        for (int i = 0; i < 600; i++) {
            out.write(block);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
