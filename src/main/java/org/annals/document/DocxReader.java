package org.annals.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;

/**
 * DOCX (ECMA-376 WordprocessingML). The package is POI's, the text is read as a stream: POI's own paragraphs join deleted text of tracked changes to what
 * replaced it, so that a corrected 7 would be read as 57.
 */
final class DocxReader {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private DocxReader() {}

    static Document read(byte[] bytes) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        // revert: what is only read is not written back
        OPCPackage opened = ZipPackage.open(bytes);
        try {
            PackagePart main = main(opened);
            DocxStyles styles = new DocxStyles();
            DocxNumbering numbering = new DocxNumbering();
            beside(main, "styles", styles::read, warnings);
            beside(main, "numbering", numbering::read, warnings);
            try (InputStream in = main.getInputStream()) {
                XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
                WordFlow flow = new WordFlow(0, warnings);
                try {
                    new DocxBody(xml, styles, numbering, flow, warnings).read();
                } catch (XMLStreamException e) {
                    warnings.add("the text is damaged or cut off: only its beginning was read");
                }
                return new Document(TYPE, Optional.empty(), Map.of(), flow.finish(), warnings);
            }
        } catch (IOException | InvalidFormatException | XMLStreamException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        } finally {
            opened.revert();
        }
    }

    /** What is done with the XML of a part. */
    private interface PartReader {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Reads a part beside the main one. Without it the text can be read all the same. */
    private static void beside(PackagePart main, String relation, PartReader reader, List<String> warnings)
            throws InvalidFormatException {
        for (PackageRelationship one : main.getRelationships()) {
            if (one.getRelationshipType().endsWith("/" + relation) && one.getTargetMode() == TargetMode.INTERNAL) {
                PackagePart part = main.getRelatedPart(one);
                try (InputStream in = part.getInputStream()) {
                    reader.read(XMLHelper.newXMLInputFactory().createXMLStreamReader(in));
                } catch (IOException | XMLStreamException e) {
                    warnings.add(
                            "the " + relation + " of the document are damaged: numbers before paragraphs are lost");
                }
                return;
            }
        }
    }

    private static PackagePart main(OPCPackage opened) throws InvalidFormatException, Unreadable {
        for (String type :
                List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
            List<PackagePart> parts = opened.getPartsByRelationshipType(type);
            if (!parts.isEmpty()) {
                return parts.get(0);
            }
        }
        throw new Unreadable("has no main document part");
    }
}
