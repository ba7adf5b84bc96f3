package org.annals.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.SAXException;

/** XLSX (ECMA-376 SpreadsheetML), sheet by sheet as a stream. Sheets that are hidden are not read. */
final class XlsxReader {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MOST_SHEETS = 50;

    private XlsxReader() {}

    static Document read(byte[] bytes) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        OPCPackage opened = ZipPackage.open(bytes);
        try {
            XSSFReader reader = new XSSFReader(opened);
            // the part is optional (ECMA-376-1, 12.3.20): without it no cell has a format
            StylesTable styles = Optional.ofNullable(reader.getStylesTable()).orElseGet(StylesTable::new);
            // false: the phonetic guide over a text is no part of it
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened, false);
            XMLInputFactory factory = XMLHelper.newXMLInputFactory();
            List<String> hidden = HiddenSheets.of(reader, factory);
            SheetIterator sheets = (SheetIterator) reader.getSheetsData();
            for (int i = 0; sheets.hasNext() && i < MOST_SHEETS; i++) {
                try (InputStream in = sheets.next()) {
                    if (!hidden.contains(sheets.getSheetName())) {
                        SheetFlow flow = new SheetFlow(sheets.getSheetName(), warnings);
                        try (InputStream again = sheets.getSheetPart().getInputStream()) {
                            new XlsxMerges(factory.createXMLStreamReader(again), flow).read();
                        }
                        new XlsxSheet(factory.createXMLStreamReader(in), flow, strings, styles).read();
                        flow.finish(blocks);
                    }
                }
            }
        } catch (IOException | OpenXML4JException | SAXException | XMLStreamException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        } finally {
            opened.revert();
        }
        return new Document(TYPE, Optional.empty(), Map.of(), blocks, warnings);
    }
}
