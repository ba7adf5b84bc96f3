package org.annals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTlsTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(40), 100_000, 200_000, 8_000);
    private static final FetchLimits IMPATIENT = new FetchLimits(
            Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(40), 100_000, 200_000, 8_000);
    private static final String PASSWORD = "changeit";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nsecret";

    /** Serves with, and trusts, one self-signed certificate for the name localhost. */
    private static SSLContext context;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "portal",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        context = context(store);
    }

    @Test
    void verifiedPortalIsReadAndTheWireIsPlainHttp() throws Exception {
        try (FaultyServer server = tlsServer()) {
            Exchange exchange = answer(fetch("https://localhost:" + server.port() + "/a", LIMITS, true));
            assertThat(new String(exchange.response(), StandardCharsets.US_ASCII))
                    .isEqualTo(ANSWER);
            assertThat(new String(exchange.request(), StandardCharsets.US_ASCII))
                    .startsWith("GET /a HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n")
                    .isEqualTo(server.requests.remove());
            assertThat(exchange.truncation()).isEmpty();
            assertThat(exchange.ip()).isPresent();
        }
    }

    @Test
    void certificateThatNobodyVouchesForIsATlsError() throws Exception {
        try (FaultyServer server = tlsServer()) {
            FetchResult.Failure failure = failure(fetch("https://localhost:" + server.port() + "/", LIMITS, false));
            assertThat(failure.outcome()).isEqualTo(Outcome.TLS_ERROR);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void hostOnTheListIsReadInSpiteOfItsCertificateAndTheFaultIsSaid() throws Exception {
        FetchSettings settings = new FetchSettings(LIMITS, List.of(), Set.of("localhost"), Network.SYSTEM);
        try (FaultyServer server = tlsServer()) {
            List<String> urls =
                    List.of("https://localhost:" + server.port() + "/", "https://127.0.0.1:" + server.port() + "/");
            try (Fetcher fetcher =
                    new Fetcher(settings, "annals", AddressGuard.of(urls, List.of()), Clock.systemUTC())) {
                FetchResult.Answer listed = (FetchResult.Answer) fetcher.fetch(urls.get(0));
                assertThat(listed.exchange().payload().bytes()).asString().isEqualTo("secret");
                assertThat(listed.certificateFault())
                        .hasValueSatisfying(fault -> assertThat(fault).contains("PKIX"));
                assertThat(failure(fetcher.fetch(urls.get(1))).outcome()).isEqualTo(Outcome.TLS_ERROR);
            }
        }
    }

    @Test
    void certificateForAnotherNameIsATlsError() throws Exception {
        try (FaultyServer server = tlsServer()) {
            FetchResult.Failure failure = failure(fetch("https://127.0.0.1:" + server.port() + "/", LIMITS, true));
            assertThat(failure.outcome()).isEqualTo(Outcome.TLS_ERROR);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void portalThatSpeaksNoTlsIsATlsError() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        })) {
            FetchResult.Failure failure = failure(fetch(server.url(), LIMITS, true));
            assertThat(failure.outcome()).isEqualTo(Outcome.TLS_ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handshakeThatDoesNotEndIsATimeout(boolean drip) throws Exception {
        try (RawServer server = new RawServer(socket -> {
            if (drip) {
                byte[] record = {0x16, 3, 3, 0x40, 0};
                socket.getOutputStream().write(record);
                while (true) {
                    socket.getOutputStream().write(0);
                    Thread.sleep(5);
                }
            }
            socket.getInputStream().readAllBytes();
        })) {
            FetchResult.Failure failure = failure(fetch(server.url(), IMPATIENT, true));
            assertThat(failure.outcome()).isEqualTo(Outcome.TIMEOUT);
        }
    }

    @Test
    void endWithoutFarewellEndsABodyOfUnknownLength() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
            tls.setUseClientMode(false);
            InputStream in = tls.getInputStream();
            for (int ends = 0; ends < 2; ) {
                int b = in.read();
                ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
            }
            tls.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            socket.close();
        })) {
            Exchange exchange = answer(fetch(server.url(), LIMITS, true));
            assertThat(new String(exchange.payload().bytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("secret");
        }
    }

    private static FaultyServer tlsServer() throws IOException {
        ServerSocket listener =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("localhost"));
        return new FaultyServer(listener, (head, socket, out) -> out.write(ANSWER.getBytes(StandardCharsets.US_ASCII)));
    }

    private static FetchResult fetch(String url, FetchLimits limits, boolean trusting) {
        AddressGuard guard = AddressGuard.of(List.of(url), List.of());
        FetchSettings settings = new FetchSettings(limits, List.of(), Set.of(), Network.SYSTEM);
        try (Fetcher fetcher = trusting
                ? new Fetcher(
                        settings,
                        "annals",
                        guard,
                        Clock.systemUTC(),
                        new DefaultClientTlsStrategy(context),
                        MemoryBudget.ofHeap())
                : new Fetcher(settings, "annals", guard, Clock.systemUTC())) {
            return fetcher.fetch(url);
        }
    }

    private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("portal", keys.getCertificate("portal"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return made;
    }

    private static Exchange answer(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Answer.class);
        return ((FetchResult.Answer) result).exchange();
    }

    private static FetchResult.Failure failure(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failure.class);
        return (FetchResult.Failure) result;
    }

    /** Serves one connection, from its very first byte on. */
    private static final class RawServer implements AutoCloseable {
        interface Play {
            void with(Socket socket) throws Exception;
        }

        private final ServerSocket listener;

        RawServer(Play play) throws IOException {
            listener = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
            Thread thread = new Thread(() -> {
                try (Socket socket = listener.accept()) {
                    play.with(socket);
                } catch (Exception e) {
                    // the client gave up, as it should
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "https://localhost:" + listener.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
