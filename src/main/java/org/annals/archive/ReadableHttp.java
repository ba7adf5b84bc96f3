package org.annals.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.HttpParser;

/**
 * An HTTP response of another program in a form that every reader takes. A head by the rules is kept to the byte; any other is written again by RFC 9112, and what was
 * changed is said. A body that is not chunked as its head says has its chunks taken out.
 *
 * @param changes one line each
 */
record ReadableHttp(byte[] block, List<String> changes) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/(\\d)(?:\\.(\\d))?\\s+(\\d{3})(?:\\s+(.*))?");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \\t]*:(.*)");
    private static final int SHOWN = 100;

    /** Empty for what is no HTTP response at all. */
    static Optional<ReadableHttp> of(byte[] block) {
        HttpBlock http = HttpBlock.of(block);
        if (http.status().isEmpty()) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        byte[] readable = block;
        if (!isStrict(http.head())) {
            Optional<byte[]> head = rewritten(http.head(), changes);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            readable = joined(head.get(), Arrays.copyOfRange(block, http.head().length, block.length));
            http = HttpBlock.of(readable);
        }
        if (http.isChunked() && !http.isWhollyChunked()) {
            changes.add("the body is not chunked as its head says; Transfer-Encoding is now X-Orig-Transfer-Encoding");
            readable = http.withoutChunks();
        }
        return Optional.of(new ReadableHttp(readable, List.copyOf(changes)));
    }

    /** Whether a strict reader takes the head, and it ends with an empty line. */
    private static boolean isStrict(byte[] head) {
        return endsWithEmptyLine(head) && parses(head, true);
    }

    /** Whether a request can be kept as it is. */
    static boolean isRequest(byte[] block) {
        return parses(block, false);
    }

    private static boolean parses(byte[] head, boolean response) {
        HttpParser parser = new HttpParser();
        if (response) {
            parser.strictResponse();
        } else {
            parser.strictRequest();
        }
        try {
            parser.parse(PlainChannel.of(new byte[0]), ByteBuffer.wrap(head));
            return parser.isFinished();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean endsWithEmptyLine(byte[] head) {
        int n = head.length;
        return n >= 4 && head[n - 4] == '\r' && head[n - 3] == '\n' && head[n - 2] == '\r' && head[n - 1] == '\n';
    }

    private static Optional<byte[]> rewritten(byte[] head, List<String> changes) {
        List<String> lines = new String(head, StandardCharsets.ISO_8859_1)
                .replaceAll("\r?\n[ \t]+", " ")
                .lines()
                .toList();
        Matcher status = STATUS_LINE.matcher(lines.isEmpty() ? "" : clean(lines.get(0)));
        if (!status.matches()) {
            return Optional.empty();
        }
        String reason = status.group(4) == null ? "" : status.group(4);
        String minor = status.group(2) == null ? "0" : status.group(2);
        String line = "HTTP/" + status.group(1) + "." + minor + " " + status.group(3) + " " + reason;
        if (!line.equals(lines.get(0))) {
            changes.add("status line was " + shown(lines.get(0)));
        }
        StringBuilder out = new StringBuilder(line).append("\r\n");
        for (String field : lines.subList(1, lines.size())) {
            Matcher matcher = FIELD.matcher(clean(field));
            if (matcher.matches()) {
                out.append(matcher.group(1))
                        .append(':')
                        .append(matcher.group(2))
                        .append("\r\n");
            } else if (!field.isBlank()) {
                changes.add("left out of the head: " + shown(field));
            }
        }
        if (changes.isEmpty()) {
            changes.add("line ends or control characters of the head");
        }
        return Optional.of(out.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String clean(String line) {
        return line.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", " ").stripTrailing();
    }

    private static String shown(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }
}
