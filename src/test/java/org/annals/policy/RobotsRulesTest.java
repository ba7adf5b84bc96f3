package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsRulesTest {
    private static final String HOST = "http://www.example.gov.cn";

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 404, 410, 418, 451})
    void unavailableFileForbidsNothing(int status) {
        assertThat(RobotsRules.ofAnswer(status, utf8("User-agent: *\nDisallow: /"), "annals")
                        .decide(HOST + "/a"))
                .isEqualTo(Decision.allow("robots: none (" + status + ")"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 521, 599, 0, 199})
    void unreachableFileForbidsAllButItself(int status) {
        RobotsRules rules = RobotsRules.ofAnswer(status, new byte[0], "annals");
        assertThat(rules.decide(HOST + "/").allowed()).isFalse();
        assertThat(rules.decide(HOST + "/").rule()).contains(String.valueOf(status));
        assertThat(rules.decide(HOST + "/robots.txt").allowed()).isTrue();
    }

    @Test
    void noAnswerForbidsAllAndSaysWhy() {
        Decision decision = RobotsRules.unreachable("connect timed out").decide(HOST + "/");
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.rule()).contains("connect timed out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rule | path | matches: RFC 9309 2.2.2, 2.2.3 and Google's published table of wildcards
                "/fish | /fish | true",
                "/fish | /fish.html | true",
                "/fish | /fish/salmon.html | true",
                "/fish | /fish.php?id=anything | true",
                "/fish | /Fish.asp | false",
                "/fish | /catfish | false",
                "/fish | /?id=fish | false",
                "/fish* | /fishheads/yummy.html | true",
                "/fish/ | /fish/?id=anything | true",
                "/fish/ | /fish | false",
                "/*.php | /index.php | true",
                "/*.php | /folder/any.php.file.html | true",
                "/*.php | / | false",
                "/*.php | /windows.PHP | false",
                "/*.php$ | /filename.php | true",
                "/*.php$ | /filename.php?parameters | false",
                "/*.php$ | /a.php/b.php | true",
                "/fish*.php | /fishheads/catfish.php?parameters | true",
                "/fish*.php | /Fish.PHP | false",
                "/a*b*c$ | /axxbxxbxc | true",
                "/a*b*c$ | /axxbxxbxcd | false",
                "/a**b | /ab | true",
                "/$ | / | true",
                "/$ | /a | false",
                "/a$b | /a$b | true",
                "/a$b | /a | false",
                "/foo/bar?baz=quz | /foo/bar?baz=quz | true",
                "/foo/bar?baz=https://foo.bar | /foo/bar?baz=https%3A%2F%2Ffoo.bar | false",
                "/foo/bar/%E3%83%84 | /foo/bar/ツ | true",
                "/foo/bar/ツ | /foo/bar/%E3%83%84 | true",
                "/foo/bar/%62%61%7A | /foo/bar/baz | true",
                "/a%2Ab | /a*b | true",
                "/a%2Ab | /axb | false",
                "/a%3cd | /a%3Cd | true",
                "/信息公开/ | /信息公开/2023 | true",
                "/x/index.html | /x/ | false",
                "*.pdf | /a/b.pdf | true",
                "/a|/|false",
            })
    void rulesMatchPathsAsTheStandardSays(String rule, String path, boolean matches) {
        Decision decision = rules("User-agent: *\nDisallow: " + rule).decide(HOST + path);
        assertThat(decision.allowed()).as("%s with %s", path, decision.rule()).isEqualTo(!matches);
    }

    @ParameterizedTest
    @CsvSource({
        "/p, true",
        "/page, true",
        "/folder/page, true",
        "/page.htm, false",
        "/page.php5, true",
        "/x, true",
        "/folder/secret, false",
    })
    void mostSpecificRuleWinsAndAllowWinsTies(String path, boolean allowed) {
        RobotsRules rules = rules("User-agent: *\nDisallow: /folder/s\nAllow: /folder\nAllow: /page\nDisallow: /*.htm\n"
                + "Disallow: /x\nAllow: /x\n");
        assertThat(rules.decide(HOST + path).allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 9309, 5.1 and 5.2
        "annals, /example/, false",
        "annals, /picture.gif, false",
        "annals, /picture.gif.html, true",
        "annals, /publications/a, true",
        "annals, /other, true",
        "foobot, /anything, false",
        "foobot, /example/page.html, true",
        "foobot, /example/allowed.gif, true",
        "barbot, /example/page.html, false",
        "bazbot, /example/page.html, false",
        "bazbot, /example/, true",
        "quxbot, /example/page.html, true",
        "longbot, /page/a, true",
        "longbot, /page/disallowed.gif, false",
    })
    void examplesOfTheStandard(String token, String path, boolean allowed) {
        String file = "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\n"
                + "User-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\n"
                + "User-Agent: barbot\nUser-Agent: bazbot\nDisallow: /example/page.html\n\n"
                + "User-Agent: longbot\nAllow: /page/\nDisallow: /page/disallowed.gif\n\n"
                + "User-Agent: quxbot\n\nEOF\n";
        Decision decision = RobotsRules.ofAnswer(200, utf8(file), token).decide(HOST + path);
        assertThat(decision.allowed()).as(decision.rule()).isEqualTo(allowed);
    }

    @Test
    void wildcardsMeanWhatARegularExpressionWouldSay() {
        long seed = 20261121;
        Random random = new Random(seed);
        int matched = 0;
        for (int i = 0; i < 20_000; i++) {
            String pattern = "/" + letters(random, "ab*", 7) + (random.nextInt(3) == 0 ? "$" : "");
            String path = "/" + letters(random, "ab", 9);
            boolean toEnd = pattern.endsWith("$");
            String expression = pattern.replace("$", "").replace("*", ".*") + (toEnd ? "" : ".*");
            boolean expected = path.matches(expression);
            matched += expected ? 1 : 0;
            assertThat(new RobotsRule(false, pattern).matches(path))
                    .as("%s for %s, seed %d", pattern, path, seed)
                    .isEqualTo(expected);
        }
        assertThat(matched).isBetween(2_000, 18_000);
    }

    @Test
    void decisionNamesTheLine() {
        RobotsRules rules = rules("User-agent: *\nDisallow: /private/\nAllow: /private/open");
        assertThat(rules.decide(HOST + "/private/a").rule()).isEqualTo("robots: Disallow: /private/");
        assertThat(rules.decide(HOST + "/private/open/1").rule()).isEqualTo("robots: Allow: /private/open");
        assertThat(rules.decide(HOST + "/public").rule()).isEqualTo("robots: no rule matches");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-agent: annals\nDisallow: /x",
                "user-agent: ANNALS\ndisallow: /x",
                "USER-AGENT : annals/2.1\nDISALLOW : /x",
                "User-agent: other\nUser-agent: annals\nDisallow: /x",
                "User-agent: *\nDisallow: /y\n\nUser-agent: annals\nDisallow: /x",
                "User-agent: annals\nDisallow: /x\n\nUser-agent: *\nDisallow: /y",
                "User-agent: annals\nDisallow: /a\n\nUser-agent: other\nDisallow: /y\n\nUser-agent: annals\nDisallow: /x",
                "User-agent: annals\n\n\nSitemap: http://a/s.xml\n\nDisallow: /x",
                "\r\nUser-agent: annals\rDisallow: /x # a comment\r\n",
                "\uFEFFUser-agent: annals\nDisallow: /x",
                "<html><body>User-agent: annals\nDisallow: /x\n</body></html>",
            })
    void groupForOurNameIsFoundAndMerged(String file) {
        RobotsRules rules = rules(file);
        assertThat(rules.decide(HOST + "/x").allowed()).isFalse();
        assertThat(rules.decide(HOST + "/y").allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "User-agent: annalsbot\nDisallow: /",
                "User-agent: ann\nDisallow: /",
                "User-agent: annals\nDisallow:",
                "Disallow: /",
                "<html><head></head><body>Disallow: / is what we say</body></html>",
                "User-agent: *\nDisallow: /\n\nUser-agent: annals\nAllow: /",
            })
    void groupsOfOthersDoNotConcernUs(String file) {
        assertThat(rules(file).decide(HOST + "/x").allowed()).isTrue();
    }

    @Test
    void sitemapsAreForEveryCrawlerAndRelativeToTheFile() {
        byte[] body = "User-agent: other\nDisallow: /\nSitemap: /a.xml\n\nSITEMAP: http://x.cn/b.xml.gz # all"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(RobotsRules.sitemaps(HOST + "/robots.txt", body))
                .containsExactly(HOST + "/a.xml", "http://x.cn/b.xml.gz");
    }

    @Test
    void utf16WithMarkIsRead() {
        byte[] body = "\uFEFFUser-agent: *\nDisallow: /x".getBytes(StandardCharsets.UTF_16LE);
        assertThat(RobotsRules.ofAnswer(200, body, "annals").decide(HOST + "/x").allowed())
                .isFalse();
    }

    @Test
    void rulesWithin500KibCountAndHalfALineAtTheLimitDoesNot() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(utf8("User-agent: *\n"));
        while (file.size() < (500 << 10) - 20) {
            file.writeBytes(utf8("# filler\n"));
        }
        file.writeBytes(utf8("Disallow: /late\n"));
        while (file.size() < RobotsRules.MAX_BYTES - 11 - 9) {
            file.writeBytes(utf8("# filler\n"));
        }
        while (file.size() < RobotsRules.MAX_BYTES - 11) {
            file.writeBytes(utf8("\n"));
        }
        file.writeBytes(utf8("Disallow: /half\nDisallow: /beyond\n"));
        RobotsRules rules = RobotsRules.ofAnswer(200, file.toByteArray(), "annals");
        assertThat(rules.decide(HOST + "/late").allowed()).isFalse();
        assertThat(rules.decide(HOST + "/other").allowed()).isTrue();
        assertThat(rules.decide(HOST + "/beyond").allowed()).isTrue();
    }

    @Test
    void crawlDelayIsGivenUncapped() {
        assertThat(rules("User-agent: *\nCrawl-delay: 3600\nDisallow: /x").crawlDelay())
                .contains(Duration.ofHours(1));
        assertThat(rules("User-agent: *\nCrawl-delay: 0.5").crawlDelay()).contains(Duration.ofMillis(500));
        assertThat(rules("User-agent: *\nCrawl-delay: 3600\nDisallow: /x")
                        .decide(HOST + "/y")
                        .allowed())
                .isTrue();
        assertThat(rules("User-agent: *\nCrawl-delay: soon").crawlDelay()).isEmpty();
        assertThat(rules("User-agent: *\nCrawl-delay: -5").crawlDelay()).isEmpty();
        assertThat(rules("User-agent: *\nDisallow: /x").crawlDelay()).isEmpty();
        assertThat(RobotsRules.unreachable("x").crawlDelay()).isEmpty();
    }

    @Test
    void addressThatIsNoneIsRefused() {
        assertThat(rules("").decide("mailto:a@example.gov.cn").allowed()).isFalse();
    }

    @Test
    void productTokenWithAVersionIsAMistake() {
        assertThatThrownBy(() -> RobotsRules.ofAnswer(200, new byte[0], "annals/1.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("annals/1.0");
    }

    private static String letters(Random random, String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static RobotsRules rules(String file) {
        return RobotsRules.ofAnswer(200, utf8(file), "annals");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
