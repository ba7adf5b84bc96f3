package org.annals.farm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Every way in which robots.txt can be answered (RFC 9309, 2.3 and 2.5). */
final class RobotsFaults {
    private static final String ROBOTS = "/robots.txt";
    private static final String NO_COLUMN = "User-agent: *\nDisallow: " + Fault.COLUMN + "\n";
    /** What is read of a file at the most is 512 KiB. */
    private static final int LONG = 700_000;

    private RobotsFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("robots: all forbidden")
                        .on(site -> site.rules("User-agent: *\nDisallow: /\n", "/"))
                        .nothingFound()
                        .outcome(Fault.HOME, "robots_denied")
                        .atMost(1),
                Fault.of("robots: 404").on(site -> site.rules("")).at(ROBOTS, Answers.status(404, "")),
                Fault.of("robots: 403").on(site -> site.rules("")).at(ROBOTS, Answers.status(403, "denied")),
                Fault.of("robots: 503")
                        .at(ROBOTS, Answers.status(503, ""))
                        .nothingFound()
                        .outcome(Fault.HOME, "robots_denied")
                        .asked(ROBOTS, 3)
                        .atMost(3),
                Fault.of("robots: 503 once")
                        .at(ROBOTS, Answers.inTurn(Answers.status(503, ""), Answers.text("")))
                        .asked(ROBOTS, 2),
                Fault.of("robots: 429")
                        .at(ROBOTS, Answers.status(429, ""))
                        .nothingFound()
                        .outcome(Fault.HOME, "robots_denied")
                        .atMost(3),
                Fault.of("robots: silence")
                        .at(ROBOTS, Answers.silence())
                        .nothingFound()
                        .outcome(ROBOTS, "timeout", "timeout", "timeout")
                        .outcome(Fault.HOME, "timeout")
                        .atMost(3),
                Fault.of("robots: connection dropped")
                        .at(ROBOTS, Answers.raw(""))
                        .nothingFound()
                        .outcome(Fault.HOME, "connection_error")
                        .atMost(3),
                forbidsTheColumn("robots: rules declared as HTML").at(ROBOTS, Answers.typed("text/html", NO_COLUMN)),
                forbidsTheColumn("robots: rules declared as bytes")
                        .at(ROBOTS, Answers.typed("application/octet-stream", NO_COLUMN)),
                forbidsTheColumn("robots: byte order mark and CR line ends")
                        .at(ROBOTS, Answers.text("\uFEFF" + NO_COLUMN.replace('\n', '\r'))),
                forbidsTheColumn("robots: gzip")
                        .at(
                                ROBOTS,
                                Answers.whole(
                                        200,
                                        "Content-Encoding: gzip\r\n",
                                        Answers.gzip(NO_COLUMN.getBytes(StandardCharsets.UTF_8)))),
                forbidsTheColumn("robots: a group for annals")
                        .at(
                                ROBOTS,
                                Answers.text(
                                        "User-agent: *\nDisallow:\n\nUser-agent: Annals\nDisallow: " + Fault.COLUMN)),
                forbidsTheColumn("robots: three redirects to the rules")
                        .at(ROBOTS, Answers.redirect("/r1"))
                        .at("/r1", Answers.redirect("/r2"))
                        .at("/r2", Answers.redirect("/rules.txt"))
                        .at("/rules.txt", Answers.text(NO_COLUMN)),
                Fault.of("robots: redirect to the home page")
                        .on(site -> site.rules(""))
                        .at(ROBOTS, Answers.redirect("/")),
                Fault.of("robots: redirects for ever")
                        .on(site -> site.rules(""))
                        .at(ROBOTS, Answers.redirect("/robots.txt?again")),
                Fault.of("robots: redirect into the private network")
                        .on((site, inside) -> site.at(ROBOTS, Answers.redirect(inside.url("/robots.txt"))))
                        .nothingFound()
                        .outcome(Fault.HOME, "out_of_scope")
                        .atMost(1),
                forbidsTheColumn("robots: 700 kB, the rule at the top")
                        .at(ROBOTS, Answers.text(NO_COLUMN + "# filler\n".repeat(LONG / 9))),
                Fault.of("robots: 700 kB, the rule beyond what is read")
                        .on(site -> site.rules("User-agent: *\n" + "# filler\n".repeat(LONG / 9) + "Disallow: /\n")),
                Fault.of("robots: Crawl-delay")
                        .on(site ->
                                site.rules("User-agent: *\nCrawl-delay: 0.4\n").gap(Duration.ofMillis(400))));
    }

    private static Fault forbidsTheColumn(String name) {
        return Fault.of(name)
                .on(site -> site.rules("", Fault.COLUMN))
                .nothingFound()
                .asked(Fault.COLUMN, 0)
                .outcome(Fault.COLUMN, "robots_denied");
    }
}
