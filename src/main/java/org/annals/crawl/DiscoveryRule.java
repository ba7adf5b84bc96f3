package org.annals.crawl;

import org.annals.capture.Purpose;
import org.annals.frontier.FollowRule;
import org.annals.frontier.Progress;

/**
 * How far a government's portal is followed: reports, columns and their pages as long as there are any; menus until a column was read; anything else only while there is
 * nothing better, and little of it. Pure.
 *
 * @param maxPages budget of one government; reports are not charged to it
 */
record DiscoveryRule(int maxPages) implements FollowRule {
    /** Pages that may be spent on finding the way as long as nothing was found. */
    static final int MAX_NAVIGATION = 60;
    /** Pages with nothing in their link that speaks for them. */
    static final int MAX_OTHERS = 20;
    /** The same where a column was found that robots.txt forbids: there may be another, but that is not likely. */
    static final int MAX_OTHERS_BESIDE_DENIED = 4;
    /** Refused addresses cost nothing but a record; a portal that links to forbidden ones without end is left all the same. */
    private static final int REFUSALS_PER_PAGE = 10;
    /** Reports are not charged, but an endless supply of them is a trap. */
    private static final int REPORTS_PER_PAGE = 50;

    @Override
    public Step next(Progress p) {
        if (p.best().isEmpty()) {
            return atEndOfColumns(p);
        }
        if (p.pages() >= maxPages + Math.max(maxPages, MAX_NAVIGATION)
                || p.refused() >= (long) maxPages * REFUSALS_PER_PAGE
                || p.reports() >= (long) maxPages * REPORTS_PER_PAGE) {
            return new Step.CutOff();
        }
        if (p.pages() >= maxPages) {
            // what is listed already is what the budget was spent for; those that turn out to be no reports are charged
            // all the same
            return p.waits(Purpose.REPORT) ? new Step.Follow(Purpose.REPORT, Purpose.REPORT) : new Step.CutOff();
        }
        if (p.waits(Purpose.COLUMN)) {
            return follow(spentOnTheWay(p) ? Purpose.REPORT : Purpose.COLUMN, p);
        }
        return atEndOfColumns(p);
    }

    private static boolean spentOnTheWay(Progress p) {
        return (p.reports() == 0 || p.lists() == 0) && p.navigation() >= MAX_NAVIGATION;
    }

    /** No report, further page or column is left. */
    private static Step atEndOfColumns(Progress p) {
        boolean columnsFailed = p.listFailures() + p.listsGone() + p.columnsDenied() > 0;
        if (p.seedsHeld() && (p.lists() == 0 || columnsFailed)) {
            return new Step.ReleaseSeeds();
        }
        if (p.lists() > 0) {
            if (p.knownHeld() && p.listFailures() + p.columnsDenied() == 0) {
                return new Step.ReleaseKnown();
            }
            // what else stands in the seeds file may lead to further columns
            return p.seedWaits() ? new Step.Follow(Purpose.SEED, Purpose.SEED) : new Step.Finish();
        }
        if (p.navigation() >= MAX_NAVIGATION) {
            return new Step.Finish();
        }
        // a column that is there and cannot be read is not found anywhere else
        int others = p.columnsDenied() > 0 ? MAX_OTHERS_BESIDE_DENIED : MAX_OTHERS;
        boolean lookAnywhere = p.reports() == 0 && p.listFailures() == 0 && p.others() < others;
        return follow(lookAnywhere ? Purpose.OTHER : Purpose.SEED, p);
    }

    private static Step follow(Purpose least, Progress p) {
        return p.waits(least) ? new Step.Follow(least, Purpose.REPORT) : new Step.Finish();
    }
}
