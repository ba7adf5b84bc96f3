package org.annals.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * Word documents in one file of XML, often under the name of a .doc: that of Word 2003, whose elements have mostly the names that DOCX has, and the flat form
 * of DOCX (ECMA-376, Annex on Flat OPC).
 */
final class WordXmlReader {
    static final String TYPE_2003 = "application/vnd.ms-wordml";
    static final String TYPE_FLAT = "application/vnd.ms-word2006ml";

    private static final int LOOK = 8_192;

    private WordXmlReader() {}

    /** The media type of such a file; empty for any other text. */
    static Optional<String> kind(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOK)).stripLeading();
        if (!head.startsWith("<")) {
            return Optional.empty();
        }
        return head.contains("http://schemas.microsoft.com/office/word/2003/wordml") && head.contains(":wordDocument")
                ? Optional.of(TYPE_2003)
                : head.contains("http://schemas.microsoft.com/office/2006/xmlPackage") && head.contains(":package")
                        ? Optional.of(TYPE_FLAT)
                        : Optional.empty();
    }

    static Document read(String text, String kind) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        DocxStyles styles = new DocxStyles();
        DocxNumbering numbering = new DocxNumbering();
        WordFlow flow = new WordFlow(0, warnings);
        boolean found = false;
        try {
            XMLStreamReader sheet = at(text, "styles");
            if (sheet.hasNext()) {
                styles.read(sheet);
            }
            XMLStreamReader lists = at(text, "numbering");
            if (lists.hasNext()) {
                numbering.read(lists);
            }
        } catch (XMLStreamException e) {
            warnings.add("the file is damaged or cut off: numbers before paragraphs are lost");
        }
        try {
            XMLStreamReader body = at(text, "body");
            found = body.hasNext();
            new DocxBody(body, styles, numbering, flow, warnings).read();
        } catch (XMLStreamException e) {
            if (!found) {
                throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
            }
            warnings.add("the text is damaged or cut off: only its beginning was read");
        }
        return new Document(kind, Optional.empty(), Map.of(), flow.finish(), warnings);
    }

    /** A reader that stands at the first element of a name, or at the end. */
    private static XMLStreamReader at(String text, String name) throws XMLStreamException {
        XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(new StringReader(text));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type has no place in a Word document");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
                break;
            }
        }
        return xml;
    }
}
