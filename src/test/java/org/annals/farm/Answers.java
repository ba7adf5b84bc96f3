package org.annals.farm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The answers that most hosts give; those that are wrong by intent stand with their faults. */
final class Answers {
    private Answers() {}

    static Answer html(String body) {
        return html(body, StandardCharsets.UTF_8);
    }

    static Answer html(String body, Charset charset) {
        return whole(200, "Content-Type: text/html\r\n", body.getBytes(charset));
    }

    static Answer text(String body) {
        return typed("text/plain; charset=utf-8", body);
    }

    static Answer typed(String type, String body) {
        return whole(200, "Content-Type: " + type + "\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer status(int status, String body) {
        return status(status, "", body);
    }

    /** @param headers lines, each with its end */
    static Answer status(int status, String headers, String body) {
        return whole(
                status, "Content-Type: text/html; charset=utf-8\r\n" + headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer redirect(String location) {
        return whole(302, "Location: " + location + "\r\n", new byte[0]);
    }

    static Answer whole(int status, String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + " Said\r\n" + headers + "Content-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream answer = new ByteArrayOutputStream(head.length + body.length);
        answer.writeBytes(head);
        answer.writeBytes(body);
        byte[] bytes = answer.toByteArray();
        return (asking, out) -> out.write(bytes);
    }

    /** These bytes, and the end of the connection. */
    static Answer raw(String bytes) {
        byte[] answer = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return (asking, out) -> out.write(answer);
    }

    /** Nothing, until the asking side gives up. */
    static Answer silence() {
        return (asking, out) -> asking.awaitItsEnd();
    }

    /** One answer after the other, the last for ever. */
    static Answer inTurn(Answer... answers) {
        return (asking, out) -> answers[Math.min(asking.count(), answers.length) - 1].play(asking, out);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail like this", e);
        }
        return out.toByteArray();
    }
}
