package org.annals.document;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;

/** The merged regions of a sheet, which stand behind its cells. */
final class XlsxMerges {
    private final XMLStreamReader xml;
    private final SheetFlow flow;

    XlsxMerges(XMLStreamReader xml, SheetFlow flow) {
        this.xml = xml;
        this.flow = flow;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("mergeCell")) {
                CellRangeAddress range = CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref"));
                flow.merge(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn());
            }
        }
    }
}
