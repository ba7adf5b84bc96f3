package org.annals.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.capture.ContentDecoding;
import org.annals.capture.Header;
import org.netpreserve.jwarc.HttpParser;
import org.netpreserve.jwarc.MessageHeaders;

/** The block of a response or revisit record: an HTTP message as it went over the wire. */
final class HttpBlock {
    private static final Pattern TRANSFER_ENCODING = Pattern.compile("(?im)^(Transfer-Encoding)(?=[ \\t]*:)");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\\bchunked\\b");

    private final byte[] block;
    private final int headLength;
    private final Optional<Integer> status;
    private final MessageHeaders headers;

    private HttpBlock(byte[] block, int headLength, Optional<Integer> status, MessageHeaders headers) {
        this.block = block;
        this.headLength = headLength;
        this.status = status;
        this.headers = headers;
    }

    /** A block that has no HTTP head gives no status and no headers, and is all body. */
    static HttpBlock of(byte[] block) {
        int headLength = headLength(block);
        HttpParser parser = new HttpParser();
        parser.lenientResponse();
        try {
            ByteBuffer head = ByteBuffer.wrap(Arrays.copyOf(block, headLength));
            parser.parse(PlainChannel.of(new byte[0]), head);
        } catch (IOException e) {
            return withoutHead(block);
        }
        return parser.status() > 0
                ? new HttpBlock(block, headLength, Optional.of(parser.status()), parser.headers())
                : withoutHead(block);
    }

    private static HttpBlock withoutHead(byte[] block) {
        return new HttpBlock(block, 0, Optional.empty(), MessageHeaders.of());
    }

    /** Up to and with the first empty line. */
    private static int headLength(byte[] block) {
        boolean lineIsEmpty = false;
        for (int i = 0; i < block.length; i++) {
            if (block[i] == '\n') {
                if (lineIsEmpty) {
                    return i + 1;
                }
                lineIsEmpty = true;
            } else if (block[i] != '\r') {
                lineIsEmpty = false;
            }
        }
        return block.length;
    }

    /** The first line and the header lines of a request or response. */
    static byte[] messageHead(byte[] block) {
        return Arrays.copyOf(block, headLength(block));
    }

    /** The body of a request; ours have none. */
    static byte[] requestBody(byte[] block) {
        return Arrays.copyOfRange(block, headLength(block), block.length);
    }

    Optional<Integer> status() {
        return status;
    }

    Optional<String> header(String name) {
        return headers.first(name);
    }

    /** All header lines, names together. */
    List<Header> allHeaders() {
        List<Header> all = new ArrayList<>();
        headers.map().forEach((name, values) -> values.forEach(value -> all.add(new Header(name, value))));
        return all;
    }

    byte[] head() {
        return Arrays.copyOf(block, headLength);
    }

    /** The body as the payload digest counts it: chunk sizes taken out, content coding kept. */
    byte[] body() {
        byte[] body = carriedBody();
        return isChunked() ? Dechunker.dechunk(body) : body;
    }

    /** The body with its chunk sizes, as it was carried. */
    byte[] carriedBody() {
        return Arrays.copyOfRange(block, headLength, block.length);
    }

    byte[] bytes() {
        return block;
    }

    /** Whether the body is chunks from its first byte to the last chunk. */
    boolean isWhollyChunked() {
        return Dechunker.isWhole(carriedBody());
    }

    boolean isChunked() {
        return headers.contains("Transfer-Encoding", "chunked");
    }

    /** The message with its chunk sizes taken out and Transfer-Encoding kept under the name {@code X-Orig-Transfer-Encoding}. */
    byte[] withoutChunks() {
        String head = TRANSFER_ENCODING
                .matcher(new String(head(), StandardCharsets.ISO_8859_1))
                .replaceAll("X-Orig-$1");
        byte[] newHead = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = body();
        byte[] message = Arrays.copyOf(newHead, newHead.length + body.length);
        System.arraycopy(body, 0, message, newHead.length, body.length);
        return message;
    }

    /** The body after transfer and content decoding, by the same rules as when it was fetched. */
    byte[] payload() {
        return ContentDecoding.decode(body(), codings(), ContentDecoding.LIMIT).bytes();
    }

    /** Codings of the content, then those of the transfer but for the chunks. */
    List<String> codings() {
        List<String> codings = new ArrayList<>(headers.all("Content-Encoding"));
        for (String value : headers.all("Transfer-Encoding")) {
            codings.add(CHUNKED.matcher(value).replaceAll(""));
        }
        return codings;
    }

    /** Whether a Content-Length, where there is one, tells the length of the body truly. */
    boolean lengthAgrees() {
        return header("Content-Length")
                .map(length -> length.strip().equals(Integer.toString(body().length)))
                .orElse(true);
    }
}
