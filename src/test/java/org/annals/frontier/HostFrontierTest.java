package org.annals.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.frontier.Completion.Verdict;
import org.annals.frontier.FollowRule.Step;
import org.annals.policy.Politeness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFrontierTest {
    private static final RunId RUN = new RunId("run-1");
    private static final String A = "http://a.example";
    private static final String B = "http://b.example";

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private HostFrontier frontier;

    @BeforeEach
    void open() throws IOException {
        frontier = open(p -> p.best().isEmpty() ? new Step.Finish() : new Step.Follow(Purpose.OTHER, Purpose.REPORT));
    }

    @AfterEach
    void close() {
        frontier.close();
    }

    private HostFrontier open(FollowRule rule) throws IOException {
        return HostFrontier.open(folder.resolve("frontier.sqlite"), clock, Politeness.of(Duration.ofMillis(1)), rule);
    }

    private void begin(Map<String, List<Offer>> starts) throws IOException {
        frontier.begin(RUN, starts);
        frontier.load(false);
        frontier.start();
    }

    private static Offer offer(String url, Purpose purpose, int score) {
        return Offer.link(url, purpose, score, Via.SEED);
    }

    /** Waits for a lease; empty at the end. */
    private Optional<Lease> next() {
        List<WebURL> leases = new ArrayList<>();
        frontier.getNextURLs(50, leases);
        assertThat(leases).hasSizeLessThan(2);
        return leases.stream().map(Lease.class::cast).findFirst();
    }

    private void giveBack(Lease lease, Verdict verdict, Offer... links) {
        List.of(links).forEach(lease::offer);
        Optional<RobotsAnswer> robots = lease.entry().purpose() == Purpose.ROBOTS
                ? Optional.of(RobotsAnswer.of(404, Optional.empty(), new byte[0], clock.instant()))
                : Optional.empty();
        lease.complete(new Completion(
                Optional.of(clock.instant()), Optional.empty(), Optional.empty(), verdict, robots, List.of()));
        frontier.setProcessed(lease);
    }

    /** Settles everything, and says what was handed out. */
    private List<String> drain() {
        List<String> handedOut = new ArrayList<>();
        for (Optional<Lease> lease = next(); lease.isPresent(); lease = next()) {
            handedOut.add(lease.get().getURL());
            giveBack(lease.get(), Verdict.PAGE);
        }
        return handedOut;
    }

    @Test
    void robotsComesFirstThenTheMostWantedThenTheOrderOfInsertion() throws IOException {
        begin(Map.of(
                "1",
                List.of(
                        offer(A + "/other", Purpose.OTHER, 9),
                        offer(A + "/seed", Purpose.SEED, 0),
                        offer(A + "/section", Purpose.SECTION, 1),
                        offer(A + "/report-2", Purpose.REPORT, 1),
                        offer(A + "/report-1", Purpose.REPORT, 2),
                        offer(A + "/report-3", Purpose.REPORT, 1),
                        offer(A + "/column", Purpose.COLUMN, 1),
                        offer(A + "/pager", Purpose.PAGER, 1))));

        assertThat(drain())
                .containsExactly(
                        A + "/robots.txt",
                        A + "/report-1",
                        A + "/report-2",
                        A + "/report-3",
                        A + "/pager",
                        A + "/column",
                        A + "/section",
                        A + "/seed",
                        A + "/other");
        assertThat(frontier.isFinished()).isTrue();
        assertThat(frontier.getQueueLength()).isZero();
    }

    @Test
    void addressIsTakenOncePerGovernment() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0)), "2", List.of(offer(A + "/", Purpose.SEED, 0))));
        giveBack(next().orElseThrow(), Verdict.PAGE);

        giveBack(
                next().orElseThrow(),
                Verdict.PAGE,
                offer(A + "/x", Purpose.OTHER, 0),
                offer(A + "/x", Purpose.OTHER, 0),
                offer(A + "/", Purpose.OTHER, 0));

        assertThat(drain()).containsExactlyInAnyOrder(A + "/", A + "/x");
    }

    @Test
    void addressMovesUpWhereItTurnsOutToBeMoreWanted() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/1", Purpose.OTHER, 0), offer(A + "/2", Purpose.OTHER, 5))));
        giveBack(next().orElseThrow(), Verdict.PAGE);
        Lease second = next().orElseThrow();
        assertThat(second.getURL()).isEqualTo(A + "/2");

        giveBack(second, Verdict.PAGE, offer(A + "/3", Purpose.SECTION, 0), offer(A + "/1", Purpose.COLUMN, 0));

        assertThat(drain()).containsExactly(A + "/1", A + "/3");
    }

    @Test
    void hostIsNotHandedOutTwiceAtOnce() throws Exception {
        begin(Map.of("1", List.of(offer(A + "/1", Purpose.SEED, 0)), "2", List.of(offer(A + "/2", Purpose.SEED, 0))));
        giveBack(next().orElseThrow(), Verdict.PAGE);
        Lease first = next().orElseThrow();
        Thread second = new Thread(() -> next().ifPresent(l -> giveBack(l, Verdict.PAGE)));
        second.start();
        while (second.getState() != Thread.State.WAITING && second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(frontier.counts().active()).isEqualTo(1);

        giveBack(first, Verdict.PAGE);
        second.join();

        assertThat(frontier.unfinished()).isZero();
        assertThat(next()).isEmpty();
    }

    @Test
    void hostsOfDifferentGovernmentsAreHandedOutTogether() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0)), "2", List.of(offer(B + "/", Purpose.SEED, 0))));

        Lease one = next().orElseThrow();
        Lease two = next().orElseThrow();

        assertThat(List.of(one.getURL(), two.getURL())).containsExactlyInAnyOrder(A + "/robots.txt", B + "/robots.txt");
    }

    @Test
    void leaseGivenBackUnfinishedWaitsAgain() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        giveBack(next().orElseThrow(), Verdict.PAGE);

        frontier.setProcessed(next().orElseThrow());

        assertThat(drain()).containsExactly(A + "/");
    }

    @Test
    void leaseOfAProgramThatDiedIsReadyAgain() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0), offer(A + "/2", Purpose.OTHER, 0))));
        giveBack(next().orElseThrow(), Verdict.PAGE);
        next().orElseThrow();
        frontier.close();

        open();
        assertThat(frontier.holds(RUN)).isTrue();
        frontier.load(true);
        frontier.start();

        assertThat(drain()).containsExactly(A + "/", A + "/2");
    }

    @Test
    void forbiddenAddressIsHandedOutOnceToBeRecorded() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/inner/", Purpose.SEED, 0))));
        Lease robots = next().orElseThrow();
        byte[] rules = "User-agent: annals\nDisallow: /inner/".getBytes(StandardCharsets.US_ASCII);
        robots.complete(new Completion(
                Optional.of(clock.instant()),
                Optional.empty(),
                Optional.empty(),
                Verdict.PAGE,
                Optional.of(RobotsAnswer.of(200, Optional.empty(), rules, clock.instant())),
                List.of()));
        frontier.setProcessed(robots);

        Lease refused = next().orElseThrow();

        assertThat(refused.entry().refusal().map(Refusal::outcome)).contains(Outcome.ROBOTS_DENIED);
        giveBack(refused, Verdict.REFUSED);
        assertThat(next()).isEmpty();
    }

    @Test
    void robotsIsAskedAgainAfterADay() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0), offer(A + "/2", Purpose.OTHER, 0))));
        Lease robots = next().orElseThrow();
        Instant yesterday = clock.instant().minus(Duration.ofHours(24)).plusMillis(500);
        robots.complete(new Completion(
                Optional.of(clock.instant()),
                Optional.empty(),
                Optional.empty(),
                Verdict.PAGE,
                Optional.of(RobotsAnswer.of(404, Optional.empty(), new byte[0], yesterday)),
                List.of()));
        frontier.setProcessed(robots);
        Lease page = next().orElseThrow();
        assertThat(page.getURL()).isEqualTo(A + "/");
        while (clock.instant().isBefore(yesterday.plus(Duration.ofHours(24)))) {
            Thread.onSpinWait();
        }

        giveBack(page, Verdict.PAGE);

        assertThat(drain()).containsExactly(A + "/robots.txt", A + "/2");
    }

    @Test
    void seedsAndKnownReportsAreHeldUntilTheRuleLetsThemGo() throws IOException {
        frontier.close();
        frontier = open(p -> {
            if (p.best().isPresent()) {
                return new Step.Follow(Purpose.OTHER, Purpose.REPORT);
            }
            return p.knownHeld()
                    ? new Step.ReleaseKnown()
                    : p.seedsHeld() ? new Step.ReleaseSeeds() : new Step.Finish();
        });
        Map<String, List<Offer>> starts = new LinkedHashMap<>();
        starts.put(
                "1",
                List.of(
                        offer(A + "/column", Purpose.COLUMN, 0),
                        held(A + "/home", Purpose.SEED, Offer.Hold.SEED),
                        held(A + "/listed", Purpose.REPORT, Offer.Hold.KNOWN),
                        held(A + "/unlisted", Purpose.REPORT, Offer.Hold.KNOWN)));
        begin(starts);
        giveBack(next().orElseThrow(), Verdict.PAGE);

        giveBack(next().orElseThrow(), Verdict.LIST, offer(A + "/listed", Purpose.REPORT, 1));

        assertThat(drain()).containsExactly(A + "/unlisted", A + "/home");
    }

    private static Offer held(String url, Purpose purpose, Offer.Hold hold) {
        return new Offer(url, purpose, 0, Via.SEED, 0, false, true, Optional.empty(), hold);
    }

    @Test
    void clockThatWasSetBackDoesNotHoldAHostForEver() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        Lease robots = next().orElseThrow();
        robots.complete(new Completion(
                Optional.of(clock.instant().plus(Duration.ofDays(4_000))),
                Optional.empty(),
                Optional.empty(),
                Verdict.PAGE,
                Optional.of(RobotsAnswer.of(404, Optional.empty(), new byte[0], clock.instant())),
                List.of()));
        frontier.setProcessed(robots);
        frontier.close();

        frontier = HostFrontier.open(
                folder.resolve("frontier.sqlite"),
                Clock.offset(clock, Duration.ofHours(-1)),
                Politeness.of(Duration.ZERO),
                p -> p.best().isEmpty() ? new Step.Finish() : new Step.Follow(Purpose.OTHER, Purpose.REPORT));
        frontier.load(false);
        frontier.start();
        Thread waiting = new Thread(this::next);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        assertThat(frontier.counts().pacing()).isEqualTo(1);
        assertThat(frontier.counts().nextTurn())
                .hasValueSatisfying(
                        at -> assertThat(at).isBefore(clock.instant().plus(Duration.ofHours(1))));
        frontier.finish();
    }

    @Test
    void stopWakesWhoeverWaits() throws Exception {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        next().orElseThrow();
        List<Optional<Lease>> got = new ArrayList<>();
        Thread waiting = new Thread(() -> got.add(next()));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        frontier.finish();
        waiting.join();

        assertThat(got).containsExactly(Optional.empty());
        assertThat(frontier.unfinished()).isEqualTo(1);
    }

    /** Opens the file an hour earlier than it was closed, and says how long its host is held. */
    private Duration heldAfterTheClockWasSetBack(Duration hold) throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        Lease robots = next().orElseThrow();
        robots.complete(new Completion(
                Optional.of(clock.instant().plus(hold)),
                Optional.empty(),
                Optional.empty(),
                Verdict.PAGE,
                Optional.of(RobotsAnswer.of(404, Optional.empty(), new byte[0], clock.instant())),
                List.of()));
        frontier.setProcessed(robots);
        frontier.close();

        Clock earlier = Clock.offset(clock, Duration.ofHours(-1));
        Instant opened = earlier.instant();
        frontier = HostFrontier.open(
                folder.resolve("frontier.sqlite"),
                earlier,
                Politeness.of(Duration.ZERO),
                p -> p.best().isEmpty() ? new Step.Finish() : new Step.Follow(Purpose.OTHER, Purpose.REPORT));
        frontier.load(false);
        frontier.start();
        Thread waiting = new Thread(this::next);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        Duration held = Duration.between(opened, frontier.counts().nextTurn().orElseThrow());
        frontier.finish();
        return held;
    }

    @Test
    void clockThatWasSetBackMakesNobodyWaitLongerThanWasMeant() throws IOException {
        assertThat(heldAfterTheClockWasSetBack(Duration.ofMinutes(5)))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    }

    @Test
    void publicAddressIsAskedByOneOfItsHostsAtATime() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0)), "2", List.of(offer(B + "/", Purpose.SEED, 0))));
        Lease one = next().orElseThrow();
        Lease other = next().orElseThrow();

        assertThat(frontier.claim(one, Set.of("93.184.216.34", "93.184.216.35")))
                .isTrue();
        assertThat(frontier.claim(other, Set.of("93.184.216.35", "93.184.216.36")))
                .isFalse();
        frontier.setProcessed(other);
        giveBack(one, Verdict.PAGE);

        // whichever comes next comes when the address is free
        Lease next = next().orElseThrow();
        assertThat(frontier.claim(next, Set.of("93.184.216.35"))).isTrue();
    }

    @Test
    void leaseThatWasWithheldComesAgain() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0)), "2", List.of(offer(B + "/", Purpose.SEED, 0))));
        Lease one = next().orElseThrow();
        Lease other = next().orElseThrow();
        frontier.claim(one, Set.of("93.184.216.34"));
        frontier.claim(other, Set.of("93.184.216.34"));
        frontier.setProcessed(other);
        giveBack(one, Verdict.PAGE);

        assertThat(drain()).containsExactlyInAnyOrder(A + "/", other.getURL(), B + "/");
    }

    @Test
    void outsideTheHoursNothingIsClaimed() throws IOException {
        Duration[] closedFor = {Duration.ZERO};
        frontier.begin(RUN, Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        frontier.load(false);
        frontier.start(() -> closedFor[0]);
        Lease lease = next().orElseThrow();
        closedFor[0] = Duration.ofHours(1);

        assertThat(frontier.claim(lease, Set.of())).isFalse();
    }

    @Test
    void fileThatIsNoDatabaseIsBegunAnewAndSaid() throws IOException {
        assertThat(frontier.replaced()).isEmpty();
        frontier.close();
        Files.writeString(folder.resolve("frontier.sqlite"), "no database at all ".repeat(100));

        open();

        assertThat(frontier.replaced())
                .hasValueSatisfying(why -> assertThat(why).contains("not a database"));
    }

    @Test
    void fileThatWasCutIsBegunAnew() throws IOException {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        frontier.close();
        byte[] whole = Files.readAllBytes(folder.resolve("frontier.sqlite"));
        Files.write(folder.resolve("frontier.sqlite"), Arrays.copyOf(whole, whole.length / 2));

        open();

        assertThat(frontier.replaced()).isPresent();
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        assertThat(drain()).containsExactly(A + "/robots.txt", A + "/");
    }

    @Test
    void fileThatAnotherProgramHoldsIsLeftAloneAndSaid() throws Exception {
        begin(Map.of("1", List.of(offer(A + "/", Purpose.SEED, 0))));
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("frontier.sqlite"));
                Statement s = other.createStatement()) {
            s.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> frontier.begin(RUN, Map.of()))
                    .isInstanceOf(FrontierException.class)
                    .hasMessageContaining("frontier.sqlite: another program holds the file");
            s.execute("ROLLBACK");
        }
        assertThat(drain()).containsExactly(A + "/robots.txt", A + "/");
    }

    private static Offer knownReport(String url) {
        return new Offer(url, Purpose.REPORT, 9, Via.SEED, 0, false, true, Optional.empty(), Offer.Hold.KNOWN);
    }

    private List<String> afterColumn(List<Offer> known, Offer... listed) throws IOException {
        List<Offer> starts = new ArrayList<>(known);
        starts.add(offer(A + "/column", Purpose.COLUMN, 1));
        begin(Map.of("1", starts));
        giveBack(next().orElseThrow(), Verdict.PAGE);
        giveBack(next().orElseThrow(), Verdict.LIST, listed);
        return drain();
    }

    @Test
    void aKnownReportUnderANewNumberAgainstCachesIsThatReport() throws IOException {
        assertThat(afterColumn(
                        List.of(knownReport(A + "/2022.jsp?v=384756"), knownReport(A + "/show?id=7&r=58391")),
                        offer(A + "/2022.jsp?v=571111", Purpose.REPORT, 9),
                        offer(A + "/show?id=7&r=11853", Purpose.REPORT, 9),
                        offer(A + "/show?id=8&r=11854", Purpose.REPORT, 9)))
                .containsExactly(A + "/show?id=8&r=11854");
    }

    @Test
    void numbersThatTellTheLinksOfAPageApartAreNotAgainstCaches() throws IOException {
        assertThat(afterColumn(
                        List.of(knownReport(A + "/show?r=384756")),
                        offer(A + "/show?r=571111", Purpose.REPORT, 9),
                        offer(A + "/show?r=571112", Purpose.REPORT, 9)))
                .containsExactly(A + "/show?r=571111", A + "/show?r=571112");
    }
}
