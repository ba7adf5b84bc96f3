package org.annals.frontier;

import org.annals.capture.Purpose;

/** Says after each settled address what of a government's queue is still worth asking. Must be a pure function, so that a resumed crawl goes the same way. */
@FunctionalInterface
public interface FollowRule {
    Step next(Progress progress);

    /** What to do next for one government. */
    sealed interface Step {
        /** Ask the best address whose purpose lies between the two, both included. */
        record Follow(Purpose least, Purpose most) implements Step {}

        /** Let go the seeds that were held back, and decide again. */
        record ReleaseSeeds() implements Step {}

        /** Ask for the known reports that no page lists any more, and decide again. */
        record ReleaseKnown() implements Step {}

        /** The government is done; what waits is dropped. */
        record Finish() implements Step {}

        /** The budget is spent: what waits is dropped, and said to be. */
        record CutOff() implements Step {}
    }
}
