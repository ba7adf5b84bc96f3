package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks with one table a sheet, totals as formulas, and what was hidden. */
final class SheetFiles {
    private SheetFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        for (Draft draft : List.of(tables(Draft.distinct()), tables(Draft.distinct2019()))) {
            String name = "office-sheet-a-table-" + draft.generation.code();
            files.add(file(name, "xlsx", workbook(draft, new XSSFWorkbook()), draft));
            files.add(file(name + "-old", "xls", workbook(draft, new HSSFWorkbook()), draft));
        }
        Draft untitled = tables(Draft.yanshi().titled(null));
        untitled.publisher = null;
        untitled.publisherSource = null;
        files.add(file("office-sheet-tables-alone", "xlsx", workbook(untitled, new XSSFWorkbook()), untitled));
        return files;
    }

    private static Golden file(String name, String extension, byte[] bytes, Draft draft) {
        return new Golden(name, extension, Corpus.stored(name, extension).orElse(bytes), Expectation.of(draft));
    }

    /** Nothing but the tables below a title. */
    private static Draft tables(Draft draft) {
        draft.words.clear();
        draft.preamble = "";
        return draft;
    }

    private static byte[] workbook(Draft draft, Workbook workbook) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            OfficialForm form = new OfficialForm(draft.generation, draft.cells);
            List<Sheet> tables = List.of(form.table2(), form.table3(), form.table4());
            for (int i = 0; i < tables.size(); i++) {
                org.apache.poi.ss.usermodel.Sheet page = workbook.createSheet("表" + (i + 2));
                page.createRow(0)
                        .createCell(0)
                        .setCellValue(i > 0 ? "续表" : draft.title == null ? "2022年度数据" : draft.title);
                int end = table(page, tables.get(i), 2);
                old(page, end + 2, form.table2());
            }
            org.apache.poi.ss.usermodel.Sheet last = workbook.createSheet("去年");
            table(last, tables.get(1).copy().each(cell -> cell.isValue() ? cell.with("7") : cell), 0);
            workbook.setSheetHidden(workbook.getSheetIndex(last), true);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of an older state of a table, hidden. */
    private static void old(org.apache.poi.ss.usermodel.Sheet page, int from, Sheet table) {
        int end = table(page, table.copy().each(cell -> cell.isValue() ? cell.with("9") : cell), from);
        for (int i = from; i < end; i++) {
            page.getRow(i).setZeroHeight(true);
        }
    }

    /** A total is the sum of the cells in front of it, calculated and stored. */
    private static int table(org.apache.poi.ss.usermodel.Sheet page, Sheet sheet, int from) {
        int[] free = new int[sheet.width()];
        int at = from;
        for (List<TableCell> cells : sheet.rows()) {
            Row row = page.createRow(at);
            int column = 0;
            for (TableCell cell : cells) {
                while (free[column] > at) {
                    column++;
                }
                fill(row.createCell(column), cell);
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

    private static void fill(Cell made, TableCell cell) {
        int column = made.getColumnIndex();
        if (cell.field().startsWith("t3.") && cell.field().endsWith(".total")) {
            String first = name(made, column - 6);
            made.setCellFormula("SUM(" + first + ":" + name(made, column - 1) + ")");
        } else if (cell.isValue() && cell.text().matches("[0-9.]+")) {
            made.setCellValue(Double.parseDouble(cell.text()));
        } else {
            made.setCellValue(cell.text());
        }
    }

    private static String name(Cell cell, int column) {
        return (char) ('A' + column) + String.valueOf(cell.getRowIndex() + 1);
    }
}
