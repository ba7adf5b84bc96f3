package org.annals.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    private final XMLStreamReader xml;
    private final WordFlow flow;
    private final List<String> warnings;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    /** The numbers in front of the paragraphs that are open. */
    private final Deque<ListItem> items = new ArrayDeque<>();

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

    DocxBody(XMLStreamReader xml, DocxStyles styles, DocxNumbering numbering, WordFlow flow, List<String> warnings) {
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
        this.flow = flow;
        this.warnings = warnings;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext() && !flow.isFull()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("body")) {
                    return;
                }
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
                items.push(ListItem.NONE);
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
                    flow.paragraph(items.pop().before(paragraphs.pop().toString()), level);
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
        String[] style = {""};
        int[] outline = {-1};
        String[] list = new String[1];
        int[] listLevel = {-1};
        children("pPr", name -> {
            switch (name) {
                case "pStyle" -> style[0] = DocxXml.value(xml);
                case "outlineLvl" -> outline[0] = number(-1);
                case "numPr" ->
                    children("numPr", part -> {
                        if (part.equals("numId")) {
                            list[0] = DocxXml.value(xml);
                        } else if (part.equals("ilvl")) {
                            listLevel[0] = number(0);
                        }
                    });
                // Word 2003 writes down what it has counted
                case "listPr" ->
                    children("listPr", part -> {
                        if (part.equals("t") && !items.isEmpty()) {
                            items.pop();
                            items.push(new ListItem(DocxXml.value(xml), true));
                        }
                    });
                default -> {}
            }
        });
        boolean own = outline[0] >= 0;
        level = own ? (outline[0] <= 5 ? outline[0] + 1 : 0) : styles.level(style[0]);
        String of = list[0] != null ? list[0] : styles.list(style[0]).orElse("0");
        if (!of.equals("0") && !paragraphs.isEmpty()) {
            items.pop();
            items.push(numbering.next(of, listLevel[0] >= 0 ? listLevel[0] : styles.listLevel(style[0])));
        }
    }

    private void runProperties() throws XMLStreamException {
        children("rPr", name -> {
            switch (name) {
                case "vanish", "webHidden" -> hidden |= on();
                case "strike", "dstrike" -> apart |= on();
                case "vertAlign" -> apart |= !DocxXml.value(xml).equals("baseline");
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
                case "vMerge", "vmerge" ->
                    table.merge =
                            DocxXml.value(xml).equals("restart") ? WordCell.Merge.FIRST : WordCell.Merge.CONTINUED;
                case "hMerge", "hmerge" -> table.joined = !DocxXml.value(xml).equals("restart");
                case "cellDel" -> table.deleted = true;
                default -> {}
            }
        });
    }

    /** What is done with the start of a child element. */
    private interface Child {
        void start(String name) throws XMLStreamException;
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
                // unless the child was read to its end
                depth += xml.isEndElement() ? 0 : 1;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void skip(String name) throws XMLStreamException {
        children(name, child -> {});
    }

    /** Of a switch: on unless it says otherwise. */
    private boolean on() {
        return !Set.of("0", "false", "off", "none").contains(DocxXml.value(xml));
    }

    private int number(int otherwise) {
        return DocxXml.number(DocxXml.value(xml), otherwise);
    }
}
