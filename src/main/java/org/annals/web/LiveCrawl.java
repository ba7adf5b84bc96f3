package org.annals.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveException;
import org.annals.archive.Commit;
import org.annals.archive.RunInfo;
import org.annals.frontier.FrontierView;

/** What the archive and the frontier say of runs: settings, and what an unfinished one still has before it. Read again a few seconds later at the earliest. */
final class LiveCrawl {
    /** Reading the frontier of a big crawl copies it; that may take one part in so many of the time. */
    private static final int REST = 20;

    private static final long LEAST_REST_NANOS = 3_000_000_000L;
    private static final int HOSTS = 20;

    /** Whether a host may be asked now, with a sign that needs no colour. */
    enum HostStanding {
        ASKED("▶"),
        READY("○"),
        PACING("◷"),
        BACKING_OFF("↻"),
        BLOCKED("⊘");

        private final String sign;

        HostStanding(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static HostStanding of(FrontierView.Host host, Instant now) {
            if (host.unreachable().isPresent()) {
                return BLOCKED;
            }
            if (host.asked()) {
                return ASKED;
            }
            if (host.attempts() > 0 && host.retryAt().isAfter(now)) {
                return BACKING_OFF;
            }
            return host.nextAt().isAfter(now) ? PACING : READY;
        }
    }

    /** A host with what waits for it, and how it stood when that was read. */
    record Waiting(FrontierView.Host host, HostStanding standing) {
        public String name() {
            return host.origin().toString();
        }

        /** When it is asked again; empty where nothing is known to hold it. */
        public Optional<Instant> until() {
            return switch (standing) {
                case BACKING_OFF -> Optional.of(host.retryAt());
                case PACING -> Optional.of(host.nextAt());
                default -> Optional.empty();
            };
        }
    }

    /**
     * What the frontier of an unfinished run holds.
     *
     * @param finished governments whose crawl has ended
     * @param pages asked so far
     * @param wanted reports and columns that wait
     * @param others addresses that may never be asked
     * @param held known reports and seeds that may have to be asked
     * @param standings how many hosts stand how
     * @param hosts for which most waits, most first
     */
    record Frontier(
            Map<String, FrontierView.Queue> queues,
            int governments,
            int finished,
            long pages,
            long wanted,
            long others,
            long held,
            Map<HostStanding, Integer> standings,
            List<Waiting> hosts) {}

    /**
     * @param settings by run
     * @param kinds crawl, demo, import …, by run
     * @param unfinished the run that was begun last and has no commit
     * @param writer the program that is writing to the archive now
     */
    record State(
            Map<String, Map<String, String>> settings,
            Map<String, String> kinds,
            Optional<String> unfinished,
            Optional<String> writer,
            Optional<Frontier> frontier,
            Instant at) {}

    private final Path folder;
    private State state;
    private long due;

    LiveCrawl(Path folder) {
        this.folder = folder;
    }

    synchronized State get() throws IOException {
        if (state == null || System.nanoTime() - due > 0) {
            long begun = System.nanoTime();
            state = read();
            long took = System.nanoTime() - begun;
            due = begun + took + Math.max(LEAST_REST_NANOS, REST * took);
        }
        return state;
    }

    private State read() throws IOException {
        Map<String, Map<String, String>> settings = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        Optional<RunInfo> unfinished = Optional.empty();
        try (Archive archive = Archive.openForReading(folder)) {
            for (Commit commit : archive.commits()) {
                settings.put(commit.run().value(), commit.settings());
                kinds.put(commit.run().value(), commit.kind());
            }
            unfinished = archive.unfinished();
        } catch (ArchiveException e) {
            // pages of the catalogue are shown without the files that it was derived from
            return new State(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Instant.now());
        }
        Optional<Frontier> frontier = Optional.empty();
        if (unfinished.isPresent()) {
            RunInfo run = unfinished.get();
            settings.put(run.run().value(), run.settings());
            kinds.put(run.run().value(), run.kind());
            frontier = FrontierView.read(folder.resolve("frontier.sqlite"), run.run())
                    .map(LiveCrawl::summed);
        }
        return new State(
                settings,
                kinds,
                unfinished.map(run -> run.run().value()),
                Archive.writer(folder),
                frontier,
                Instant.now());
    }

    private static Frontier summed(FrontierView view) {
        int finished = 0;
        long pages = 0;
        long wanted = 0;
        long others = 0;
        long held = 0;
        for (FrontierView.Queue queue : view.governments().values()) {
            finished += queue.finished() ? 1 : 0;
            pages += queue.pages();
            wanted += queue.wanted().values().stream().mapToLong(count -> count).sum();
            others += queue.others();
            held += queue.held();
        }
        Instant now = Instant.now();
        Map<HostStanding, Integer> standings = new EnumMap<>(HostStanding.class);
        List<Waiting> waiting = new ArrayList<>();
        for (FrontierView.Host host : view.hosts()) {
            HostStanding standing = HostStanding.of(host, now);
            standings.merge(standing, 1, Integer::sum);
            waiting.add(new Waiting(host, standing));
        }
        waiting.sort(Comparator.comparing((Waiting one) -> one.host().wanted())
                .thenComparing(one -> one.host().others())
                .reversed()
                .thenComparing(Waiting::name));
        return new Frontier(
                view.governments(),
                view.governments().size(),
                finished,
                pages,
                wanted,
                others,
                held,
                standings,
                List.copyOf(waiting.subList(0, Math.min(HOSTS, waiting.size()))));
    }
}
