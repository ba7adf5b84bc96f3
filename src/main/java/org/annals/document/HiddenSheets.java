package org.annals.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** The names of the sheets of an XLSX file that are not shown. */
final class HiddenSheets {
    private HiddenSheets() {}

    static List<String> of(XSSFReader reader, XMLInputFactory factory)
            throws IOException, InvalidFormatException, XMLStreamException {
        List<String> hidden = new ArrayList<>();
        try (InputStream in = reader.getWorkbookData()) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")) {
                    String state = xml.getAttributeValue(null, "state");
                    if (state != null && !state.equals("visible")) {
                        hidden.add(xml.getAttributeValue(null, "name"));
                    }
                }
            }
        }
        return hidden;
    }
}
