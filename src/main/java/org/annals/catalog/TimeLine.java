package org.annals.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that happened to one publication: each time that one of its addresses was asked or captured, its versions, its revisions.
 *
 * @param government name as listed in the seeds, or its code
 * @param withdrawn whether it was gone when it was looked for last
 * @param versions oldest first
 * @param events oldest first
 * @param cut whether there are earlier events than those
 */
public record TimeLine(
        String publicationId,
        String governmentCode,
        String government,
        String publisher,
        Optional<Integer> fiscalYear,
        boolean withdrawn,
        List<Version> versions,
        List<Event> events,
        boolean cut) {
    public TimeLine {
        Objects.requireNonNull(publicationId);
        versions = List.copyOf(versions);
        events = List.copyOf(events);
    }

    /** @param captureId of the first capture that carries it */
    public record Version(
            int number,
            String reportId,
            String captureId,
            Instant capturedAt,
            Optional<String> title,
            boolean latest) {}

    /** A revision by its kind. */
    public record Mark(String revisionId, String kind) {}

    /**
     * One look at one address.
     *
     * @param captureId empty where there was no answer to archive
     * @param outcome of the visit; empty for what was taken in from elsewhere
     * @param version that the capture carries, of this publication
     * @param first whether that version was seen for the first time
     * @param other whether the capture carries a report of another publication
     * @param revisions that this look brought to light
     */
    public record Event(
            Instant at,
            String url,
            Optional<String> captureId,
            Optional<Integer> status,
            Optional<String> outcome,
            Optional<Integer> version,
            boolean first,
            boolean other,
            List<Mark> revisions) {
        public Event {
            revisions = List.copyOf(revisions);
        }
    }
}
