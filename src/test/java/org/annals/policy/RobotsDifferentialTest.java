package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random files, random addresses: our answer against crawler-commons', which passes Google's own tests. */
class RobotsDifferentialTest {
    private static final String HOST = "http://www.example.gov.cn";
    private static final long SEED = 20261122;
    private static final int FILES = 4_000;
    private static final int PATHS = 12;

    private static final List<String> AGENTS =
            List.of("annals", "Annals", "ANNALS/1.0", "*", "other", "annalsbot", "googlebot");
    private static final List<String> AGENT_LINES =
            List.of("User-agent: ", "user-agent:", "USER-AGENT : ", "Useragent: ");
    private static final List<String> OTHER_LINES = List.of(
            "Sitemap: http://www.example.gov.cn/sitemap.xml",
            "Crawl-delay: 2",
            "# Disallow: /",
            "Host: www.example.gov.cn",
            "Disalow: /typo",
            "Noindex: /a",
            "nothing that means anything",
            "");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");

    @Test
    void decidesAsCrawlerCommonsDoes() {
        Random random = new Random(SEED);
        int forbidden = 0;
        for (int i = 0; i < FILES; i++) {
            String file = file(random);
            byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
            RobotsRules ours = RobotsRules.ofAnswer(200, bytes, "annals");
            BaseRobotRules theirs = theirs(bytes);
            for (int k = 0; k < PATHS; k++) {
                String url = HOST + "/" + path(random, "ab/", 6)
                        + (random.nextInt(5) == 0 ? "?a=" + path(random, "ab", 3) : "");
                assertThat(ours.decide(url).allowed())
                        .as("%s, seed %d, file:%n%s", url, SEED, file)
                        .isEqualTo(theirs.isAllowed(url));
                forbidden += ours.decide(url).allowed() ? 0 : 1;
            }
        }
        assertThat(forbidden).as("neither all nor nothing").isBetween(FILES * PATHS / 20, FILES * PATHS * 19 / 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 403, 404, 410, 500, 503})
    void statusMeansTheSame(int status) {
        String page = HOST + "/a";
        BaseRobotRules theirs =
                status == 200 || status == 204 ? theirs(new byte[0]) : new SimpleRobotRulesParser().failedFetch(status);
        assertThat(RobotsRules.ofAnswer(status, new byte[0], "annals")
                        .decide(page)
                        .allowed())
                .isEqualTo(theirs.isAllowed(page));
    }

    private static BaseRobotRules theirs(byte[] file) {
        return new SimpleRobotRulesParser().parseContent(HOST + "/robots.txt", file, "text/plain", List.of("annals"));
    }

    private static String file(Random random) {
        String end = one(random, ENDS);
        StringBuilder file = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        for (int groups = 1 + random.nextInt(4); groups > 0; groups--) {
            for (int agents = 1 + random.nextInt(2); agents > 0; agents--) {
                file.append(one(random, AGENT_LINES))
                        .append(one(random, AGENTS))
                        .append(end);
            }
            for (int lines = random.nextInt(5); lines > 0; lines--) {
                file.append(random.nextInt(5) == 0 ? one(random, OTHER_LINES) : rule(random))
                        .append(end);
            }
        }
        return file.toString();
    }

    /** Without both a star and an end mark: there theirs stops at the first place that fits, see {@link RobotsRules}. */
    private static String rule(Random random) {
        String name = random.nextInt(3) == 0 ? "Allow: " : "Disallow: ";
        if (random.nextInt(12) == 0) {
            return name;
        }
        boolean toEnd = random.nextInt(6) == 0;
        return name + "/" + path(random, toEnd ? "ab/" : "ab/*", 5) + (toEnd ? "$" : "")
                + (random.nextInt(6) == 0 ? " # why" : "");
    }

    private static String path(Random random, String alphabet, int most) {
        StringBuilder path = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            path.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return path.toString();
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
