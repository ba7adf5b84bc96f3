package org.annals.capture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The body of an answer (or a local file) after transfer and content decoding: the one thing that parsers see. Immutable; the array given out is the
 * payload's own and must not be written to.
 */
public final class Payload {
    private final byte[] bytes;
    private final String contentType;
    private final String uri;
    private String sha256;

    private Payload(byte[] bytes, String contentType, String uri) {
        this.bytes = Objects.requireNonNull(bytes);
        this.contentType = contentType;
        this.uri = uri;
    }

    /**
     * @param contentType the declared type as sent, parameters included, or null where none was declared
     * @param uri where it came from, used only to resolve relative links, or null
     */
    public static Payload of(byte[] bytes, String contentType, String uri) {
        return new Payload(bytes, contentType, uri);
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** The declared type as sent, for example {@code text/html; charset=gb2312}. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    public Optional<String> uri() {
        return Optional.ofNullable(uri);
    }

    /** Lower-case hex SHA-256 of the bytes: the payload's identity in the program. */
    public String sha256() {
        if (sha256 == null) {
            try {
                sha256 = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
        return sha256;
    }
}
