package org.annals.policy;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The robots.txt of one origin, by RFC 9309. crawler-commons reads the file; the matching is ours, because the library's stops at the first place where a
 * wildcard fits ({@code /*.php$} misses {@code /a.php/b.php}), lets {@code Disallow: /x/index.html} forbid {@code /x/} too, and does not say which rule decided.
 * Immutable.
 */
public final class RobotsRules {
    /** How much of a file is read, in bytes; RFC 9309 section 2.5 wants at least 500 KiB. */
    static final int MAX_BYTES = 512 << 10;

    private static final String ITSELF = "/robots.txt";
    private static final boolean[] WILDCARDS = new boolean[128];

    static {
        WILDCARDS['*'] = true;
        WILDCARDS['$'] = true;
    }

    private final List<RobotsRule> rules;
    private final Decision otherwise;
    private final Duration crawlDelay;

    private RobotsRules(List<RobotsRule> rules, Decision otherwise, Duration crawlDelay) {
        this.rules = List.copyOf(rules);
        this.otherwise = otherwise;
        this.crawlDelay = crawlDelay;
    }

    /**
     * Rules from an answer: 2xx are read, whatever type they are declared as; 4xx but 429 mean none, and so does a redirect (the caller follows five, after which
     * section 2.3.1.2 lets the file count as unavailable); 429, 5xx and anything else forbid everything.
     *
     * @param productToken the crawler's own name, letters, {@code _} and {@code -} only
     * @throws IllegalArgumentException if the product token is none
     */
    public static RobotsRules ofAnswer(int status, byte[] body, String productToken) {
        if (!productToken.matches("[a-zA-Z_-]+")) {
            throw new IllegalArgumentException("not a product token (RFC 9309, 2.2.1): " + productToken);
        }
        if (status >= 200 && status < 300) {
            return read(body, productToken.toLowerCase(Locale.ROOT));
        }
        if (status >= 300 && status < 500 && status != 429) {
            return new RobotsRules(List.of(), Decision.allow("robots: none (" + status + ")"), null);
        }
        return new RobotsRules(
                List.of(), Decision.refuse("robots: the file was answered with " + status + ", all forbidden"), null);
    }

    /** No answer at all: everything is forbidden. */
    public static RobotsRules unreachable(String reason) {
        return new RobotsRules(List.of(), Decision.refuse("robots: no answer, all forbidden: " + reason), null);
    }

    /** The most specific rule that matches decides, the allowing one of two alike; robots.txt itself may always be asked for. */
    public Decision decide(String url) {
        Optional<WebAddress> address = WebAddress.of(url);
        if (address.isEmpty()) {
            return Decision.refuse("robots: not a web address");
        }
        if (address.get().path().equals(ITSELF)) {
            return Decision.allow("robots: the file itself");
        }
        String path = SimpleRobotRules.escapePath(address.get().pathAndQuery(), WILDCARDS);
        RobotsRule best = null;
        for (RobotsRule rule : rules) {
            if (rule.matches(path) && (best == null || rule.compareTo(best) > 0)) {
                best = rule;
            }
        }
        return best == null ? otherwise : best.decision();
    }

    /** The delay that the portal asks for, uncapped. */
    public Optional<Duration> crawlDelay() {
        return Optional.ofNullable(crawlDelay);
    }

    /**
     * The sitemaps that a robots.txt names (sitemaps.org), in its order; they are for every crawler (RFC 9309, 2.2.4).
     *
     * @param url of the file; relative addresses are taken from there
     */
    public static List<String> sitemaps(String url, byte[] body) {
        return parsed(url, body, "annals").getSitemaps();
    }

    private static SimpleRobotRules parsed(String url, byte[] body, String productToken) {
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(url, head(body), "text/plain", List.of(productToken));
    }

    private static RobotsRules read(byte[] body, String productToken) {
        SimpleRobotRules read = parsed("http://robots.invalid/robots.txt", body, productToken);
        List<RobotsRule> rules = read.getRobotRules().stream()
                .map((RobotRule rule) -> new RobotsRule(rule.isAllow(), rule.getPrefix()))
                .toList();
        long delay = read.getCrawlDelay();
        return new RobotsRules(
                rules,
                Decision.allow(rules.isEmpty() ? "robots: no rules for us" : "robots: no rule matches"),
                delay == BaseRobotRules.UNSET_CRAWL_DELAY || delay < 0 ? null : Duration.ofMillis(delay));
    }

    /** The part that is read, cut after a whole line: half a line {@code Disallow: /private} would forbid everything. */
    private static byte[] head(byte[] body) {
        if (body.length <= MAX_BYTES) {
            return body;
        }
        int end = MAX_BYTES;
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(body, end);
    }
}
