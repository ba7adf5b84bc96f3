package org.annals.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlNormalizerTest {
    @ParameterizedTest
    @CsvSource({
        "http://WWW.Example.GOV.cn, http://www.example.gov.cn/",
        "HTTP://www.example.gov.cn:80/a, http://www.example.gov.cn/a",
        "https://www.example.gov.cn:443/a, https://www.example.gov.cn/a",
        "https://www.example.gov.cn:80/a, https://www.example.gov.cn:80/a",
        "http://www.example.gov.cn:/a, http://www.example.gov.cn/a",
        "http://www.example.gov.cn./a, http://www.example.gov.cn/a",
        "http://h.gov.cn/a#top, http://h.gov.cn/a",
        "http://h.gov.cn/a?b=1#top?x, http://h.gov.cn/a?b=1",
        "http://h.gov.cn/a/./b/../c, http://h.gov.cn/a/c",
        "http://h.gov.cn/../../a, http://h.gov.cn/a",
        "http://h.gov.cn/a/%2e%2E/b, http://h.gov.cn/b",
        "http://h.gov.cn//a///b//, http://h.gov.cn/a/b/",
        "http://h.gov.cn\\a\\b.html?c=\\d, http://h.gov.cn/a/b.html?c=%5Cd",
        "http://h.gov.cn/a;jsessionid=0A1B2C?x=1, http://h.gov.cn/a?x=1",
        "http://h.gov.cn/a;JSESSIONID=0A1B2C.node1/b, http://h.gov.cn/a/b",
        "http://h.gov.cn/a;v=2/b, http://h.gov.cn/a;v=2/b",
        "http://h.gov.cn/?z=1&a=2&m=3, http://h.gov.cn/?z=1&a=2&m=3",
        "http://h.gov.cn/?utm_source=x&z=1&UTM_Medium=y&spm=a.b.c&a=, http://h.gov.cn/?z=1&a=",
        "http://h.gov.cn/?spm=1, http://h.gov.cn/",
        "http://h.gov.cn/?spmx=1, http://h.gov.cn/?spmx=1",
        "http://h.gov.cn/a?, http://h.gov.cn/a",
        "http://h.gov.cn/a?id=1&t=1700000000123, http://h.gov.cn/a?id=1",
        "http://h.gov.cn/a?_=1700000000&r=0.48213377, http://h.gov.cn/a",
        "http://h.gov.cn/a?_t=411782174, http://h.gov.cn/a",
        "http://h.gov.cn/a?id=7&rnd=57350084&v=1700000000123, http://h.gov.cn/a?id=7",
        "http://h.gov.cn/a?random=9f86d081884c7d65&_r=.8391&timestamp=20230112103000, http://h.gov.cn/a",
        "http://h.gov.cn/a?rnd=0.04821337712&_=17000, http://h.gov.cn/a",
        "http://h.gov.cn/a?_t=2023&v=384756&r=384756, http://h.gov.cn/a?_t=2023&v=384756&r=384756",
        "http://h.gov.cn/a?t=20230112&time=1700, http://h.gov.cn/a?t=20230112&time=1700",
        "http://h.gov.cn/a?id=1700000000123, http://h.gov.cn/a?id=1700000000123",
        "http://h.gov.cn/a?from=timeline&isappinstalled=0, http://h.gov.cn/a",
        "http://h.gov.cn/a?from=2023&print=2&jump=12, http://h.gov.cn/a?from=2023&print=2&jump=12",
        "http://h.gov.cn/a?ddtab=true&jump=true&print=1&fontsize=big, http://h.gov.cn/a",
        "http://h.gov.cn/%7Ea/%e4%b8%ad, http://h.gov.cn/~a/%E4%B8%AD",
        "http://h.gov.cn/年报/2023 年.html?部门=办公室, http://h.gov.cn/%E5%B9%B4%E6%8A%A5/2023%20%E5%B9%B4.html?%E9%83%A8%E9%97%A8=%E5%8A%9E%E5%85%AC%E5%AE%A4",
        "http://h.gov.cn/100%, http://h.gov.cn/100%25",
        "http://h.gov.cn/a?q=%D5%fe, http://h.gov.cn/a?q=%D5%FE",
        "http://h.gov.cn/a?url=http://x//y/../z, http://h.gov.cn/a?url=http://x//y/../z",
        "http://ｗｗｗ．example。gov.cn/, http://www.example.gov.cn/",
        "http://政务.cn/, http://xn--zfr164b.cn/",
        "http://[::1]:8080/a//b, http://[::1]:8080/a/b",
        "http://127.0.0.1:8101/a, http://127.0.0.1:8101/a",
        "http://h.gov.cn/a b|c{d}\"e<f>^`, http://h.gov.cn/a%20b%7Cc%7Bd%7D%22e%3Cf%3E%5E%60",
    })
    void addressesHaveOneSpelling(String url, String canonical) {
        assertThat(UrlNormalizer.normalize(url)).contains(canonical);
        assertThat(UrlNormalizer.normalize(canonical)).contains(canonical);
        assertThat(Origin.of(canonical).host()).isNotEmpty();
    }

    @Test
    void whiteSpaceAndLineBreaksGo() {
        assertThat(UrlNormalizer.normalize(" \n http://h.gov.cn/a\r\n/b\t \n")).contains("http://h.gov.cn/a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:void(0)",
                "mailto:a@h.gov.cn",
                "ftp://h.gov.cn/",
                "file:///etc/passwd",
                "data:text/html,a",
                "/a/b",
                "h.gov.cn/a",
                "http:/h.gov.cn/a",
                "http:///a",
                "http://",
                "http://user:secret@h.gov.cn/",
                "http://h.gov.cn:99999/",
                "http://h.gov.cn:0/",
                "http://h.gov.cn:port/",
                "http://h .gov.cn/",
                "http://-/",
                "http://h..gov.cn/",
                "http://2130706433/",
                "http://127.1/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://h.gov.cn/\uD800",
            })
    void whatIsNoWebAddressIsNone(String url) {
        assertThat(UrlNormalizer.normalize(url)).isEmpty();
    }

    @Test
    void overLongAddressesAreNone() {
        String longest = "http://h.gov.cn/" + "a".repeat(UrlNormalizer.MAX_LENGTH - "http://h.gov.cn/".length());
        assertThat(UrlNormalizer.normalize(longest)).contains(longest);
        assertThat(UrlNormalizer.normalize(longest + "a")).isEmpty();
        assertThat(UrlNormalizer.normalize(longest + "#" + "a".repeat(100))).contains(longest);
        assertThat(UrlNormalizer.normalize("http://" + "a.".repeat(100_000) + "gov.cn/"))
                .isEmpty();
    }

    @Test
    void normalisingTwiceIsNormalisingOnce() {
        String[] parts = {
            "/",
            "//",
            ".",
            "..",
            "a",
            "B",
            "%2e",
            "%2F",
            "%41",
            "%e4",
            "%",
            "?",
            "&",
            "=",
            ";jsessionid=x",
            ";",
            "#",
            " ",
            "\\",
            "utm_a=1",
            "spm=",
            "年",
            "*",
            "$",
            ":",
            "@",
            "+",
            "[",
            "|"
        };
        long seed = 20261121;
        Random random = new Random(seed);
        int kept = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder url = new StringBuilder("http://H.gov.cn/");
            for (int n = random.nextInt(12); n > 0; n--) {
                url.append(parts[random.nextInt(parts.length)]);
            }
            Optional<String> once = UrlNormalizer.normalize(url.toString());
            if (once.isPresent()) {
                kept++;
                assertThat(UrlNormalizer.normalize(once.get()))
                        .as("%s, seed %d", url, seed)
                        .isEqualTo(once);
                assertThat(Origin.of(once.get()).host()).isEqualTo("h.gov.cn");
            }
        }
        assertThat(kept).isGreaterThan(19_000);
    }
}
