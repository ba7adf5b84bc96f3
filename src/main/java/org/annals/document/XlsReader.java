package org.annals.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;

/** XLS (Excel 97 and later, BIFF8). Sheets that are hidden are not read. */
final class XlsReader {
    private static final int MOST_SHEETS = 50;
    private static final int MOST_COLUMNS = 256;

    private final SheetNumbers numbers = new SheetNumbers();

    private XlsReader() {}

    static Document read(DirectoryNode root) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
            XlsReader reader = new XlsReader();
            for (int i = 0; i < Math.min(workbook.getNumberOfSheets(), MOST_SHEETS); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    SheetFlow flow = new SheetFlow(workbook.getSheetName(i), warnings);
                    reader.sheet(workbook.getSheetAt(i), flow);
                    flow.finish(blocks);
                }
            }
        } catch (EncryptedDocumentException e) {
            throw new Unreadable("encrypted");
        } catch (OldExcelFormatException e) {
            throw new Unreadable("a workbook of Excel 95 or older");
        } catch (IOException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        }
        return new Document(OleReader.XLS, Optional.empty(), Map.of(), blocks, warnings);
    }

    private void sheet(HSSFSheet sheet, SheetFlow flow) {
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            flow.merge(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn());
        }
        for (int column = 0; column < MOST_COLUMNS; column++) {
            if (sheet.isColumnHidden(column)) {
                flow.hideColumn(column);
            }
        }
        for (Row row : sheet) {
            if (row.getZeroHeight()) {
                flow.hideRow(row.getRowNum());
            }
            for (Cell cell : row) {
                if (!flow.cell(row.getRowNum(), cell.getColumnIndex(), text(cell))) {
                    return;
                }
            }
        }
    }

    private String text(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula && !SumFormulas.isCalculated(cell)) {
            return "=" + cell.getCellFormula();
        }
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC ->
                numbers.text(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> "#ERROR";
            default -> "";
        };
    }
}
