package org.annals.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.annals.capture.Truncation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(40), 100_000, 200_000, 8_000);
    private static final FetchLimits IMPATIENT = new FetchLimits(
            Duration.ofMillis(1_000), Duration.ofMillis(700), Duration.ofSeconds(30), 100_000, 200_000, 8_000);
    private static final FetchLimits SHORT_DEADLINE = new FetchLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(1_000), 100_000, 200_000, 8_000);
    private static final String AGENT = "annals/0.1.0 (+https://example.org/annals)";

    @Test
    void exchangeHoldsTheBytesOfTheWire() throws IOException {
        String answer =
                "HTTP/1.1 200 OK\r\ncontent-TYPE: text/html; charset=gb2312\r\nX-A:  b \r\nTransfer-Encoding: chunked\r\n"
                        + "\r\n5;ext=1\r\nhello\r\n006\r\n world\r\n0\r\nTrailer: t\r\n\r\n";
        try (FaultyServer server = FaultyServer.saying(answer + "and what does not belong to it")) {
            Exchange exchange = answer(fetch(server, "/报告/a b?x=1&y=%D5#top"));
            assertThat(text(exchange.response())).isEqualTo(answer);
            assertThat(text(exchange.payload().bytes())).isEqualTo("hello world");
            assertThat(exchange.payload().contentType()).contains("text/html; charset=gb2312");
            assertThat(exchange.payload().uri()).contains(server.url("/报告/a b?x=1&y=%D5#top"));
            assertThat(exchange.headers())
                    .containsExactly(
                            new Header("content-TYPE", "text/html; charset=gb2312"),
                            new Header("X-A", "b"),
                            new Header("Transfer-Encoding", "chunked"));
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.ip()).contains("127.0.0.1");
            assertThat(exchange.truncation()).isEmpty();
            assertThat(exchange.endedAt()).isAfterOrEqualTo(exchange.startedAt());
            assertThat(text(exchange.request()))
                    .isEqualTo(server.requests.remove())
                    .isEqualTo("GET /%E6%8A%A5%E5%91%8A/a%20b?x=1&y=%D5 HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                            + "\r\nUser-Agent: " + AGENT
                            + "\r\nAccept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                            + "Accept-Language: zh-CN,zh;q=0.9\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
        }
    }

    @Test
    void addressCannotAddALineToTheRequest() throws IOException {
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            answer(fetch(server, "/a\r\nX-Evil: 1\r\n\r\nGET /b HTTP/1.1"));
            assertThat(server.requests.remove())
                    .startsWith("GET /a%0D%0AX-Evil:%201%0D%0A%0D%0AGET%20/b%20HTTP/1.1 HTTP/1.1\r\nHost: ");
        }
    }

    @Test
    void moreThanTheContentLengthPromisesMeansThatTheRestIsMissing() throws IOException {
        try (FaultyServer server =
                FaultyServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n<td>1</td>4 rest")) {
            assertThat(answer(fetch(server, "/")).truncation()).contains(Truncation.UNSPECIFIED);
        }
    }

    @Test
    void redirectIsAnAnswerLikeAnyOther() throws IOException {
        try (FaultyServer server = FaultyServer.saying(
                "HTTP/1.1 302 Found\r\nLocation: /next\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n")) {
            try (Fetcher fetcher = fetcher(server, LIMITS)) {
                assertThat(answer(fetcher.fetch(server.url("/"))).header("location"))
                        .contains("/next");
                answer(fetcher.fetch(server.url("/")));
            }
            assertThat(server.connections).hasValue(2);
            assertThat(String.join("", server.requests)).doesNotContain("Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void failedAnswerIsNotAskedForAgain(int status) throws IOException {
        try (FaultyServer server =
                FaultyServer.saying("HTTP/1.1 " + status + " No\r\nRetry-After: 0\r\nContent-Length: 2\r\n\r\nno")) {
            assertThat(answer(fetch(server, "/")).status()).isEqualTo(status);
            assertThat(server.connections).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200~Content-Length: 2~~ok | ok", // no status text
                "HTTP/1.0 200 OK~~ok | ok",
                "HTTP/1.1 200 OK~Content-Length: many~~ok | ok",
                "HTTP/1.1 200 OK~Content-Length: -1~~ok | ok",
                "HTTP/1.1 200 OK~Content-Length: 1~Content-Length: 2~~ok | ok",
                "HTTP/1.1 200 OK~Content-Length: 2~Content-Length: 2~~ok | ok",
                "HTTP/1.1 200 OK~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~2~ok~0~~ | ok",
                "HTTP/1.1 200 OK~Content-Length: 999~Transfer-Encoding: chunked~~2~ok~0~~ | ok",
                "HTTP/1.1 200 OK~Transfer-Encoding: identity~~ok | ok",
                "HTTP/1.1 200 OK~a line without a colon~Content-Length : 2~~ok~~ | ok",
                "HTTP/1.1 200 OK~: no name~Content-Length: 2~~ok | ok",
                "~~HTTP/1.1 200 OK~Content-Length: 2~~ok | ok",
                "HTTP/1.1 100 Continue~~HTTP/1.1 103 Early Hints~Link: </a>~~HTTP/1.1 200 OK~Content-Length: 2~~ok | ok",
                "HTTP/1.1 200 OK~Content-Encoding: gzip~Content-Length: 2~~ok | ok",
                "HTTP/1.1 200 OK~Content-Encoding: br~Content-Length: 2~~ok | ok",
                "HTTP/1.1 200 OK~Content-Encoding: gzip, gzip, gzip, gzip~Content-Length: 2~~ok | ok",
            })
    void answersThatAreSlightlyWrongAreRead(String answer, String payload) throws IOException {
        try (FaultyServer server = FaultyServer.saying(answer.replace("~", "\r\n"))) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(text(exchange.payload().bytes())).isEqualTo(payload);
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.truncation()).isEmpty();
            assertThat(text(exchange.response())).startsWith("HTTP/1.");
            assertThat(text(exchange.response())).doesNotContain("103 Early");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void answerWithoutABodyEndsWithItsHead(int status) throws IOException {
        try (FaultyServer server =
                FaultyServer.hangingAfter("HTTP/1.1 " + status + " x\r\nContent-Length: 10\r\nETag: \"a\"\r\n\r\n")) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.status()).isEqualTo(status);
            assertThat(exchange.payload().length()).isZero();
            assertThat(exchange.truncation()).isEmpty();
        }
    }

    @Test
    void headersKeepTheirBytes() throws IOException {
        byte[] answer = concat(
                "HTTP/1.1 302 Found\r\nLocation: /年报\r\nX-Old: ".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xD5, (byte) 0xFE, (byte) 0x81, 'a', '\r', 'b', 0, 'c'},
                "\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        try (FaultyServer server = FaultyServer.saying(answer)) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.header("Location")).contains("/年报");
            assertThat(exchange.header("X-Old")).contains("\u00D5\u00FE\u0081a b c");
            assertThat(exchange.response()).isEqualTo(answer);
        }
    }

    @Test
    void gzipIsDecodedForThePayloadAndKeptOnTheWire() throws IOException {
        byte[] page = "<p>年报</p>".repeat(500).getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(page);
        byte[] answer = concat(
                ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII),
                packed);
        try (FaultyServer server = FaultyServer.saying(answer)) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.payload().bytes()).isEqualTo(page);
            assertThat(exchange.response()).isEqualTo(answer);
            assertThat(exchange.truncation()).isEmpty();
        }
    }

    @Test
    void gzipBombIsStoppedAtTheLimit() throws IOException {
        byte[] packed = gzip(new byte[20_000_000]);
        assertThat(packed.length).isLessThan(100_000);
        byte[] answer =
                concat("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII), packed);
        try (FaultyServer server = FaultyServer.saying(answer)) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.payload().length()).isEqualTo(200_000);
            assertThat(exchange.response()).isEqualTo(answer);
            assertThat(exchange.truncation()).contains(Truncation.LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9000000000", "X: until the end"})
    void bodyIsCutAtTheLimitAndNoMoreIsTaken(String header) throws Exception {
        CompletableFuture<Long> sent = new CompletableFuture<>();
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            long bytes = 0;
            try {
                out.write(("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                byte[] piece = new byte[10_000];
                Arrays.fill(piece, (byte) 'x');
                while (bytes < 2_000_000_000L) {
                    out.write(piece);
                    bytes += piece.length;
                }
            } finally {
                sent.complete(bytes);
            }
        })) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).contains(Truncation.LENGTH);
            assertThat(exchange.payload().length()).isEqualTo(100_000);
            assertThat(text(exchange.response())).endsWith("\r\n\r\n" + "x".repeat(100_000));
            assertThat(sent.get(30, TimeUnit.SECONDS)).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void bodyOfExactlyTheLimitIsWhole() throws IOException {
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(100_000))) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).isEmpty();
            assertThat(exchange.payload().length()).isEqualTo(100_000);
        }
    }

    @Test
    void cutChunkedPayloadIsWhatTheKeptBytesSay() throws IOException {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        try (FaultyServer server = FaultyServer.saying(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(40) + "0\r\n\r\n")) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).contains(Truncation.LENGTH);
            String kept = text(exchange.response()).split("\r\n\r\n", 2)[1];
            assertThat(kept.length()).isBetween(100_000, 100_010);
            assertThat(text(exchange.payload().bytes()))
                    .isEqualTo(kept.replaceAll("(?:\r\n)?1000\r\n", ""))
                    .hasSizeBetween(99_000, 100_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\nhalf",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf",
                "Transfer-Encoding: chunked\r\n\r\n99\r\nhalf",
            })
    void bodyThatEndsTooEarlyIsMarked(String rest) throws IOException {
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n" + rest)) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(text(exchange.payload().bytes())).isEqualTo("half");
            assertThat(text(exchange.response())).isEqualTo("HTTP/1.1 200 OK\r\n" + rest);
            assertThat(exchange.truncation()).contains(Truncation.DISCONNECT);
        }
    }

    @Test
    void resetWithinTheBodyIsADisconnect() throws IOException {
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.setSoLinger(true, 0);
        })) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).contains(Truncation.DISCONNECT);
        }
    }

    @Test
    void wrongChunkingKeepsWhatCame() throws IOException {
        try (FaultyServer server =
                FaultyServer.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<html>no chunk</html>\n\n")) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).contains(Truncation.UNSPECIFIED);
            assertThat(exchange.payload().length()).isZero();
        }
    }

    @Test
    void damagedGzipKeepsWhatCouldBeRead() throws IOException {
        byte[] page = new byte[50_000];
        new Random(7).nextBytes(page);
        byte[] packed = gzip(page);
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        try (FaultyServer server = FaultyServer.saying(concat(
                ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + half.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII),
                half))) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).contains(Truncation.UNSPECIFIED);
            assertThat(exchange.payload().length()).isBetween(1, page.length - 1);
            assertThat(exchange.payload().bytes())
                    .isEqualTo(Arrays.copyOf(page, exchange.payload().length()));
        }
    }

    @Test
    void slowDripEndsAtTheDeadline() throws IOException {
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(5);
            }
        })) {
            Exchange exchange = answer(fetch(server, "/", SHORT_DEADLINE));
            assertThat(exchange.truncation()).contains(Truncation.TIME);
            assertThat(exchange.payload().length()).isPositive();
            assertThat(text(exchange.payload().bytes())).matches("x+");
        }
    }

    @Test
    void slowDripWithinTheHeadIsATimeout() throws IOException {
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(5);
            }
        })) {
            assertThat(failure(fetch(server, "/", SHORT_DEADLINE)).outcome()).isEqualTo(Outcome.TIMEOUT);
        }
    }

    @Test
    void silenceBeforeTheAnswerIsATimeout() throws IOException {
        try (FaultyServer server = FaultyServer.hangingAfter("")) {
            assertThat(failure(fetch(server, "/", IMPATIENT)).outcome()).isEqualTo(Outcome.TIMEOUT);
        }
    }

    @Test
    void silenceWithinTheBodyCutsIt() throws IOException {
        try (FaultyServer server = FaultyServer.hangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")) {
            Exchange exchange = answer(fetch(server, "/", IMPATIENT));
            assertThat(exchange.truncation()).contains(Truncation.TIME);
            assertThat(text(exchange.payload().bytes())).isEqualTo("half");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: ", "X: a\r\n", "HTTP/1.1 100 Continue\r\n\r\n"})
    void endlessHeadIsTooLarge(String piece) throws IOException {
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            if (!piece.startsWith("HTTP")) {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            while (true) {
                out.write(piece.getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(failure(fetch(server, "/")).outcome()).isEqualTo(Outcome.TOO_LARGE);
        }
    }

    @Test
    void endlessTrailerIsCut() throws IOException {
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X: a\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            Exchange exchange = answer(fetch(server, "/"));
            assertThat(exchange.truncation()).contains(Truncation.LENGTH);
            assertThat(text(exchange.payload().bytes())).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "<html>no head at all</html>\r\n\r\n",
                "HTTP/1.1 two hundred\r\n\r\n",
                "HTTP/1.1 099 Low\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
                "HTTP/1.1 200 OK\r\nContent-Ty",
                "SSH-2.0-OpenSSH_9.2\r\n",
            })
    void whatIsNoWholeHeadIsAConnectionError(String answer) throws IOException {
        try (FaultyServer server = FaultyServer.saying(answer)) {
            FetchResult.Failure failure = failure(fetch(server, "/"));
            assertThat(failure.outcome()).isEqualTo(Outcome.CONNECTION_ERROR);
            assertThat(failure.detail()).isNotBlank().doesNotContain("\n", "\r");
        }
    }

    @Test
    void randomAnswersNeverThrow() throws IOException {
        long seed = 20261121;
        Random random = new Random(seed);
        String[] pieces = {
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 304 x\n",
            "HTTP/1.1 ",
            "Content-Length: 5\r\n",
            "Content-Length: ,\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Content-Encoding: gzip\r\n",
            "Content-Encoding: deflate\r\n",
            "\r\n",
            "\n",
            " ",
            ":",
            "5\r\n",
            "hello",
            "0\r\n",
            "\u001f\u008b\u0008",
            "\u0000",
            "\u00ff",
            "Content-Type:\r\n",
            "-1\r\n",
            "fffffffffffffffff\r\n"
        };
        try (FaultyServer server = new FaultyServer((head, socket, out) -> {
            StringBuilder answer = new StringBuilder(random.nextBoolean() ? pieces[0] : "");
            for (int n = random.nextInt(15); n > 0; n--) {
                answer.append(pieces[random.nextInt(pieces.length)]);
            }
            out.write(answer.toString().getBytes(StandardCharsets.ISO_8859_1));
        })) {
            int answers = 0;
            try (Fetcher fetcher = fetcher(server, LIMITS)) {
                for (int i = 0; i < 500; i++) {
                    answers += fetcher.fetch(server.url("/")) instanceof FetchResult.Answer ? 1 : 0;
                }
            }
            assertThat(answers).as("seed %d", seed).isBetween(50, 450);
        }
    }

    @Test
    void closedPortIsAConnectionError() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/";
        try (Fetcher fetcher = fetcher(List.of(url), LIMITS)) {
            assertThat(failure(fetcher.fetch(url)).outcome()).isEqualTo(Outcome.CONNECTION_ERROR);
        }
    }

    @Test
    void unknownHostIsAConnectionError() {
        try (Fetcher fetcher = fetcher(List.of(), LIMITS)) {
            FetchResult.Failure failure = failure(fetcher.fetch("http://no-such-host.invalid/"));
            assertThat(failure.outcome()).isEqualTo(Outcome.CONNECTION_ERROR);
            assertThat(failure.detail()).startsWith("no such host: no-such-host.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mailto:a@example.gov.cn",
                "ftp://127.0.0.1/",
                "http://",
                "http:///a",
                "http://a b/",
                "http://user@127.0.0.1/",
                "http://127.0.0.1:0/",
                "http://127.0.0.1:65536/",
                "http://under_score/",
                "/relative",
            })
    void whatIsNoWebAddressIsRefused(String url) {
        try (Fetcher fetcher = fetcher(List.of(), LIMITS)) {
            assertThat(failure(fetcher.fetch(url)).outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
        }
    }

    @Test
    void closeBreaksOffWhatIsUnderWayAndLaterFetchesFail() throws Exception {
        List<CompletableFuture<FetchResult>> hung = new ArrayList<>();
        try (FaultyServer silent = FaultyServer.hangingAfter("");
                FaultyServer half = FaultyServer.hangingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")) {
            Fetcher fetcher = fetcher(List.of(silent.url("/"), half.url("/")), LIMITS);
            for (FaultyServer server : List.of(silent, half, silent, half)) {
                hung.add(CompletableFuture.supplyAsync(
                        () -> fetcher.fetch(server.url("/")), task -> new Thread(task).start()));
                server.requests.take();
            }
            fetcher.close();
            for (CompletableFuture<FetchResult> one : hung) {
                FetchResult.Failure failure = failure(one.get(15, TimeUnit.SECONDS));
                assertThat(failure.outcome()).isEqualTo(Outcome.CONNECTION_ERROR);
                assertThat(failure.detail()).contains("the program is ending");
            }
            assertThat(failure(fetcher.fetch(silent.url("/"))).detail()).contains("the program is ending");
        }
    }

    @Test
    void closeBreaksOffANameLookUp() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> never = new CompletableFuture<>();
        Fetcher fetcher = fetcher(List.of(), LIMITS, host -> {
            asked.complete(null);
            return never.join();
        });
        CompletableFuture<FetchResult> hung =
                CompletableFuture.supplyAsync(() -> fetcher.fetch("http://www.example.gov.cn/"));
        asked.get(15, TimeUnit.SECONDS);
        fetcher.close();
        assertThat(failure(hung.get(15, TimeUnit.SECONDS)).outcome()).isEqualTo(Outcome.CONNECTION_ERROR);
        never.complete(new InetAddress[0]);
    }

    @Test
    void hungNameLookUpIsATimeout() {
        CompletableFuture<InetAddress[]> never = new CompletableFuture<>();
        try (Fetcher fetcher = fetcher(List.of(), IMPATIENT, host -> never.join())) {
            assertThat(failure(fetcher.fetch("http://www.example.gov.cn/")).outcome())
                    .isEqualTo(Outcome.TIMEOUT);
        }
        never.complete(new InetAddress[0]);
    }

    @Test
    void manyFetchesAtOnceKeepTheirAnswersApart() throws Exception {
        try (FaultyServer server = new FaultyServer((head, socket, out) ->
                out.write(("HTTP/1.1 200 OK\r\n\r\n" + head.split(" ")[1]).getBytes(StandardCharsets.US_ASCII)))) {
            try (Fetcher fetcher = fetcher(server, LIMITS)) {
                List<CompletableFuture<Exchange>> all = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    String url = server.url("/" + i);
                    all.add(CompletableFuture.supplyAsync(() -> answer(fetcher.fetch(url))));
                }
                for (int i = 0; i < 50; i++) {
                    Exchange exchange = all.get(i).get(30, TimeUnit.SECONDS);
                    assertThat(text(exchange.payload().bytes())).isEqualTo("/" + i);
                }
            }
        }
    }

    @Test
    void secondBigBodyWaitsForTheMemoryOfTheFirstAndItsTimeStandsStill() throws Exception {
        String big = "x".repeat(2 << 20);
        FetchLimits limits = new FetchLimits(
                Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(400), 4 << 20, 4 << 20, 8_000);
        try (FaultyServer server =
                        FaultyServer.saying("HTTP/1.1 200 OK\r\nContent-Length: " + big.length() + "\r\n\r\n" + big);
                Fetcher fetcher = new Fetcher(
                        settings(limits, Network.SYSTEM),
                        AGENT,
                        AddressGuard.of(List.of(server.url("/")), List.of()),
                        Clock.systemUTC(),
                        null,
                        new MemoryBudget(12 << 20))) {
            FetchResult.Answer first = (FetchResult.Answer) fetcher.fetch(server.url("/1"));
            assertThat(answer(first).truncation()).isEmpty();
            CompletableFuture<FetchResult> second =
                    CompletableFuture.supplyAsync(() -> fetcher.fetch(server.url("/2")));
            long asked = System.nanoTime();
            while (server.requests.size() < 2
                    || System.nanoTime() - asked < limits.total().toNanos() * 2) {
                Thread.onSpinWait();
            }
            assertThat(second).isNotDone();

            first.done().run();

            assertThat(answer(second.get()).payload().length()).isEqualTo(big.length());
            assertThat(answer(second.get()).truncation()).isEmpty();
        }
    }

    @Test
    void whoWaitsForMemoryIsBrokenOffByClose() throws Exception {
        String big = "x".repeat(2 << 20);
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\n" + big)) {
            FetchLimits limits = new FetchLimits(
                    Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60), 4 << 20, 4 << 20, 8_000);
            Fetcher fetcher = new Fetcher(
                    settings(limits, Network.SYSTEM),
                    AGENT,
                    AddressGuard.of(List.of(server.url("/")), List.of()),
                    Clock.systemUTC(),
                    null,
                    new MemoryBudget(1));
            fetcher.fetch(server.url("/1"));
            CompletableFuture<FetchResult> second =
                    CompletableFuture.supplyAsync(() -> fetcher.fetch(server.url("/2")));
            while (server.requests.size() < 2) {
                Thread.onSpinWait();
            }

            fetcher.close();

            assertThat(failure(second.get(10, TimeUnit.SECONDS)).detail()).contains("the program is ending");
        }
    }

    @Test
    void bombBeyondAllRatioIsCut() throws IOException {
        byte[] bomb = gzip(new byte[30 << 20]);
        FetchLimits limits = FetchLimits.DEFAULT;
        try (FaultyServer server = FaultyServer.saying(concat(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII), bomb))) {
            Exchange exchange = answer(fetch(server, "/", limits));
            assertThat(exchange.truncation()).contains(Truncation.LENGTH);
            assertThat(exchange.payload().length()).isEqualTo(200 * bomb.length);
        }
    }

    @Test
    void permissionIsAskedBeforeAnythingIsSent() throws IOException {
        List<Set<String>> asked = new ArrayList<>();
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\n");
                Fetcher fetcher = fetcher(server, LIMITS)) {
            FetchResult result = fetcher.fetch(server.url("/"), List.of(), addresses -> {
                asked.add(addresses);
                return false;
            });
            assertThat(result).isEqualTo(new FetchResult.Withheld());
            assertThat(server.connections).hasValue(0);
            // a private address is nobody else's
            assertThat(asked).containsExactly(Set.of());
        }
    }

    @Test
    void publicAddressesAreToldToTheCaller() throws IOException {
        InetAddress somewhere = InetAddress.getByName("93.184.216.34");
        Network network = host -> new InetAddress[] {somewhere, InetAddress.getLoopbackAddress()};
        List<Set<String>> asked = new ArrayList<>();
        String url = "http://www.example.gov.cn/";
        try (Fetcher fetcher = fetcher(List.of(url), LIMITS, network)) {
            fetcher.fetch(url, List.of(), addresses -> !asked.add(addresses));
        }
        assertThat(asked).containsExactly(Set.of("93.184.216.34"));
    }

    @Test
    void headersOfTheCallerAreSent() throws Exception {
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\n");
                Fetcher fetcher = fetcher(server, LIMITS)) {
            fetcher.fetch(server.url("/"), List.of(new Header("Cookie", "a=b")), ConnectPermission.ALWAYS);
            assertThat(server.requests.remove()).contains("\r\nCookie: a=b\r\n");
        }
    }

    @Test
    void timesComeFromTheClockGiven() throws IOException {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        try (FaultyServer server = FaultyServer.saying("HTTP/1.1 200 OK\r\n\r\n");
                Fetcher fetcher = new Fetcher(
                        settings(LIMITS, Network.SYSTEM),
                        AGENT,
                        AddressGuard.of(List.of(server.url("/")), List.of()),
                        Clock.fixed(now, ZoneOffset.UTC))) {
            Exchange exchange = answer(fetcher.fetch(server.url("/")));
            assertThat(exchange.startedAt()).isEqualTo(now);
            assertThat(exchange.endedAt()).isEqualTo(now);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "annals\r\nX: y", "annals/1 (张三)"})
    void userAgentMustFitAHeaderLine(String agent) {
        AddressGuard guard = AddressGuard.of(List.of(), List.of());
        assertThatThrownBy(() -> new Fetcher(settings(LIMITS, Network.SYSTEM), agent, guard, Clock.systemUTC()).close())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsThatLimitNothingAreAMistake() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new FetchLimits(Duration.ZERO, second, second, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FetchLimits(second, second, second, 1L << 31, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FetchResult fetch(FaultyServer server, String path) {
        return fetch(server, path, LIMITS);
    }

    private static FetchResult fetch(FaultyServer server, String path, FetchLimits limits) {
        try (Fetcher fetcher = fetcher(server, limits)) {
            return fetcher.fetch(server.url(path));
        }
    }

    private static Fetcher fetcher(FaultyServer server, FetchLimits limits) {
        return fetcher(List.of(server.url("/")), limits);
    }

    private static Fetcher fetcher(List<String> allowed, FetchLimits limits) {
        return new Fetcher(
                settings(limits, Network.SYSTEM), AGENT, AddressGuard.of(allowed, List.of()), Clock.systemUTC());
    }

    private static Fetcher fetcher(List<String> allowed, FetchLimits limits, Network network) {
        return new Fetcher(settings(limits, network), AGENT, AddressGuard.of(allowed, List.of()), Clock.systemUTC());
    }

    private static FetchSettings settings(FetchLimits limits, Network network) {
        return new FetchSettings(limits, List.of(), Set.of(), network);
    }

    private static Exchange answer(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Answer.class);
        return ((FetchResult.Answer) result).exchange();
    }

    private static FetchResult.Failure failure(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failure.class);
        return (FetchResult.Failure) result;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
