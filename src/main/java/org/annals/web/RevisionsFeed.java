package org.annals.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.annals.capture.Printable;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.RevisionChoice;

/**
 * Revisions as an Atom feed (RFC 4287), one entry each, with ids that stay the same for ever and times that are those of the archive, so that the same revisions give
 * the same bytes.
 *
 * @param id of the feed: another one for each choice of revisions
 * @param self where the feed is to be read
 * @param asOf when the feed without any entry was last updated
 */
public record RevisionsFeed(String id, Optional<String> self, Instant asOf) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** Printable characters that no IRI (RFC 3987) may have. */
    private static final String NOT_IN_IRI = " \"<>\\^`{|}";

    /** Every choice of revisions is a feed of its own; the time that they begin with only cuts it short. */
    public static String id(RevisionChoice choice) {
        StringBuilder id = new StringBuilder("urn:annals:revisions");
        new TreeSet<>(choice.governments())
                .forEach(code -> id.append(":government-").append(code));
        choice.province().ifPresent(province -> id.append(":province-").append(province));
        choice.fiscalYear().ifPresent(year -> id.append(":year-").append(year));
        choice.item().ifPresent(item -> id.append(":item-").append(item));
        new TreeSet<>(choice.kinds()).forEach(kind -> id.append(":").append(kind.code()));
        return id.toString();
    }

    /** @param labels what a changed item is called on the form; empty where it has no name there */
    public void write(PrintWriter out, List<DetectedRevision> revisions, UnaryOperator<String> labels)
            throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", iri(id));
            element(xml, "title", "Revised annual disclosure reports");
            Instant updated = revisions.stream()
                    .map(DetectedRevision::detectedAt)
                    .max(Instant::compareTo)
                    .orElse(asOf);
            element(xml, "updated", updated.toString());
            if (self.isPresent()) {
                link(xml, "self", self.get());
            }
            xml.writeCharacters("\n");
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
        element(xml, "id", iri("urn:annals:revision:" + revision.revisionId()));
        element(xml, "title", revision.kind() + ": " + revision.title());
        element(xml, "updated", revision.detectedAt().toString());
        xml.writeCharacters("\n");
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", revision.kind());
        link(xml, "alternate", revision.url());
        xml.writeCharacters("\n");
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(RevisionHtml.of(revision, labels));
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", iri(address));
    }

    /** Addresses are archived as they were asked for, which is not always as the standard has it. */
    private static String iri(String text) {
        StringBuilder iri = new StringBuilder();
        Printable.of(text).codePoints().forEach(c -> {
            if (NOT_IN_IRI.indexOf(c) < 0) {
                iri.appendCodePoint(c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    iri.append("%%%02X".formatted(octet));
                }
            }
        });
        return iri.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
