package org.annals.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.crawl.CrawlSnapshot;

/** A crawl at one moment in one line, which answers why it is waiting. */
final class ProgressLine {
    private ProgressLine() {}

    /**
     * @param since the watching began
     * @param pagesSince archived since then, which tells how fast it goes
     */
    static String of(CrawlSnapshot now, Duration since, long pagesSince) {
        List<String> parts = new ArrayList<>(List.of(time(since)));
        parts.add(hosts(now));
        parts.add(found(now));
        parts.add(left(now, since, pagesSince));
        return String.join(" | ", parts);
    }

    private static String hosts(CrawlSnapshot now) {
        List<String> words = new ArrayList<>();
        if (!now.closedFor().isZero()) {
            words.add("outside the hours, on again in " + time(now.closedFor()));
        }
        words.add(now.hostsActive() + " hosts asked");
        say(words, now.hostsReady(), " ready");
        words.add(now.hostsPacing() + " pacing"
                + (now.hostsBackingOff() == 0 ? "" : " (" + now.hostsBackingOff() + " after a failure)"));
        say(words, now.hostsLeftAlone(), " left alone");
        boolean onlyWaiting = now.closedFor().isZero() && now.hostsActive() == 0;
        now.nextIn()
                .filter(next -> onlyWaiting && next.toSeconds() > 0)
                .ifPresent(next -> words.add("next in " + time(next)));
        return String.join(", ", words);
    }

    private static String found(CrawlSnapshot now) {
        List<String> words = new ArrayList<>(List.of(now.pages() + " pages", now.reports() + " reports"));
        say(words, now.refused(), " refused");
        say(words, now.challenged(), " blocked by a challenge");
        say(words, now.errors(), " errors");
        return String.join(", ", words);
    }

    private static String left(CrawlSnapshot now, Duration since, long pagesSince) {
        String left = now.addressesWaiting() + " to do for " + now.governmentsLeft() + " governments";
        return rate(now, since, pagesSince).map(rate -> left + ", " + rate).orElse(left);
    }

    /**
     * How fast it goes; empty as long as nobody can tell. How long it takes is not said: more pages are found on the way, not all that is known will be asked for,
     * and one host that hangs or asks for long pauses is enough to make any such number untrue.
     */
    private static Optional<String> rate(CrawlSnapshot now, Duration since, long pagesSince) {
        boolean tooEarly =
                pagesSince < 20 || since.toSeconds() < 10 || !now.closedFor().isZero();
        return tooEarly
                ? Optional.empty()
                : Optional.of(Math.max(1, pagesSince * 60 / since.toSeconds()) + " pages a minute");
    }

    private static void say(List<String> words, long count, String what) {
        if (count > 0) {
            words.add(count + what);
        }
    }

    private static String time(Duration time) {
        return time.toHours() == 0
                ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
