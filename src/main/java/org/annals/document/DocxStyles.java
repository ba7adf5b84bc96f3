package org.annals.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the paragraph styles of a Word document (part {@code styles.xml}) say about headings and lists. Their ids are free: the style 1 is often heading 1. */
final class DocxStyles {
    private static final Set<String> HEADINGS = Set.of("heading", "标题");
    private static final int DEEPEST_HEADING = 6;
    private static final int MOST = 5_000;
    /** Styles that stand on styles: a circle must end. */
    private static final int FURTHEST = 20;

    private final Map<String, Style> styles = new HashMap<>();

    private static final class Style {
        private String name = "";
        private String basedOn = "";
        private Integer outline;
        private String list;
        private Integer listLevel;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        Style style = new Style();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("styles")) {
                return;
            }
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type has no place in a Word document");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String value = DocxXml.value(xml);
                switch (xml.getLocalName()) {
                    case "style" -> {
                        style = new Style();
                        if (styles.size() < MOST) {
                            styles.put(DocxXml.attribute(xml, "styleId"), style);
                        }
                    }
                    case "name" -> style.name = value;
                    case "basedOn" -> style.basedOn = value;
                    case "outlineLvl" -> style.outline = DocxXml.number(value, DEEPEST_HEADING);
                    case "numId" -> style.list = value;
                    case "ilvl" -> style.listLevel = DocxXml.number(value, 0);
                    default -> {}
                }
            }
        }
    }

    /** 1 to 6 for headings, 0 for everything else. */
    int level(String id) {
        Optional<Integer> outline = inherited(id, style -> style.outline);
        if (outline.isPresent()) {
            return outline.get() < DEEPEST_HEADING ? outline.get() + 1 : 0;
        }
        Style style = styles.get(id);
        int named = style == null ? 0 : headingLevel(style.name);
        return named > 0 ? named : headingLevel(id);
    }

    /** The list that paragraphs of the style are items of. */
    Optional<String> list(String id) {
        return inherited(id, style -> style.list);
    }

    int listLevel(String id) {
        return inherited(id, style -> style.listLevel).orElse(0);
    }

    private <T> Optional<T> inherited(String id, Function<Style, T> what) {
        Style style = styles.get(id);
        for (int i = 0; i < FURTHEST && style != null; i++) {
            T own = what.apply(style);
            if (own != null) {
                return Optional.of(own);
            }
            style = styles.get(style.basedOn);
        }
        return Optional.empty();
    }

    private static int headingLevel(String style) {
        String name = style.toLowerCase(Locale.ROOT).replace(" ", "");
        for (String heading : HEADINGS) {
            if (name.startsWith(heading) && name.length() == heading.length() + 1) {
                int number = name.charAt(name.length() - 1) - '0';
                return number >= 1 && number <= DEEPEST_HEADING ? number : 0;
            }
        }
        return name.equals("title") ? 1 : 0;
    }
}
