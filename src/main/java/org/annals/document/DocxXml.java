package org.annals.document;

import javax.xml.stream.XMLStreamReader;

/** Attributes of WordprocessingML, by their local names. */
final class DocxXml {
    private DocxXml() {}

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    static String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    /** Never negative, never so large that sums of it run over. */
    static int number(String value, int otherwise) {
        boolean digits =
                !value.isEmpty() && value.length() <= 6 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(value) : otherwise;
    }
}
