package org.annals.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole parse of a report, from bytes to cells, against what the library for the format needs for the same bytes alone: jsoup to build the tree of a
 * page of 100 KB, POI to open a Word file and hand out the text of its paragraphs and cells, PDFBox to strip the text of all pages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 4)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ParseBenchmark {
    private byte[] page;
    private byte[] word;
    private byte[] pdf;

    @Setup
    public void read() throws IOException {
        page = bytes("/org/annals/corpus/golden/word-export-of-100-kb.html");
        word = bytes("/org/annals/document/forms/distinct.docx");
        pdf = bytes("/org/annals/document/forms/distinct.pdf");
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ParseBenchmark.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }

    @Benchmark
    public Document libraryPage() throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(page), null, "");
    }

    @Benchmark
    public ParseResult wholePage() {
        return ReportParser.parse(Payload.of(page, null, null));
    }

    @Benchmark
    public int libraryWord() throws IOException {
        int characters = 0;
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                characters += paragraph.getText().length();
            }
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        characters += cell.getText().length();
                    }
                }
            }
        }
        return characters;
    }

    @Benchmark
    public ParseResult wholeWord() {
        return ReportParser.parse(Payload.of(word, null, null));
    }

    @Benchmark
    public String libraryPdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Benchmark
    public ParseResult wholePdf() {
        return ReportParser.parse(Payload.of(pdf, null, null));
    }
}
