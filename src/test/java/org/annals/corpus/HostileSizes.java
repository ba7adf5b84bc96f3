package org.annals.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;

/** Parses documents made to be too much, in a Java of its own with a small heap, and says what came out. */
final class HostileSizes {
    private static final int MEGABYTES = 30;

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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
