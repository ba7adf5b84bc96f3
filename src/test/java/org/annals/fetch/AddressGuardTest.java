package org.annals.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AddressGuardTest {
    private static final AddressGuard STRICT = AddressGuard.of(List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "::a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2001::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void addressesThatAreNotForEverybodyAreRefused(String address) throws UnknownHostException {
        assertThat(STRICT.refusal("www.example.gov.cn", 80, InetAddress.getByName(address)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("www.example.gov.cn", "--allow-network"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
                "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
                        "198.17.255.255",
                "198.20.0.0", "223.255.255.255", "2400:3200::1", "64:ff9b::101:101", "2002:101:101::1", "::101:101"
            })
    void publicAddressesAreNot(String address) throws UnknownHostException {
        assertThat(STRICT.refusal("www.example.gov.cn", 80, InetAddress.getByName(address)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 8101, true",
        "127.0.0.1, 8102, false",
        "localhost, 8101, false",
        "PORTAL.local, 80, true",
        "portal.local, 443, false",
        "[::1], 9000, true",
    })
    void seedsAllowTheirHostAndPortAndNoOther(String host, int port, boolean allowed) {
        AddressGuard guard = AddressGuard.of(
                List.of("http://127.0.0.1:8101/a", "http://portal.local/", "http://[::1]:9000/", "", "mailto:a@b"),
                List.of());
        assertThat(guard.refusal(host, port, InetAddress.getLoopbackAddress()).isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.9.8.7, true",
        "10.0.0.0/8, 192.168.0.1, false",
        "192.168.1.77/24, 192.168.1.1, true",
        "192.168.1.77/24, 192.168.2.1, false",
        "192.168.1.128/25, 192.168.1.127, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 127.0.0.1, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fc12::1, false",
        "::1/128, ::1, true",
    })
    void namedNetworksAreAllowed(String network, String address, boolean allowed) throws UnknownHostException {
        AddressGuard guard = AddressGuard.of(List.of(), List.of(network));
        assertThat(guard.refusal("h", 80, InetAddress.getByName(address)).isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "intranet",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0/8",
                "10.0.0.0/8/8",
                "300.0.0.0/8",
                "::/129",
                ":::/8",
                "localhost/8",
                "10.0.0.0/8x"
            })
    void whatIsNoNetworkIsNamed(String network) {
        assertThatThrownBy(() -> AddressGuard.of(List.of(), List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "0177.0.0.1",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "127.0.0.1.",
                "１２７.0.0.1",
                "0.0.0.0",
                "[::]"
            })
    void noSpellingOfLoopbackIsConnectedTo(String host) throws IOException {
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\n");
                Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT, "annals", STRICT, Clock.systemUTC())) {
            FetchResult result = fetcher.fetch("http://" + host + ":" + server.port() + "/");
            assertThat(result).isInstanceOf(FetchResult.Failure.class);
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void refusedAddressIsOutOfScopeWithTheReason() {
        try (Fetcher fetcher = new Fetcher(FetchSettings.DEFAULT, "annals", STRICT, Clock.systemUTC())) {
            FetchResult.Failure failure =
                    (FetchResult.Failure) fetcher.fetch("http://169.254.169.254/latest/meta-data/");
            assertThat(failure.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
            assertThat(failure.detail()).contains("169.254.169.254", "link-local", "169.254.0.0/16");
        }
    }

    @Test
    void addressThatWasCheckedIsTheOneConnectedTo() throws IOException {
        InetAddress refused = InetAddress.getByName("127.0.0.2");
        InetAddress allowed = InetAddress.getByName("127.0.0.1");
        AtomicInteger asked = new AtomicInteger();
        AddressGuard guard = AddressGuard.of(List.of(), List.of("127.0.0.1/32"));
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\nok");
                Fetcher fetcher = new Fetcher(
                        // a name that points elsewhere each time it is asked about
                        settings(host -> asked.getAndIncrement() == 0
                                ? new InetAddress[] {refused, allowed}
                                : new InetAddress[] {refused}),
                        "annals",
                        guard,
                        Clock.systemUTC())) {
            String url = "http://www.example.gov.cn:" + server.port() + "/";
            Exchange exchange = ((FetchResult.Answer) fetcher.fetch(url)).exchange();
            assertThat(exchange.ip()).contains("127.0.0.1");
            assertThat(asked).hasValue(1);
            assertThat(((FetchResult.Failure) fetcher.fetch(url)).outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void secondAddressIsTriedWhereTheFirstDoesNotAnswer() throws IOException {
        // nobody listens on the first at that port
        InetAddress[] both = {InetAddress.getByName("127.0.0.3"), InetAddress.getByName("127.0.0.1")};
        AddressGuard guard = AddressGuard.of(List.of(), List.of("127.0.0.0/8"));
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\nok");
                Fetcher fetcher = new Fetcher(settings(host -> both), "annals", guard, Clock.systemUTC())) {
            Exchange exchange =
                    ((FetchResult.Answer) fetcher.fetch("http://www.example.gov.cn:" + server.port() + "/")).exchange();
            assertThat(exchange.ip()).contains("127.0.0.1");
        }
    }

    private static FetchSettings settings(Network network) {
        return new FetchSettings(FetchLimits.DEFAULT, List.of(), Set.of(), network);
    }
}
