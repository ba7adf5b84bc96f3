package org.annals.link;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.annals.report.PublisherSource;

/**
 * Whose report it is, of which year, and why.
 *
 * @param governmentCode the government it is counted under; empty where none is known
 * @param publisher the issuing body, white space left out; an office is never merged with its government; empty where none is known
 * @param assumed whether the name is that of the site or of the crawled government, with nothing at the report or in a link to it that says so: many bodies publish on
 *     one site, and two such reports that contradict each other are never one publication
 * @param own whether it is the report of that government itself, not of a department, its office or a body that the seeds do not list
 * @param source where the publisher's name comes from; empty exactly where the publisher is
 * @param evidence one line for each decision, for people
 */
public record Attribution(
        String governmentCode,
        String publisher,
        Optional<PublisherSource> source,
        boolean assumed,
        boolean own,
        Optional<Integer> fiscalYear,
        List<String> evidence) {
    public Attribution {
        Objects.requireNonNull(governmentCode);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(source);
        Objects.requireNonNull(fiscalYear);
        evidence = List.copyOf(evidence);
    }

    /** The publication of a report that stands at an address of no government: its own, whatever name is printed in it. */
    public PublicationKey copyAt(String url) {
        return new PublicationKey("", publisher, fiscalYear, url);
    }

    /** The publication of a report that was read at this address. */
    public PublicationKey at(String url) {
        boolean known = fiscalYear.isPresent() && !publisher.isEmpty();
        return new PublicationKey(governmentCode, publisher, fiscalYear, known ? "" : url);
    }
}
