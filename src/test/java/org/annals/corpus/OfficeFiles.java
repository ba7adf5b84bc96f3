package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Reports as files of office programs, and packed. */
final class OfficeFiles {
    private OfficeFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        for (Draft draft : List.of(Draft.distinct(), Draft.distinct2019(), Draft.yanshi())) {
            String name = draft.figures.startsWith("made up") ? draft.generation.code() : draft.figures;
            files.add(file("office-word-" + name, "docx", word(draft.parts()), draft));
            files.add(file("office-sheet-" + name, "xlsx", sheet(draft.parts(), new XSSFWorkbook()), draft));
            files.add(file("office-old-sheet-" + name, "xls", sheet(draft.parts(), new HSSFWorkbook()), draft));
            files.add(file(
                    "office-packed-" + name,
                    "zip",
                    packed("年报/报告.html", HtmlPage.portal().write(draft.parts())),
                    draft));
        }
        return files;
    }

    private static Golden file(String name, String extension, byte[] bytes, Draft draft) {
        return new Golden(name, extension, bytes, Expectation.of(draft));
    }

    private static byte[] word(List<Part> parts) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Part part : parts) {
                if (part instanceof Line line) {
                    document.createParagraph().createRun().setText(line.text());
                } else if (part instanceof Sheet sheet) {
                    table(document.createTable(), sheet);
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as Word writes them: a cell that reaches down is repeated below, marked as going on. */
    private static void table(XWPFTable table, Sheet sheet) {
        int width = sheet.width();
        int[] rowsLeft = new int[width];
        int[] spans = new int[width];
        boolean first = true;
        for (List<TableCell> cells : sheet.rows()) {
            XWPFTableRow row = first ? table.getRow(0) : table.createRow();
            first = false;
            while (!row.getTableCells().isEmpty()) {
                row.removeCell(0);
            }
            int column = 0;
            int next = 0;
            while (column < width && (next < cells.size() || rowsLeft[column] > 0)) {
                boolean goesOn = rowsLeft[column] > 0;
                TableCell cell = goesOn ? null : cells.get(next++);
                int span = goesOn ? spans[column] : cell.colspan();
                XWPFTableCell made = row.createCell();
                made.setText(goesOn ? "" : cell.text());
                CTTcPr properties = made.getCTTc().addNewTcPr();
                properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
                if (goesOn || cell.rowspan() > 1) {
                    properties.addNewVMerge().setVal(goesOn ? STMerge.CONTINUE : STMerge.RESTART);
                }
                spans[column] = span;
                rowsLeft[column] = goesOn ? rowsLeft[column] - 1 : cell.rowspan() - 1;
                column += span;
            }
        }
    }

    private static byte[] sheet(List<Part> parts, Workbook workbook) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            org.apache.poi.ss.usermodel.Sheet page = workbook.createSheet("年报");
            int at = 0;
            for (Part part : parts) {
                if (part instanceof Line line) {
                    page.createRow(at++).createCell(0).setCellValue(line.text());
                } else if (part instanceof Sheet sheet) {
                    at = table(page, sheet, at) + 1;
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int table(org.apache.poi.ss.usermodel.Sheet page, Sheet sheet, int from) {
        int[] free = new int[sheet.width()];
        int at = from;
        for (List<TableCell> cells : sheet.rows()) {
            org.apache.poi.ss.usermodel.Row row = page.createRow(at);
            int column = 0;
            for (TableCell cell : cells) {
                while (free[column] > at) {
                    column++;
                }
                if (cell.isValue() && cell.text().matches("[0-9.]+")) {
                    row.createCell(column).setCellValue(Double.parseDouble(cell.text()));
                } else {
                    row.createCell(column).setCellValue(cell.text());
                }
                if (cell.colspan() > 1 || cell.rowspan() > 1) {
                    page.addMergedRegion(
                            new CellRangeAddress(at, at + cell.rowspan() - 1, column, column + cell.colspan() - 1));
                }
                for (int i = 0; i < cell.colspan(); i++) {
                    free[column + i] = at + cell.rowspan();
                }
                column += cell.colspan();
            }
            at++;
        }
        return at;
    }

    private static byte[] packed(String name, String text) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
