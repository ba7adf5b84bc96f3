package org.annals.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Answers that are wrong below the page: too long, too slow, cut, or no HTTP. */
final class BodyFaults {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private static final String[] THREE_TIMES_CUT = {"connection_error", "connection_error", "connection_error"};
    private static final String[] THREE_TIMES_LATE = {"timeout", "timeout", "timeout"};
    private static final byte[] MUCH = "<p>x</p>".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
    private static final int DRIP_MILLIS = 150;

    private BodyFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("body: gzip bomb").report(bomb(64 << 20), "too_large"),
                Fault.of("body: endless chunks")
                        .report(endless("Transfer-Encoding: chunked\r\n", true), "too_large")
                        .check(sentLittle()),
                Fault.of("body: Content-Length over 2 GiB")
                        .report(endless("Content-Length: 3221225472\r\n", false), "too_large")
                        .check(sentLittle()),
                Fault.of("body: Content-Length that is no number")
                        .report(Answers.raw(HEAD + "Content-Length: 99999999999999999999999\r\n\r\nx"), "archived"),
                Fault.of("body: longer than it says")
                        .report(
                                Answers.raw(HEAD + "Content-Length: 20\r\n\r\n<h1>" + "x".repeat(100)),
                                THREE_TIMES_CUT),
                Fault.of("body: shorter than it says")
                        .report(Answers.raw(HEAD + "Content-Length: 9000\r\n\r\n<h1>half"), THREE_TIMES_CUT),
                Fault.of("body: reset in the middle")
                        .report(
                                (asking, out) -> {
                                    out.write((HEAD + "Content-Length: 9000\r\n\r\n<h1>half")
                                            .getBytes(StandardCharsets.US_ASCII));
                                    out.flush();
                                    asking.socket().setSoLinger(true, 0);
                                    asking.socket().close();
                                },
                                THREE_TIMES_CUT),
                Fault.of("body: wrong chunking")
                        .report(Answers.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"), THREE_TIMES_CUT),
                Fault.of("body: slow drip")
                        .report(drip(HEAD + "Content-Length: 9000\r\n\r\n", "x"), THREE_TIMES_LATE)
                        .atMost(10),
                Fault.of("head: slow drip").report(drip("HTTP/1.1 200 OK\r\nX-Slow: ", "x"), THREE_TIMES_LATE),
                Fault.of("head: endless")
                        .report(
                                (asking, out) -> {
                                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                                    while (true) {
                                        out.write("X-Filler: filler filler\r\n".getBytes(StandardCharsets.US_ASCII));
                                    }
                                },
                                "too_large")
                        .check(sentLittle()),
                Fault.of("answer: silence").report(Answers.silence(), THREE_TIMES_LATE),
                Fault.of("answer: no HTTP").report(Answers.raw("SSH-2.0-OpenSSH_9.2\r\n"), THREE_TIMES_CUT),
                Fault.of("answer: nothing in it").report(Answers.html(" \r\n\t"), "soft_404"),
                Fault.of("answer: status 999")
                        .report(Answers.status(999, "<h1>no</h1>"), "server_error", "server_error", "server_error"),
                Fault.of("answer: a picture under the name of a page")
                        .report(
                                Answers.whole(
                                        200, "Content-Type: image/png\r\n", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1
                                        }),
                                "archived"));
    }

    private static Consumer<Evidence> sentLittle() {
        return seen -> assertThat(seen.log())
                .as("what the portal could send before it was cut off")
                .allSatisfy(asked -> assertThat(asked.sent()).isLessThan(12 << 20));
    }

    private static Answer bomb(int size) {
        byte[] packed = Answers.gzip(new byte[size]);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes((HEAD + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        answer.writeBytes(packed);
        byte[] bytes = answer.toByteArray();
        return (asking, out) -> out.write(bytes);
    }

    private static Answer endless(String header, boolean chunked) {
        return (asking, out) -> {
            out.write((HEAD + header + "\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                if (chunked) {
                    out.write((Integer.toHexString(MUCH.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(MUCH);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        };
    }

    private static Answer drip(String first, String drop) {
        return (asking, out) -> {
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            while (true) {
                write(out, drop);
                Thread.sleep(DRIP_MILLIS);
            }
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
