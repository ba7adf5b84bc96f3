package org.annals.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.capture.Purpose;
import org.annals.catalog.KnownVisit;
import org.annals.cli.CrawlPlan.PlannedAddress;
import org.annals.cli.CrawlPlan.PlannedGovernment;
import org.annals.cli.CrawlPlan.PlannedHost;
import org.annals.cli.CrawlPlan.State;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.Selection;
import org.annals.frontier.FrontierView;
import org.annals.frontier.FrontierView.Queue;
import org.annals.government.Government;
import org.annals.policy.Decision;
import org.annals.policy.Due;
import org.annals.policy.Origin;
import org.annals.policy.UrlNormalizer;

/** Makes the plan of a crawl out of what archive, catalogue and frontier hold. */
final class Planner {
    private final CrawlOptions options;
    private final Agenda agenda;
    private final Optional<Archive> archive;
    private final Optional<Selection> due;
    private final Map<Origin, Optional<ArchivedRobots>> robots = new LinkedHashMap<>();
    private final Map<Origin, Count> hosts = new LinkedHashMap<>();

    private static final class Count {
        private final Set<String> governments = new HashSet<>();
        private int requests;
        private int more;
    }

    /**
     * @param archive empty where there is none yet
     * @param due where it is given, only what is due is asked
     */
    Planner(CrawlOptions options, Agenda agenda, Optional<Archive> archive, Optional<Selection> due) {
        this.options = options;
        this.agenda = agenda;
        this.archive = archive;
        this.due = due;
    }

    /**
     * @param run the unfinished run that would be gone on with
     * @param view what its frontier holds; empty where that is lost, and the plan is then that of its beginning
     */
    CrawlPlan plan(List<Government> governments, Optional<String> run, Optional<FrontierView> view, Instant now)
            throws IOException {
        List<PlannedGovernment> planned = new ArrayList<>();
        for (Government government : governments) {
            Optional<Queue> queue = view.map(FrontierView::governments).map(queues -> queues.get(government.code()));
            planned.add(queue.isPresent() ? left(government, queue.get()) : fresh(government, view.isPresent()));
        }
        List<PlannedHost> plannedHosts = new ArrayList<>();
        for (Map.Entry<Origin, Count> host : hosts.entrySet()) {
            Count count = host.getValue();
            Optional<ArchivedRobots> known = robots(host.getKey());
            plannedHosts.add(new PlannedHost(
                    host.getKey(),
                    count.governments.size(),
                    count.requests + 1,
                    count.requests + 1 + count.more,
                    options.delay(),
                    known.flatMap(r -> r.rules().crawlDelay()),
                    known.map(ArchivedRobots::askedAt)));
        }
        Duration closed = options.hours().map(h -> h.closedFor(now)).orElse(Duration.ZERO);
        return new CrawlPlan(run, options.delay(), options.hours(), closed, planned, plannedHosts);
    }

    /** A government of an unfinished run. */
    private PlannedGovernment left(Government government, Queue queue) {
        Optional<Due> when = agenda.due(government.code());
        if (queue.finished()) {
            return new PlannedGovernment(
                    government.code(), government.name(), State.FINISHED, List.of(), 0, 0, 0, when);
        }
        int requests = 0;
        for (Map.Entry<Origin, Integer> host : queue.wanted().entrySet()) {
            requests += host.getValue();
            count(government, host.getKey()).requests += host.getValue();
        }
        int pages = Math.max(0, options.maxPages() - queue.pages());
        if (requests == 0 && queue.others() > 0) {
            // at least one of those that may lead on
            requests = 1;
            firstHost(government).ifPresent(origin -> count(government, origin).requests++);
        }
        firstHost(government)
                .or(() -> queue.wanted().keySet().stream().findFirst())
                .ifPresent(origin -> count(government, origin).more += pages + queue.held());
        return new PlannedGovernment(
                government.code(),
                government.name(),
                State.INTERRUPTED,
                List.of(),
                requests,
                pages,
                queue.held(),
                when);
    }

    /** @param inOtherRun whether an unfinished run is gone on with that does not have the government */
    private PlannedGovernment fresh(Government government, boolean inOtherRun) throws IOException {
        Optional<Due> when = agenda.due(government.code());
        boolean skipped = inOtherRun
                || due.map(selected -> !selected.governments().contains(government.code()))
                        .orElse(false);
        if (skipped) {
            return new PlannedGovernment(government.code(), government.name(), State.NOT_DUE, List.of(), 0, 0, 0, when);
        }
        List<KnownVisit> known = agenda.visits(government.code());
        boolean hasColumns = known.stream().anyMatch(visit -> visit.address().purpose() == Purpose.COLUMN);
        List<PlannedAddress> addresses = new ArrayList<>();
        int held = 0;
        if (!hasColumns) {
            for (String url : seeds(government)) {
                Purpose purpose = isReportList(government, url) ? Purpose.COLUMN : Purpose.SEED;
                addresses.add(address(url, purpose, Optional.empty()));
            }
        }
        for (KnownVisit visit : known) {
            boolean asked = visit.address().purpose() == Purpose.COLUMN
                    || options.revisit()
                    || due.map(selected -> selected.reports().contains(visit.address()))
                            .orElse(false);
            if (asked) {
                String url = visit.address().url();
                addresses.add(address(url, visit.address().purpose(), Optional.of(Agenda.due(visit))));
            } else {
                held++;
            }
        }
        int requests = 0;
        for (PlannedAddress address : addresses) {
            Count host = count(government, Origin.of(address.url()));
            if (address.forbidden().isEmpty()) {
                host.requests++;
                requests++;
            }
        }
        int more = options.maxPages() + held;
        // all that may come on top is counted to the host on which it begins
        addresses.stream()
                .map(address -> Origin.of(address.url()))
                .findFirst()
                .ifPresent(origin -> count(government, origin).more += more);
        State state = hasColumns ? State.KNOWN : State.FIRST;
        return new PlannedGovernment(
                government.code(), government.name(), state, addresses, requests, options.maxPages(), held, when);
    }

    private PlannedAddress address(String url, Purpose purpose, Optional<Due> when) throws IOException {
        Optional<String> forbidden = robots(Origin.of(url))
                .map(known -> known.rules().decide(url))
                .filter(decision -> !decision.allowed())
                .map(Decision::rule);
        return new PlannedAddress(url, purpose, when, forbidden);
    }

    private static List<String> seeds(Government government) {
        return Stream.of(government.reportList(), government.portal())
                .flatMap(Optional::stream)
                .flatMap(url -> UrlNormalizer.normalize(url).stream())
                .distinct()
                .toList();
    }

    private static boolean isReportList(Government government, String url) {
        return government.reportList().flatMap(UrlNormalizer::normalize).equals(Optional.of(url));
    }

    private static Optional<Origin> firstHost(Government government) {
        return seeds(government).stream().findFirst().map(Origin::of);
    }

    private Count count(Government government, Origin origin) {
        Count count = hosts.computeIfAbsent(origin, o -> new Count());
        count.governments.add(government.code());
        return count;
    }

    private Optional<ArchivedRobots> robots(Origin origin) throws IOException {
        Optional<ArchivedRobots> known = robots.get(origin);
        if (known == null) {
            known = archive.isPresent() ? ArchivedRobots.of(archive.get(), origin) : Optional.empty();
            robots.put(origin, known);
        }
        return known;
    }
}
