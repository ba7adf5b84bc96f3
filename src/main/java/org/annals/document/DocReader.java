package org.annals.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** DOC (Word 97 and later); what WPS writes is the same. Cells stand by their edges: the format has no column spans. */
final class DocReader {
    /** A millimetre, in twentieths of a point: programs round the edges of one column differently from row to row. */
    private static final int TOLERANCE = 57;

    private static final int MOST_TABLES = 500;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int BODY_LEVEL = 9;

    private final WordFlow flow;
    private final List<String> warnings;
    private final DocNumbering numbering = new DocNumbering();
    private int tables;

    private DocReader(WordFlow flow, List<String> warnings) {
        this.flow = flow;
        this.warnings = warnings;
    }

    static Document read(DirectoryNode root) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        try (HWPFDocument document = new HWPFDocument(root)) {
            Range range = document.getRange();
            if (range.getEndOffset() > MOST_CHARACTERS) {
                throw new Unreadable("longer than any report");
            }
            WordFlow flow = new WordFlow(TOLERANCE, warnings);
            new DocReader(flow, warnings).read(range, 0);
            return new Document(OleReader.DOC, Optional.empty(), Map.of(), flow.finish(), warnings);
        } catch (EncryptedDocumentException e) {
            throw new Unreadable("encrypted");
        } catch (OldWordFileFormatException e) {
            throw new Unreadable("a document of Word 95 or older");
        } catch (IOException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        }
    }

    /** @param level how many tables are around */
    private void read(Range range, int level) {
        int count = range.numParagraphs();
        for (int i = 0; i < count && !flow.isFull(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level && ++tables <= MOST_TABLES) {
                Table table = range.getTable(paragraph);
                table(table, level + 1);
                i += Math.max(1, table.numParagraphs()) - 1;
            } else if (level == 0 || !paragraph.isTableRowEnd()) {
                int outline = paragraph.getLvl();
                boolean heading = outline >= 0 && outline < BODY_LEVEL && outline <= 5;
                String text = numbering.next(paragraph).before(DocText.of(paragraph, level > 0));
                flow.paragraph(text, heading ? outline + 1 : 0);
            }
        }
        if (tables > MOST_TABLES && level == 0) {
            warnings.add("more than " + MOST_TABLES + " tables: the others were read as text");
        }
    }

    private void table(Table table, int level) {
        flow.startTable();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                int right = cell.getLeftEdge() + cell.getWidth();
                if (cell.isMerged() && !cell.isFirstMerged()) {
                    flow.joinCell(right);
                    continue;
                }
                read(cell, level);
                WordCell.Merge merge = cell.isFirstVerticallyMerged()
                        ? WordCell.Merge.FIRST
                        : cell.isVerticallyMerged() ? WordCell.Merge.CONTINUED : WordCell.Merge.NONE;
                flow.endCell(cell.getLeftEdge(), right, merge);
            }
            flow.endRow(true);
        }
        flow.endTable();
    }
}
