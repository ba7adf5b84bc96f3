package org.annals.capture;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One HTTP request with its response: the bytes as they went over the wire, and what they say. The arrays given out are the exchange's own and must not be
 * written to.
 */
public final class Exchange {
    private final String url;
    private final Instant startedAt;
    private final Instant endedAt;
    private final String ip;
    private final byte[] request;
    private final byte[] response;
    private final int status;
    private final List<Header> headers;
    private final Payload payload;
    private final Truncation truncation;

    /**
     * @param startedAt when the first byte of the request was sent
     * @param endedAt when the last byte of the response was read, or the reading was given up
     * @param ip the address that answered, or null where it is not known
     * @param request request line, header lines and body, as sent
     * @param response status line, header lines and body as carried: chunk sizes and content encoding kept
     * @param headers the response's header lines in order
     * @param payload the body after transfer and content decoding
     * @param truncation why the response is not whole, or null where it is
     */
    public Exchange(
            String url,
            Instant startedAt,
            Instant endedAt,
            String ip,
            byte[] request,
            byte[] response,
            int status,
            List<Header> headers,
            Payload payload,
            Truncation truncation) {
        this.url = Objects.requireNonNull(url);
        this.startedAt = Objects.requireNonNull(startedAt);
        this.endedAt = Objects.requireNonNull(endedAt);
        this.ip = ip;
        this.request = Objects.requireNonNull(request);
        this.response = Objects.requireNonNull(response);
        this.status = status;
        this.headers = List.copyOf(headers);
        this.payload = Objects.requireNonNull(payload);
        this.truncation = truncation;
    }

    public String url() {
        return url;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Optional<String> ip() {
        return Optional.ofNullable(ip);
    }

    public byte[] request() {
        return request;
    }

    public byte[] response() {
        return response;
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    /** The first header of that name, any spelling. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public Payload payload() {
        return payload;
    }

    public Optional<Truncation> truncation() {
        return Optional.ofNullable(truncation);
    }
}
