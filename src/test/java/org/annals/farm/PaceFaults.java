package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Portals that are slow, overloaded, or down for a while. */
final class PaceFaults {
    private PaceFaults() {}

    static List<Fault> all() {
        Answer again = Answers.redirect("/zwgk/index.html");
        return List.of(
                Fault.of("pace: 429, Retry-After in seconds")
                        .on(PaceFaults::sectionBeside)
                        .at(Fault.SECTION, Answers.inTurn(Answers.status(429, "Retry-After: 2\r\n", ""), again))
                        .asked(Fault.SECTION, 2)
                        .outcome(Fault.SECTION, "server_error", "archived")
                        .check(waitedAfter(Fault.SECTION, Duration.ofSeconds(2))),
                Fault.of("pace: 503, Retry-After as a date")
                        .on(PaceFaults::sectionBeside)
                        .at(
                                Fault.SECTION,
                                Answers.inTurn(
                                        (asking, out) -> Answers.status(
                                                        503, "Retry-After: " + inThreeSeconds() + "\r\n", "")
                                                .play(asking, out),
                                        again))
                        .asked(Fault.SECTION, 2)
                        .outcome(Fault.SECTION, "server_error", "archived")
                        .check(waitedAfter(Fault.SECTION, Duration.ofMillis(1_900))),
                Fault.of("pace: Retry-After of a day at robots.txt")
                        .at("/robots.txt", Answers.status(503, "Retry-After: 86400\r\n", ""))
                        .nothingFound()
                        .outcome(Fault.HOME, "robots_denied")
                        .asked("/robots.txt", 1)
                        .atMost(1),
                Fault.of("pace: two 503, then well")
                        .on(PaceFaults::sectionBeside)
                        .at(Fault.SECTION, Answers.inTurn(Answers.status(503, ""), Answers.status(502, ""), again))
                        .outcome(Fault.SECTION, "server_error", "server_error", "archived")
                        .check(growingWaits(Fault.SECTION)),
                Fault.of("pace: 500 for ever")
                        .report(Answers.status(500, "<h1>500</h1>"), "server_error", "server_error", "server_error"),
                Fault.of("pace: slow answers")
                        .at(Fault.SECTION, slowly(Answers.redirect("/zwgk/index.html")))
                        .on(PaceFaults::sectionBeside)
                        .check(waitedAfter(Fault.SECTION, Duration.ofMillis(500))),
                Fault.of("pace: connections dropped, then well")
                        .on(PaceFaults::sectionBeside)
                        .at(Fault.SECTION, Answers.inTurn(Answers.raw(""), again))
                        .outcome(Fault.SECTION, "connection_error", "archived"),
                Fault.of("host: a certificate that nobody vouches for")
                        .on(Fault.Host.SELF_SIGNED)
                        .nothingFound()
                        .outcome("/robots.txt", "tls_error")
                        .outcome(Fault.HOME, "tls_error")
                        .atMost(0),
                Fault.of("host: nobody listens")
                        .on(Fault.Host.DEAD)
                        .nothingFound()
                        .outcome("/robots.txt", "connection_error", "connection_error", "connection_error")
                        .outcome(Fault.HOME, "connection_error")
                        .atMost(0));
    }

    private static void sectionBeside(Site site) {
        site.section("/zwgk/index.html", Html.link(Fault.COLUMN, "政府信息公开年报"));
    }

    private static String inThreeSeconds() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
    }

    private static Answer slowly(Answer answer) {
        return (asking, out) -> {
            Thread.sleep(500);
            answer.play(asking, out);
        };
    }

    private static Consumer<Evidence> waitedAfter(String path, Duration least) {
        return seen -> {
            List<Asked> log = seen.log();
            int at = log.indexOf(first(log, path));
            assertThat(log).as("something comes after " + path).hasSizeGreaterThan(at + 1);
            assertThat(log.get(at).until(log.get(at + 1))).isGreaterThanOrEqualTo(least);
        };
    }

    private static Consumer<Evidence> growingWaits(String path) {
        return seen -> {
            List<Asked> tries =
                    seen.log().stream().filter(a -> a.path().equals(path)).toList();
            assertThat(tries).hasSize(3);
            assertThat(tries.get(0).until(tries.get(1))).isGreaterThanOrEqualTo(FarmCrawl.DELAY.multipliedBy(4));
            assertThat(tries.get(1).until(tries.get(2))).isGreaterThanOrEqualTo(FarmCrawl.DELAY.multipliedBy(16));
        };
    }

    private static Asked first(List<Asked> log, String path) {
        return log.stream().filter(a -> a.path().equals(path)).findFirst().orElseThrow();
    }
}
