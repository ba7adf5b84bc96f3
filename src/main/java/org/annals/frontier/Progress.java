package org.annals.frontier;

import java.util.Objects;
import java.util.Optional;
import org.annals.capture.Purpose;

/**
 * How far one government's crawl has come.
 *
 * @param pages addresses settled by asking, known ones not counted
 * @param navigation those of them that were asked for as anything but a report
 * @param others those of them that were asked for as {@link Purpose#OTHER}
 * @param refused addresses that robots.txt or scope forbade
 * @param reports reports fetched, and known ones seen listed
 * @param lists pages read that list reports; counted anew once the seeds are let go
 * @param listFailures columns and their further pages that could not be read
 * @param listsGone columns and their further pages that are gone, and known columns that list nothing any more
 * @param columnsDenied columns and their further pages that robots.txt forbids
 * @param best the most wanted purpose among the addresses that wait
 * @param seedWaits whether an address of the seeds file waits to be asked
 * @param seedsHeld whether the seeds are still held back
 * @param knownHeld whether known reports are held that no page has listed so far
 */
public record Progress(
        String government,
        int pages,
        int navigation,
        int others,
        int refused,
        int reports,
        int lists,
        int listFailures,
        int listsGone,
        int columnsDenied,
        Optional<Purpose> best,
        boolean seedWaits,
        boolean seedsHeld,
        boolean knownHeld) {
    public Progress {
        Objects.requireNonNull(government);
        Objects.requireNonNull(best);
    }

    /** Whether an address of that purpose or a more wanted one waits. */
    public boolean waits(Purpose purpose) {
        return best.isPresent() && best.get().compareTo(purpose) >= 0;
    }
}
