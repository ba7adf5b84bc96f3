package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.annals.fetch.Network;
import org.annals.government.Government;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portals of several names at one public address: the names are ours, the connections go to loopback, and the servers' logs judge. */
class SharedAddressTest {
    private static final Duration DELAY = Duration.ofMillis(60);

    @TempDir
    Path folder;

    private final List<PortalServer> portals = new ArrayList<>();

    @AfterEach
    void stop() {
        portals.forEach(PortalServer::close);
    }

    /** A network in which these names lie at these addresses, and every address is this machine. */
    private record Names(Map<String, String> addresses) implements Network {
        @Override
        public InetAddress[] addresses(String host) throws UnknownHostException {
            String[] all = addresses.get(host).split(" ");
            InetAddress[] found = new InetAddress[all.length];
            for (int i = 0; i < all.length; i++) {
                found[i] = InetAddress.getByName(all[i]);
            }
            return found;
        }

        @Override
        public void connect(Socket socket, InetSocketAddress address, int timeoutMillis) throws IOException {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), timeoutMillis);
        }
    }

    private CrawlBench bench(Map<String, String> addresses) {
        CrawlBench bench = new CrawlBench(folder);
        bench.delay = DELAY;
        bench.network = new Names(addresses);
        addresses.keySet().stream().sorted().forEach(name -> {
            PortalServer portal = CountyPortal.fill(new PortalServer(), name);
            portal.answerAfter(10);
            portals.add(portal);
            String url = portal.url("/").replace("127.0.0.1", name);
            bench.government("99000" + portals.size(), url, null);
        });
        return bench;
    }

    /** Of all portals together: from the end of one answer to the start of the next request. */
    private List<Duration> gaps() {
        List<LoggedRequest> log = new ArrayList<>();
        portals.forEach(portal -> log.addAll(portal.log()));
        log.sort(Comparator.comparingLong(LoggedRequest::startNanos));
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < log.size(); i++) {
            gaps.add(Duration.ofNanos(log.get(i).startNanos() - log.get(i - 1).endNanos()));
        }
        return gaps;
    }

    @Test
    void hostsAtOnePublicAddressShareOnePace() throws IOException {
        CrawlBench bench = bench(Map.of(
                "a.example.cn", "93.184.216.34",
                "b.example.cn", "93.184.216.34",
                "c.example.cn", "93.184.216.34"));

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(9);
        assertThat(gaps()).hasSize(23).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(DELAY));
    }

    @Test
    void oneAddressInCommonIsEnough() throws IOException {
        CrawlBench bench = bench(Map.of(
                "a.example.cn", "93.184.216.34 93.184.216.35",
                "b.example.cn", "2606:2800:220:1::1 93.184.216.35"));

        bench.crawl();

        assertThat(gaps()).hasSize(15).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(DELAY));
    }

    @Test
    void hostsAtDifferentAddressesAreAskedSideBySide() throws IOException {
        bench(Map.of("a.example.cn", "93.184.216.34", "b.example.cn", "93.184.216.35"))
                .crawl();

        assertThat(gaps()).hasSize(15).anySatisfy(gap -> assertThat(gap).isLessThan(DELAY));
    }

    @Test
    void privateAddressesAreNotShared() throws IOException {
        bench(Map.of("a.example.cn", "10.1.2.3", "b.example.cn", "10.1.2.3")).crawl();

        assertThat(gaps()).hasSize(15).anySatisfy(gap -> assertThat(gap).isLessThan(DELAY));
    }

    @Test
    void aHostThatFailsDoesNotHoldTheOthersAtItsAddress() throws IOException {
        CrawlBench bench = bench(Map.of("a.example.cn", "93.184.216.34", "b.example.cn", "93.184.216.34"));
        portals.get(0).status("/robots.txt", 503);

        CrawlSummary summary = bench.crawl();

        assertThat(summary.reports()).isEqualTo(3);
        // the failing host waits 240 and 960 ms between its attempts
        long lastOfTheFailing = portals.get(0).log().get(2).startNanos();
        List<LoggedRequest> other = portals.get(1).log();
        assertThat(other.get(other.size() - 1).endNanos()).isLessThan(lastOfTheFailing);
        assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(DELAY));
    }

    @Test
    void thePaceOfAnAddressHoldsFromOneRunToTheNext() throws IOException {
        CrawlBench bench = bench(Map.of("a.example.cn", "93.184.216.34", "b.example.cn", "93.184.216.34"));
        bench.delay = Duration.ofMillis(400);
        bench.maxPages = 1;
        List<Government> both = List.copyOf(bench.governments);
        bench.governments.remove(1);
        bench.crawl();
        bench.governments.clear();
        bench.governments.add(both.get(1));

        bench.crawl();

        assertThat(gaps()).hasSize(3).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(bench.delay));
    }
}
