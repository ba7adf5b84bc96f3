package org.annals.revision;

import java.util.List;
import java.util.Objects;

/**
 * The history of one publication, read from every capture of its addresses. "Time map" is Memento's word (RFC 7089): all past states in order of time, whatever
 * their address.
 *
 * @param versions in the order in which they were first read; a change back is a version of its own
 * @param revisions in the order in which they were detected
 * @param withdrawn whether it is withdrawn after the last observation
 * @param toAsk addresses worth asking again: those that carry it, or, if none does any more, those that did last, withdrawn or not
 * @param mismatches renditions that contradict each other. They are versions of one publication all the same, one after the other as they were first read, for one of
 *     them may be the correction of the other; each address goes on from what it carried itself, so that visits to the one and the other make no revisions
 */
public record TimeMap(
        List<Version> versions,
        List<Revision> revisions,
        boolean withdrawn,
        List<String> toAsk,
        List<Mismatch> mismatches) {
    public TimeMap {
        versions = List.copyOf(versions);
        revisions = List.copyOf(revisions);
        toAsk = List.copyOf(toAsk);
        mismatches = List.copyOf(mismatches);
    }

    /**
     * @param observations of every address that carries or once carried the publication, in time order
     * @throws IllegalArgumentException if they are not in time order
     */
    public static TimeMap of(List<Observation> observations) {
        History history = new History();
        Observation before = null;
        for (Observation observation : observations) {
            Objects.requireNonNull(observation);
            if (before != null && observation.at().isBefore(before.at())) {
                throw new IllegalArgumentException("not in time order: " + observation.capture());
            }
            history.add(observation);
            before = observation;
        }
        return history.timeMap();
    }
}
