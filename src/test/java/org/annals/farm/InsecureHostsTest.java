package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Visit;
import org.annals.crawl.CrawlListener;
import org.annals.crawl.CrawlOptions;
import org.annals.crawl.Crawler;
import org.annals.crawl.SeedsFile;
import org.annals.fetch.FetchLimits;
import org.annals.fetch.FetchSettings;
import org.annals.fetch.Network;
import org.annals.government.Government;
import org.annals.government.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal with a broken certificate, asked with and without the operator's word. */
class InsecureHostsTest {
    @TempDir
    Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(folder)));
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = "<html><title>示范县人民政府</title><body>示范县</body></html>".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(exchange.getRequestURI().toString().equals("/") ? 200 : 404, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** How the attempts ended and what was said of them. */
    private List<String> crawl(Set<String> insecure) throws Exception {
        String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
        CrawlOptions options = new CrawlOptions(
                "crawl",
                Duration.ofMillis(1),
                1,
                10,
                Optional.empty(),
                false,
                "annals",
                Optional.empty(),
                new FetchSettings(FetchLimits.DEFAULT, List.of(), insecure, Network.SYSTEM),
                Map.of(),
                "test");
        List<String> attempts = new ArrayList<>();
        try (Archive archive = Archive.openForWriting(folder.resolve("archive"))) {
            Government government = new Government("990001", "示范县", Level.COUNTY, "", "", url, null);
            new Crawler(options, archive, folder.resolve("frontier.sqlite"), CrawlListener.NONE, Clock.systemUTC())
                    .run(
                            List.of(new SeedsFile("s.csv", url.getBytes(StandardCharsets.UTF_8))),
                            List.of(government),
                            List.of());
            for (String file : archive.files()) {
                archive.read(
                        file,
                        0,
                        (ArchivedRecord record) ->
                                record.visit().map(InsecureHostsTest::line).ifPresent(attempts::add));
            }
            assertThat(archive.commits()).hasSize(1);
        }
        return attempts;
    }

    private static String line(Visit visit) {
        return visit.purpose().code() + " " + visit.outcome().code() + " " + visit.detail();
    }

    @Test
    void withoutTheOperatorsWordItIsATlsErrorAndNothingIsRead() throws Exception {
        assertThat(crawl(Set.of())).isNotEmpty().allMatch(line -> line.contains(" tls_error "));
    }

    @Test
    void withItEveryAnswerSaysWhatIsWrong() throws Exception {
        assertThat(crawl(Set.of("127.0.0.1")))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.contains("certificate not verified, read by --insecure-hosts: "))
                .anyMatch(line -> line.startsWith("seed archived "));
    }
}
