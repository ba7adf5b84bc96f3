package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.annals.archive.Archive;
import org.annals.capture.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portals that answer only who brings the cookie that they set, and portals that set one for nothing. */
class CookieTest {
    private static final String PAGE = "<html><head><title>示范县人民政府</title></head><body>"
            + "<a href=\"/2022.html\">示范县2022年政府信息公开工作年度报告</a></body></html>";
    private static final String REPORT = "<html><head><title>示范县2022年政府信息公开工作年度报告</title></head><body>"
            + "<h2>一、总体情况</h2><p>本年度按要求做了工作。</p><h2>二、主动公开政府信息情况</h2><table><tr><td>规章</td><td>0</td></tr></table>"
            + "<h2>三、收到和处理政府信息公开申请情况</h2><p>共收到 3 件。</p><h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>没有发生。</p>"
            + "<h2>五、存在的主要问题及改进情况</h2><p>继续改进。</p><h2>六、其他需要报告的事项</h2><p>没有。</p></body></html>";

    @TempDir
    Path folder;

    /** Path and Cookie header of each request. */
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private HttpServer server;
    private CrawlBench bench;

    /** What a portal says to a request without the cookie. */
    private interface Wall {
        void refuse(HttpExchange exchange) throws IOException;
    }

    private void portal(Wall wall) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().toString();
                String cookie = exchange.getRequestHeaders().getFirst("Cookie");
                log.add(path + " " + cookie);
                if (path.equals("/robots.txt")) {
                    exchange.sendResponseHeaders(404, -1);
                } else if (cookie == null || !cookie.contains("CT6T=a1")) {
                    wall.refuse(exchange);
                } else {
                    send(exchange, 200, path.equals("/") ? PAGE : REPORT);
                }
            }
        });
        server.start();
        bench = new CrawlBench(folder).government("990001", url("/"), null);
        bench.delay = Duration.ofMillis(5);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirectHere(HttpExchange exchange, String cookie) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", cookie);
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI().toString());
        send(exchange, 302, "");
    }

    @BeforeEach
    void clear() {
        log.clear();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void redirectToItselfWithACookieIsAskedAgainOnceWithTheCookie() throws IOException {
        portal(exchange -> redirectHere(exchange, "CT6T=a1; Path=/; HttpOnly; Max-Age=3600"));

        CrawlSummary summary = bench.crawl();

        assertThat(log).containsExactly("/robots.txt null", "/ null", "/ CT6T=a1", "/2022.html CT6T=a1");
        assertThat(summary.reports()).isEqualTo(1);
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(url("/")))
                .extracting(a -> a.outcome() + " " + a.visit().detail())
                .containsExactly("ARCHIVED sends the reader back here with a cookie; asked again with it", "ARCHIVED ");
    }

    @Test
    void refreshToItselfWithACookieToo() throws IOException {
        portal(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "CT6T=a1");
            send(exchange, 200, "<html><head><meta http-equiv=\"refresh\" content=\"1\"></head></html>");
        });

        assertThat(bench.crawl().reports()).isEqualTo(1);
        assertThat(log).startsWith("/robots.txt null", "/ null", "/ CT6T=a1");
    }

    @Test
    void whoWantsACookieAgainAndAgainIsAChallenge() throws IOException {
        portal(exchange -> redirectHere(exchange, "CT6T=wrong"));

        bench.crawl();

        assertThat(log).containsExactly("/robots.txt null", "/ null", "/ CT6T=wrong");
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(url("/")))
                .extracting(CrawlBench.Attempt::outcome)
                .containsExactly(Outcome.ARCHIVED, Outcome.CHALLENGE);
    }

    @Test
    void cookieThatAScriptHasToMakeIsNotMade() throws IOException {
        portal(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "other=1");
            send(
                    exchange,
                    412,
                    "<html><head><meta http-equiv=\"refresh\" content=\"1\"><script>document.cookie='CT6T=a1'</script></head></html>");
        });

        bench.crawl();

        assertThat(log).allMatch(line -> line.endsWith(" null"));
        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals(url("/")))
                .extracting(CrawlBench.Attempt::outcome)
                .containsOnly(Outcome.CHALLENGE);
    }

    @Test
    void cookiesThatNobodyNeedsAreNotSent() throws IOException {
        portal(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=x1");
            send(exchange, 200, exchange.getRequestURI().toString().equals("/") ? PAGE : REPORT);
        });

        assertThat(bench.crawl().reports()).isEqualTo(1);
        assertThat(log).containsExactly("/robots.txt null", "/ null", "/2022.html null");
    }

    @Test
    void whatCouldAddALineIsNoCookie() throws IOException {
        portal(exchange -> redirectHere(exchange, "CT6T=a\tb"));

        bench.crawl();

        assertThat(log).containsExactly("/robots.txt null", "/ null");
    }

    @Test
    void crawlThatIsStoppedBetweenTheTwoGoesOn() throws IOException {
        Crawler[] crawler = new Crawler[1];
        portal(exchange -> {
            if (crawler[0] != null) {
                crawler[0].stop();
            }
            redirectHere(exchange, "CT6T=a1");
        });
        try (Archive archive = Archive.openForWriting(folder)) {
            crawler[0] = bench.crawler(archive);
            assertThat(bench.run(crawler[0]).interrupted()).isTrue();
        }
        crawler[0] = null;
        bench.frontierFile().toFile().delete();

        assertThat(bench.crawl().reports()).isEqualTo(1);
        assertThat(Optional.of(log.get(log.size() - 1))).contains("/2022.html CT6T=a1");
    }
}
