package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.annals.catalog.DetectedRevision;
import org.annals.revision.Change;

/** Revisions as an Atom feed (RFC 4287), one entry each, with ids that stay the same for ever. */
final class RevisionsFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private RevisionsFeed() {}

    /** @param asOf when the feed without any entry was last updated */
    static void write(PrintWriter out, List<DetectedRevision> revisions, UnaryOperator<String> labels, Instant asOf)
            throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", "urn:annals:revisions");
            element(xml, "title", "Revised annual disclosure reports");
            Instant updated = revisions.stream()
                    .map(DetectedRevision::detectedAt)
                    .max(Instant::compareTo)
                    .orElse(asOf);
            element(xml, "updated", updated.toString());
            xml.writeStartElement(ATOM, "author");
            element(xml, "name", "annals");
            xml.writeEndElement();
            for (DetectedRevision revision : revisions) {
                entry(xml, revision, labels);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the feed cannot be written: " + e.getMessage(), e);
        }
        out.println();
    }

    private static void entry(XMLStreamWriter xml, DetectedRevision revision, UnaryOperator<String> labels)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(ATOM, "entry");
        element(xml, "id", "urn:annals:revision:" + Printable.of(revision.revisionId()));
        element(xml, "title", revision.kind() + ": " + RevisionsText.title(revision));
        element(xml, "updated", revision.detectedAt().toString());
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", revision.kind());
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("href", Printable.of(revision.url()));
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(content(revision, labels));
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    /** Every changed item with both values in full. */
    private static String content(DetectedRevision revision, UnaryOperator<String> labels) {
        StringBuilder text = new StringBuilder();
        for (Change change : revision.changes()) {
            String label = labels.apply(change.item());
            text.append(Printable.of(change.item()))
                    .append(label.isEmpty() ? "" : " (" + label + ")")
                    .append(": ")
                    .append(Printable.of(change.oldValue()))
                    .append(" → ")
                    .append(Printable.of(change.newValue()))
                    .append('\n');
        }
        return text.isEmpty() ? revision.kind() + ": " + Printable.of(revision.url()) : text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
