package org.annals.document;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** The cells of one sheet. A formula whose result was never calculated is shown as the formula: its value is not known. */
final class XlsxSheet {
    private static final int MOST_COLUMNS = 16_384;

    private final XMLStreamReader xml;
    private final SheetFlow flow;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final SheetNumbers numbers = new SheetNumbers();
    private int row = -1;
    private int column = -1;

    XlsxSheet(XMLStreamReader xml, SheetFlow flow, ReadOnlySharedStringsTable strings, StylesTable styles) {
        this.xml = xml;
        this.flow = flow;
        this.strings = strings;
        this.styles = styles;
    }

    void read() throws XMLStreamException {
        boolean more = true;
        while (more && xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "col" -> columns();
                case "row" -> row();
                case "c" -> more = cell();
                default -> {}
            }
        }
    }

    private void columns() {
        if (isOn("hidden")) {
            int last = Math.min(number("max", 0), MOST_COLUMNS);
            for (int i = Math.max(1, number("min", 1)); i <= last; i++) {
                flow.hideColumn(i - 1);
            }
        }
    }

    private void row() {
        row = number("r", row + 2) - 1;
        column = -1;
        if (isOn("hidden")) {
            flow.hideRow(row);
        }
    }

    private boolean cell() throws XMLStreamException {
        String ref = xml.getAttributeValue(null, "r");
        column = ref == null ? column + 1 : new CellReference(ref).getCol();
        String type = xml.getAttributeValue(null, "t");
        int style = number("s", 0);
        StringBuilder inline = new StringBuilder();
        String value = null;
        String formula = null;
        int phonetic = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    break;
                }
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "f" -> formula = xml.getElementText();
                    case "t" -> inline.append(phonetic > 0 ? "" : xml.getElementText());
                    case "rPh" -> phonetic++;
                    default -> {}
                }
            }
        }
        return flow.cell(row, column, text(type == null ? "n" : type, style, value, formula, inline.toString()));
    }

    private String text(String type, int style, String value, String formula, String inline) {
        if (type.equals("inlineStr")) {
            return inline;
        }
        if (value == null || value.isEmpty()) {
            return formula == null ? "" : "=" + formula;
        }
        return switch (type) {
            case "s" -> shared(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "n" -> shown(value, style);
            default -> value;
        };
    }

    private String shared(String index) {
        try {
            int at = Integer.parseInt(index.strip());
            return at >= 0 && at < strings.getUniqueCount()
                    ? strings.getItemAt(at).getString()
                    : CellText.NOT_TEXT;
        } catch (NumberFormatException e) {
            return CellText.NOT_TEXT;
        }
    }

    private String shown(String value, int style) {
        try {
            double number = Double.parseDouble(value);
            if (style < 0 || style >= styles.getNumCellStyles()) {
                return SheetNumbers.plain(number);
            }
            XSSFCellStyle format = styles.getStyleAt(style);
            return numbers.text(number, format.getDataFormat(), format.getDataFormatString());
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private boolean isOn(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return "1".equals(value) || "true".equals(value);
    }

    private int number(String attribute, int otherwise) {
        String value = xml.getAttributeValue(null, attribute);
        boolean digits = value != null
                && !value.isEmpty()
                && value.length() <= 7
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(value) : otherwise;
    }
}
