package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.annals.capture.Purpose;
import org.annals.frontier.FollowRule.Step;
import org.annals.frontier.Progress;
import org.junit.jupiter.api.Test;

class DiscoveryRuleTest {
    private final DiscoveryRule rule = new DiscoveryRule(200);

    private int pages = 5;
    private int navigation = 5;
    private int others;
    private int refused;
    private int reports;
    private int lists;
    private int listFailures;
    private int listsGone;
    private int columnsDenied;
    private Purpose best;
    private boolean seedWaits;
    private boolean seedsHeld;
    private boolean knownHeld;

    private Step next() {
        return rule.next(new Progress(
                "990001",
                pages,
                navigation,
                others,
                refused,
                reports,
                lists,
                listFailures,
                listsGone,
                columnsDenied,
                Optional.ofNullable(best),
                seedWaits,
                seedsHeld,
                knownHeld));
    }

    @Test
    void columnsAreFollowedAsLongAsThereAreAny() {
        best = Purpose.COLUMN;
        reports = 40;
        lists = 3;
        assertThat(next()).isEqualTo(new Step.Follow(Purpose.COLUMN, Purpose.REPORT));
    }

    @Test
    void littleIsTriedBesideAColumnThatRobotsForbids() {
        best = Purpose.OTHER;
        columnsDenied = 1;
        others = DiscoveryRule.MAX_OTHERS_BESIDE_DENIED - 1;
        assertThat(next()).isEqualTo(new Step.Follow(Purpose.OTHER, Purpose.REPORT));
        others++;
        assertThat(next()).isInstanceOf(Step.Finish.class);
    }

    @Test
    void knownReportsAreNotTakenForUnlistedWhereAColumnIsForbidden() {
        lists = 1;
        knownHeld = true;
        columnsDenied = 1;
        assertThat(next()).isInstanceOf(Step.Finish.class);
    }

    @Test
    void menusAreLeftOnceAColumnWasRead() {
        best = Purpose.SECTION;
        reports = 1;
        lists = 1;
        assertThat(next()).isEqualTo(new Step.Finish());
    }

    @Test
    void seedsAreAskedThoughAColumnWasRead() {
        best = Purpose.SECTION;
        seedWaits = true;
        lists = 1;
        assertThat(next()).isEqualTo(new Step.Follow(Purpose.SEED, Purpose.SEED));
    }

    @Test
    void anythingIsFollowedWhileNothingWasFoundButNotForLong() {
        best = Purpose.OTHER;
        assertThat(next()).isEqualTo(new Step.Follow(Purpose.OTHER, Purpose.REPORT));
        others = DiscoveryRule.MAX_OTHERS;
        assertThat(next()).isEqualTo(new Step.Finish());
    }

    @Test
    void otherPagesAreNotAskedOnceAReportWasFound() {
        best = Purpose.OTHER;
        reports = 1;
        assertThat(next()).isEqualTo(new Step.Finish());
    }

    @Test
    void searchThatFindsNothingEndsButReportsAreStillFetched() {
        navigation = DiscoveryRule.MAX_NAVIGATION;
        best = Purpose.COLUMN;
        assertThat(next()).isEqualTo(new Step.Finish());
        best = Purpose.REPORT;
        assertThat(next()).isEqualTo(new Step.Follow(Purpose.REPORT, Purpose.REPORT));
    }

    @Test
    void budgetEndsAllButTheReportsThatAreListedAlready() {
        pages = 200;
        best = Purpose.PAGER;
        assertThat(next()).isEqualTo(new Step.CutOff());
        best = Purpose.REPORT;
        assertThat(next()).isEqualTo(new Step.Follow(Purpose.REPORT, Purpose.REPORT));
    }

    @Test
    void listedReportsThatAreNoneEndToo() {
        best = Purpose.REPORT;
        pages = 400;
        assertThat(next()).isEqualTo(new Step.CutOff());
        pages = 5;
        reports = 10_000;
        assertThat(next()).isEqualTo(new Step.CutOff());
    }

    @Test
    void endlessForbiddenLinksEndToo() {
        refused = 2_000;
        best = Purpose.REPORT;
        assertThat(next()).isEqualTo(new Step.CutOff());
    }

    @Test
    void heldSeedsAreLetGoWhereTheKnownColumnsFailOrAreNoListsAnyMore() {
        seedsHeld = true;
        lists = 1;
        assertThat(next()).isEqualTo(new Step.Finish());
        listsGone = 1;
        assertThat(next()).isEqualTo(new Step.ReleaseSeeds());
        listsGone = 0;
        lists = 0;
        assertThat(next()).isEqualTo(new Step.ReleaseSeeds());
    }

    @Test
    void unlistedReportsAreAskedForOnlyWhereTheColumnsWereReadToTheirEnd() {
        knownHeld = true;
        lists = 1;
        assertThat(next()).isEqualTo(new Step.ReleaseKnown());
        listFailures = 1;
        assertThat(next()).isEqualTo(new Step.Finish());
    }
}
