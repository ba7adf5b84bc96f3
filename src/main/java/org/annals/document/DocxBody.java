package org.annals.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the XML of a Word document's text. Elements are known by their local names, which are the same in the transitional, the strict and the flat form.
 * What Word does not show (deleted, hidden, moved away) is not read.
 */
final class DocxBody {
    private static final Set<String> UNREAD = Set.of(
            "del",
            "moveFrom",
            "Fallback",
            "rt",
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "tcPrChange",
            "trPrChange",
            "sectPr");
    private static final Set<String> PICTURES = Set.of("drawing", "pict", "object");
    private static final Set<String> HEADING_STYLES = Set.of("heading", "标题");

    private final XMLStreamReader xml;
    private final WordFlow flow;
    private final List<String> warnings;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private boolean inRun;
    private boolean hidden;
    private boolean apart;
    private int level;
    private int pictures;
    private boolean pictureHasText;

    /** Where the row and cell being read stand. */
    private static final class Table {
        private boolean shown;
        private int column;
        private int span;
        private boolean joined;
        private boolean deleted;
        private WordCell.Merge merge;
    }

    DocxBody(XMLStreamReader xml, WordFlow flow, List<String> warnings) {
        this.xml = xml;
        this.flow = flow;
        this.warnings = warnings;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext() && !flow.isFull()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            } else if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type has no place in a Word document");
            }
        }
    }

    private void start(String name) throws XMLStreamException {
        if (UNREAD.contains(name)) {
            skip(name);
            return;
        }
        switch (name) {
            case "p" -> {
                paragraphs.push(new StringBuilder());
                level = 0;
            }
            case "pPr" -> paragraphProperties();
            case "r" -> {
                inRun = true;
                hidden = false;
                apart = false;
            }
            case "rPr" -> runProperties();
            case "t" -> text(xml.getElementText());
            case "tab", "ptab" -> text("\t");
            case "br", "cr" -> text("\n");
            case "noBreakHyphen" -> text("-");
            case "sym" -> text(CellText.NOT_TEXT);
            case "footnoteReference", "endnoteReference", "commentReference" -> text(" ");
            case "altChunk" -> warnings.add("a part of another format is embedded, and was not read");
            case "txbxContent" -> pictureHasText = true;
            case "tbl" -> {
                flow.startTable();
                tables.push(new Table());
            }
            default -> inTable(name);
        }
        if (PICTURES.contains(name)) {
            pictures++;
            pictureHasText = false;
        }
    }

    private void inTable(String name) throws XMLStreamException {
        if (tables.isEmpty()) {
            return;
        }
        Table table = tables.element();
        switch (name) {
            case "tr" -> {
                table.shown = true;
                table.column = 0;
            }
            case "trPr" -> rowProperties(table);
            case "tc" -> {
                table.span = 1;
                table.deleted = false;
                table.joined = false;
                table.merge = WordCell.Merge.NONE;
            }
            case "tcPr" -> cellProperties(table);
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "r" -> inRun = false;
            case "p" -> {
                if (!paragraphs.isEmpty()) {
                    flow.paragraph(paragraphs.pop().toString(), level);
                }
            }
            case "tc" -> endCell();
            case "tr" -> {
                if (!tables.isEmpty()) {
                    flow.endRow(tables.element().shown);
                }
            }
            case "tbl" -> {
                if (!tables.isEmpty()) {
                    tables.pop();
                    flow.endTable();
                }
            }
            default -> {
                if (PICTURES.contains(name) && --pictures == 0 && !pictureHasText && !tables.isEmpty()) {
                    text(CellText.NOT_TEXT);
                }
            }
        }
    }

    private void endCell() {
        if (tables.isEmpty()) {
            return;
        }
        Table table = tables.element();
        int right = table.column + table.span;
        if (table.deleted) {
            flow.dropCell();
        } else if (table.joined) {
            flow.joinCell(right);
        } else {
            flow.endCell(table.column, right, table.merge);
        }
        table.column = right;
    }

    private void text(String content) {
        if (paragraphs.isEmpty() || hidden && inRun) {
            return;
        }
        StringBuilder paragraph = paragraphs.element();
        if (apart) {
            paragraph.append(' ').append(content).append(' ');
        } else {
            paragraph.append(content);
        }
    }

    private void paragraphProperties() throws XMLStreamException {
        children("pPr", name -> {
            if (name.equals("outlineLvl")) {
                int outline = number(0);
                level = outline >= 0 && outline <= 5 ? outline + 1 : 0;
            } else if (name.equals("pStyle") && level == 0) {
                level = headingLevel(value());
            }
        });
    }

    private static int headingLevel(String style) {
        String name = style.toLowerCase(Locale.ROOT).replace(" ", "");
        for (String heading : HEADING_STYLES) {
            if (name.startsWith(heading) && name.length() == heading.length() + 1) {
                int number = name.charAt(name.length() - 1) - '0';
                return number >= 1 && number <= 6 ? number : 0;
            }
        }
        return name.equals("title") ? 1 : 0;
    }

    private void runProperties() throws XMLStreamException {
        children("rPr", name -> {
            switch (name) {
                case "vanish", "webHidden" -> hidden |= on();
                case "strike", "dstrike" -> apart |= on();
                case "vertAlign" -> apart |= !value().equals("baseline");
                default -> {}
            }
        });
    }

    private void rowProperties(Table table) throws XMLStreamException {
        children("trPr", name -> {
            switch (name) {
                case "gridBefore" -> table.column = number(0);
                case "hidden" -> table.shown &= !on();
                case "del" -> table.shown = false;
                default -> {}
            }
        });
    }

    private void cellProperties(Table table) throws XMLStreamException {
        children("tcPr", name -> {
            switch (name) {
                case "gridSpan" -> table.span = Math.max(1, number(1));
                case "vMerge" ->
                    table.merge = value().equals("restart") ? WordCell.Merge.FIRST : WordCell.Merge.CONTINUED;
                case "hMerge" -> table.joined = !value().equals("restart");
                case "cellDel" -> table.deleted = true;
                default -> {}
            }
        });
    }

    /** What is done with the start of a child element. */
    private interface Child {
        void start(String name);
    }

    /** Goes to the end of the current element. */
    private void children(String parent, Child child) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 1) {
                    child.start(xml.getLocalName());
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void skip(String name) throws XMLStreamException {
        children(name, child -> {});
    }

    private String value() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("val")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Of a switch: on unless it says otherwise. */
    private boolean on() {
        return !Set.of("0", "false", "off", "none").contains(value());
    }

    /** Never negative, never so large that sums of it run over. */
    private int number(int otherwise) {
        String value = value();
        boolean digits =
                !value.isEmpty() && value.length() <= 6 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(value) : otherwise;
    }
}
