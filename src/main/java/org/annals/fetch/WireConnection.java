package org.annals.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * The library's connection with a {@link Wire} under it. Kind to portals that get HTTP slightly wrong, as browsers are: a header line without a colon
 * is passed over, a nonsensical Content-Length means "until the connection ends".
 */
final class WireConnection extends DefaultBHttpClientConnection {
    /** Lines and headers are limited by the wire, in bytes. */
    private static final Http1Config CONFIG =
            Http1Config.custom().setMaxLineLength(-1).setMaxHeaderCount(-1).build();

    private final Wire wire;

    WireConnection(Wire wire) {
        // Latin-1 keeps every byte of a header; the library's own way loses 0x80 to 0x9F
        super(
                CONFIG,
                StandardCharsets.ISO_8859_1.newDecoder(),
                null,
                WireConnection::bodyLength,
                null,
                null,
                config -> new HeadParser(wire));
        this.wire = wire;
    }

    /** @param tls null for plain http */
    void open(SSLSocket tls, Socket socket) throws IOException {
        bind(tls == null ? new Tee(wire, socket) : new Tee(wire, tls, socket));
    }

    /** Chunked wins over a length; two lengths that differ are none (RFC 9112, 6.3). */
    static long bodyLength(HttpMessage message) {
        List<String> codings = values(message, HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty()) {
            return codings.stream().anyMatch("chunked"::equalsIgnoreCase)
                    ? ContentLengthStrategy.CHUNKED
                    : ContentLengthStrategy.UNDEFINED;
        }
        List<String> lengths =
                values(message, HttpHeaders.CONTENT_LENGTH).stream().distinct().toList();
        return lengths.size() == 1 && lengths.get(0).matches("\\d{1,18}")
                ? Long.parseLong(lengths.get(0))
                : ContentLengthStrategy.UNDEFINED;
    }

    private static List<String> values(HttpMessage message, String name) {
        return Arrays.stream(message.getHeaders(name))
                .flatMap(header -> header.getValue() == null
                        ? Stream.empty()
                        : Arrays.stream(header.getValue().split(",")))
                .map(String::strip)
                .toList();
    }

    private static final class HeadParser extends DefaultHttpResponseParser {
        private final Wire wire;

        HeadParser(Wire wire) {
            super(CONFIG, new KindLineParser(), null);
            this.wire = wire;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            wire.readThrough(buffer);
            int from = wire.position();
            ClassicHttpResponse response = super.parse(buffer, in);
            if (response == null) {
                return null;
            }
            if (!wire.endsWithEmptyLine(wire.position())) {
                throw new ConnectionClosedException("the connection ended within the head");
            }
            if (response.getCode() >= HttpStatus.SC_SUCCESS) {
                wire.head(from, wire.position());
            }
            return response;
        }
    }

    private static final class Tee extends SocketHolder {
        private final Wire wire;

        Tee(Wire wire, Socket socket) {
            super(socket);
            this.wire = wire;
        }

        Tee(Wire wire, SSLSocket tls, Socket socket) {
            super(tls, socket);
            this.wire = wire;
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return wire.copy(super.getInputStream(socket));
        }

        @Override
        protected OutputStream getOutputStream(Socket socket) throws IOException {
            return wire.copy(super.getOutputStream(socket));
        }
    }
}
