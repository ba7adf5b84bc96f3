package org.annals.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The lists of a Word document (part {@code numbering.xml}), and the numbers that stand in front of its paragraphs. */
final class DocxNumbering {
    private static final int MOST = 5_000;

    private final Map<String, Map<Integer, ListLevel>> lists = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final ListCounter counter = new ListCounter();

    private static final class Instance {
        private String list = "";
        private final Map<Integer, Integer> starts = new HashMap<>();
        private final Map<Integer, ListLevel> levels = new HashMap<>();
    }

    /** The number of a paragraph; empty where its list is not known or shows none. */
    ListItem next(String instance, int level) {
        Instance found = instances.get(instance);
        Map<Integer, ListLevel> list = found == null ? null : lists.get(found.list);
        if (list == null || level < 0 || level >= ListLevel.MOST) {
            return ListItem.NONE;
        }
        List<ListLevel> levels = new ArrayList<>();
        for (int i = 0; i < ListLevel.MOST; i++) {
            levels.add(found.levels.getOrDefault(i, list.getOrDefault(i, ListLevel.DEFAULT)));
        }
        Integer start = found.starts.get(level);
        if (start != null) {
            counter.beginAnew(found.list, instance, level, start);
        }
        return new ListItem(
                counter.next(found.list, levels, level), levels.get(level).apart());
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("numbering")) {
                return;
            }
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type has no place in a Word document");
            }
            if (event == XMLStreamConstants.START_ELEMENT && lists.size() + instances.size() < MOST) {
                switch (xml.getLocalName()) {
                    case "abstractNum" -> {
                        Map<Integer, ListLevel> levels = new HashMap<>();
                        lists.put(DocxXml.attribute(xml, "abstractNumId"), levels);
                        levels(xml, "abstractNum", levels, new HashMap<>());
                    }
                    case "num" -> {
                        Instance instance = new Instance();
                        instances.put(DocxXml.attribute(xml, "numId"), instance);
                        instance.list = levels(xml, "num", instance.levels, instance.starts);
                    }
                    default -> {}
                }
            }
        }
    }

    /** Reads to the end of the element; gives the list that it refers to. */
    private static String levels(
            XMLStreamReader xml, String end, Map<Integer, ListLevel> levels, Map<Integer, Integer> starts)
            throws XMLStreamException {
        String list = "";
        int override = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(end)) {
                return list;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "abstractNumId" -> list = DocxXml.value(xml);
                    case "lvlOverride" -> override = DocxXml.number(DocxXml.attribute(xml, "ilvl"), 0);
                    case "startOverride" -> starts.put(override, DocxXml.number(DocxXml.value(xml), 1));
                    case "lvl" -> levels.put(DocxXml.number(DocxXml.attribute(xml, "ilvl"), 0), level(xml));
                    default -> {}
                }
            }
        }
        return list;
    }

    private static ListLevel level(XMLStreamReader xml) throws XMLStreamException {
        int start = 0;
        String format = "decimal";
        String text = "";
        boolean goesOn = false;
        boolean apart = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("lvl")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String value = DocxXml.value(xml);
                switch (xml.getLocalName()) {
                    case "start" -> start = DocxXml.number(value, 0);
                    case "numFmt" -> format = value;
                    case "lvlText" -> text = value;
                    case "lvlRestart" -> goesOn = value.equals("0");
                    case "suff" -> apart = Set.of("tab", "space").contains(value);
                    default -> {}
                }
            }
        }
        return new ListLevel(start, format, text, goesOn, apart);
    }
}
