package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.annals.parse.ParseResult;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of the file sees is read, and nothing else. */
class OfficeDetailsTest {
    /** Writing a PDF must not look through the fonts of the machine either. */
    @BeforeAll
    static void askNoFontOfTheMachine() {
        FontMappers.set(new BundledFont());
    }

    @Test
    void deletedTextOfTrackedChangesNeverJoinsANumber() throws IOException {
        String cell = "<w:tc><w:p><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
                + "<w:moveFrom><w:r><w:t>6</w:t></w:r></w:moveFrom>"
                + "<w:ins><w:r><w:t>7</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r></w:p></w:tc>";
        assertThat(cells(cell)).containsExactly("7");
    }

    @Test
    void raisedAndStruckOutTextStandsApart() throws IOException {
        String run = "<w:r><w:rPr><w:%s w:val='%s'/></w:rPr><w:t>1</w:t></w:r>";
        String cell = "<w:tc><w:p><w:r><w:t>5</w:t></w:r>%s</w:p></w:tc>";
        assertThat(cells(cell.formatted(run.formatted("vertAlign", "superscript"))))
                .containsExactly("5 1");
        assertThat(cells(cell.formatted(run.formatted("strike", "true")))).containsExactly("5 1");
        assertThat(cells(cell.formatted(run.formatted("strike", "0")))).containsExactly("51");
    }

    @Test
    void deletedAndHiddenRowsAreNotThere() throws IOException {
        String row = "<w:tr><w:trPr>%s</w:trPr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>";
        Grid grid = grid(row.formatted("", "a") + row.formatted("<w:del/>", "b") + row.formatted("<w:hidden/>", "c"));
        assertThat(grid.rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void formulasThatNobodyCalculatedAreNoNumbers(boolean old) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("年报");
            for (int i = 0; i < 3; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("甲");
                row.createCell(1).setCellValue(3 + i);
                row.createCell(2).setCellFormula("SUM(B1:B2)");
            }
            sheet.getRow(1).setZeroHeight(true);
            workbook.write(out);
        }
        Grid grid = (Grid) document(out.toByteArray()).blocks().get(0);
        assertThat(grid.rows()).hasSize(2);
        assertThat(grid.rows().get(1).cells()).extracting(GridCell::text).containsExactly("甲", "5", "=SUM(B1:B2)");
        assertThat(grid.rows().get(1).cells().get(1).locator()).isEqualTo("sheet 年报, row 3, cell B");
    }

    @Test
    void spreadsheetWithoutItsPartOfStylesIsRead() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            Row row = workbook.createSheet("年报").createRow(0);
            row.createCell(0).setCellValue("甲");
            row.createCell(1).setCellValue(12);
            workbook.write(whole);
        }
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(without)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals("xl/styles.xml")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
        Grid grid = (Grid) document(without.toByteArray()).blocks().get(0);
        assertThat(grid.rows().get(0).cells()).extracting(GridCell::text).containsExactly("甲", "12");
    }

    @Test
    void aNumberFormatThatRoundsHidesNoDigits() {
        SheetNumbers numbers = new SheetNumbers();
        assertThat(numbers.text(11384.8489, 2, "0.00")).isEqualTo("11384.8489");
        assertThat(numbers.text(157.05860000000001, 0, "General")).isEqualTo("157.0586");
        assertThat(numbers.text(27732, 3, "#,##0")).isEqualTo("27,732");
        assertThat(numbers.text(0, 164, "0;-0;;@")).isEmpty();
        assertThat(numbers.text(0, 164, "#,###")).isEmpty();
        assertThat(numbers.text(0, 1, "0")).isEqualTo("0");
    }

    @Test
    void textUnderAScanIsNotRead() throws IOException {
        ParseResult result = Forms.parse(pdf("12", RenderingMode.NEITHER, 1, false));
        assertThat(result.report()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains("scanned");
    }

    @Test
    void boldMadeByDrawingTwiceIsOneText() throws IOException {
        Paragraph text = (Paragraph)
                document(pdf("1155", RenderingMode.FILL, 2, false)).blocks().get(0);
        assertThat(text.text()).isEqualTo("1155");
    }

    @Test
    void anEncryptedPdfSaysSo() throws IOException {
        assertThat(Forms.parse(pdf("12", RenderingMode.FILL, 1, true)).warnings())
                .singleElement()
                .asString()
                .contains("encrypted");
    }

    private static byte[] pdf(String text, RenderingMode mode, int times, boolean encrypted) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < times; i++) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.setRenderingMode(mode);
                    content.newLineAtOffset(100 + 0.4f * i, 400);
                    content.showText(text);
                    content.endText();
                }
            }
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static Document document(byte[] bytes) {
        return Formats.read(bytes, MediaTypes.binary(bytes).orElseThrow());
    }

    private static Iterable<String> cells(String cell) throws IOException {
        return grid("<w:tr>" + cell + "</w:tr>").rows().get(0).cells().stream()
                .map(GridCell::text)
                .toList();
    }

    private static Grid grid(String rows) throws IOException {
        String xml = "<w:document xmlns:w='w'><w:body><w:tbl>" + rows + "</w:tbl></w:body></w:document>";
        return (Grid) HostileFilesTest.docx(xml).blocks().get(0);
    }
}
