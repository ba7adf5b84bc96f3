package org.annals.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.annals.capture.Outcome;
import org.annals.fetch.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hostile portal on a public address that leads the crawl to addresses inside: by links, redirects, robots.txt, sitemap, meta refresh, frames and by what its names resolve to. Every connection
 * that the crawl tries is written down, and goes to the portal's own server wherever it was meant to go.
 */
class PrivateAddressesTest {
    private static final String PUBLIC = "93.184.216.34";
    private static final String HOST = "www.example.gov.cn";

    @TempDir
    Path folder;

    private final Queue<String> connected = new ConcurrentLinkedQueue<>();
    private PortalServer portal;
    private CrawlBench bench;
    private int port;

    /** What {@code inner.example.gov.cn} and the hosts below it resolve to. */
    private volatile String inner = "10.0.0.1";

    private final class Watched implements Network {
        @Override
        public InetAddress[] addresses(String host) throws UnknownHostException {
            String address = host.endsWith("inner.example.gov.cn") ? inner : host.endsWith(".gov.cn") ? PUBLIC : host;
            return InetAddress.getAllByName(address);
        }

        @Override
        public void connect(Socket socket, InetSocketAddress address, int timeoutMillis) throws IOException {
            connected.add(address.getAddress().getHostAddress());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
        }
    }

    @BeforeEach
    void start() {
        portal = CountyPortal.fill(new PortalServer(), "示范县");
        port = Integer.parseInt(portal.url("").replaceAll(".*:", ""));
        bench = new CrawlBench(folder).government("990001", "http://" + HOST + "/", null);
        bench.delay = Duration.ofMillis(2);
        bench.network = new Watched();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    /** Nothing but the public address was connected to, and what led elsewhere stands in the archive as out of scope. */
    private void staysOutside(String... refused) throws IOException {
        bench.crawl();

        assertThat(connected).containsOnly(PUBLIC);
        for (String url : refused) {
            assertThat(bench.attempts())
                    .as(url)
                    .filteredOn(a -> a.url().equals(url))
                    .isNotEmpty()
                    .allSatisfy(a -> assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE));
        }
    }

    private static String html(String body) {
        return "<html><head><title>示范县人民政府</title></head><body>" + body + "</body></html>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void namesThatResolveToAddressesInsideAreRefused(String address) throws IOException {
        inner = address;
        portal.html("/", html("<a href=\"http://inner.example.gov.cn/zfxxgknb/\">政府信息公开年报</a>"));

        staysOutside("http://inner.example.gov.cn/zfxxgknb/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "127.0.0.1",
                "127.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "2130706433",
                "0177.0.0.1",
                "017700000001",
                "0",
                "[::1]",
                "[::ffff:7f00:1]",
                "[::ffff:10.0.0.1]",
                "169.254.169.254",
                "2852039166",
                "localhost",
                "localhost.",
                "１２７.0.0.1"
            })
    void redirectsOfTheSeedToAddressesInsideAreRefused(String host) throws IOException {
        portal.redirect("/", "http://" + host + "/latest/meta-data/");

        staysOutside();
        assertThat(bench.attempts())
                .filteredOn(a -> a.outcome() == Outcome.OUT_OF_SCOPE)
                .isNotEmpty();
    }

    @Test
    void otherPortsOfASeedThatLiesInsideAreRefused() throws IOException {
        // the seed itself may: the operator has named it
        bench.governments.clear();
        bench.government("990001", "http://inner.example.gov.cn:" + port + "/", null);
        portal.html("/", html("<a href=\"http://inner.example.gov.cn:6379/zfxxgknb/\">政府信息公开年报</a>"));

        bench.crawl();

        assertThat(bench.attempts())
                .filteredOn(a -> a.url().equals("http://inner.example.gov.cn:6379/zfxxgknb/"))
                .singleElement()
                .satisfies(a -> assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE));
        assertThat(portal.paths()).containsExactly("/robots.txt", "/");
    }

    @Test
    void linksFramesAndRefreshesToAddressesInsideAreRefused() throws IOException {
        portal.html(
                "/",
                html("<a href=\"http://a.inner.example.gov.cn/2022.html\">示范县2022年政府信息公开工作年度报告</a>"
                        + "<iframe src=\"http://b.inner.example.gov.cn/zfxxgknb/\"></iframe>"
                        + "<a href=\"/zwgk/\">政府信息公开</a>"));
        portal.html(
                "/zwgk/",
                "<html><head><meta http-equiv=\"refresh\" content=\"0;url=http://c.inner.example.gov.cn/\"></head></html>");

        staysOutside("http://a.inner.example.gov.cn/2022.html", "http://c.inner.example.gov.cn/");
    }

    @Test
    void framesetOfAddressesInsideIsRefused() throws IOException {
        portal.html(
                "/",
                "<html><frameset rows=\"10,90\"><frame src=\"http://b.inner.example.gov.cn/top.html\">"
                        + "<frame src=\"http://b.inner.example.gov.cn/main.html\"></frameset></html>");

        staysOutside("http://b.inner.example.gov.cn/main.html");
    }

    @Test
    void sitemapThatListsAddressesInsideIsRefused() throws IOException {
        portal.html("/", html("<a href=\"/news/1.html\">消息</a>"));
        portal.text(
                "/sitemap.xml",
                "<?xml version=\"1.0\"?><urlset><url><loc>http://d.inner.example.gov.cn/zfxxgknb/2022.html</loc></url>"
                        + "<url><loc>http://10.0.0.1/zfxxgknb/index.html</loc></url></urlset>");

        staysOutside();
        assertThat(portal.paths()).contains("/sitemap.xml");
    }

    @Test
    void robotsThatRedirectsInsideForbidsEverything() throws IOException {
        portal.redirect("/robots.txt", "http://10.0.0.1/robots.txt");

        staysOutside("http://10.0.0.1/robots.txt", "http://" + HOST + "/");
        assertThat(portal.paths()).containsExactly("/robots.txt");
    }

    @Test
    void redirectOfALinkIntoTheInsideIsRefused() throws IOException {
        portal.redirect(CountyPortal.path(2022), "http://inner.example.gov.cn/r2022.html");

        staysOutside("http://inner.example.gov.cn/r2022.html");
        assertThat(portal.paths()).contains(CountyPortal.path(2021));
    }

    @Test
    void nameThatMovesInsideBetweenTwoLookUpsIsRefusedFromThenOn() throws IOException {
        bench.governments.clear();
        inner = PUBLIC;
        bench.government("990001", "http://" + HOST + "/", null);
        portal.html("/", html("<a href=\"http://inner.example.gov.cn/zwgk/\">政府信息公开</a>"));
        portal.onRequest(() -> {
            // that is when the column is asked for
            if (portal.paths().contains("/zwgk/")) {
                inner = "127.0.0.1";
            }
        });

        staysOutside("http://inner.example.gov.cn" + CountyPortal.path(2022));
        assertThat(portal.paths()).contains(CountyPortal.COLUMN);
    }

    @Test
    void whatIsNoWebAddressIsNotFollowed() throws IOException {
        for (String location :
                List.of("file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "//10.0.0.1/x")) {
            portal.redirect(CountyPortal.path(2022), location);
            connected.clear();
            bench.crawl();
            assertThat(connected).as(location).containsOnly(PUBLIC);
        }
        assertThat(bench.attempts())
                .filteredOn(a -> a.visit().detail().contains("file:///etc/passwd"))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE));
    }
}
