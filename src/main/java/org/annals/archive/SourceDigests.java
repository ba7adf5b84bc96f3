package org.annals.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.WarcDigest;

/** Digests as other programs write them: SHA-1 in base32 mostly, any algorithm of the JDK in base32, hex or base64. */
final class SourceDigests {
    private SourceDigests() {}

    /** What is wrong with the record by its own digests; one that is missing or of an unknown algorithm says nothing. */
    static Optional<String> problem(RawRecord record) {
        Optional<String> block = record.header("WARC-Block-Digest");
        if (block.isPresent() && agrees(block.get(), record.block()).equals(Optional.of(false))) {
            return Optional.of("its bytes are not those of its WARC-Block-Digest");
        }
        Optional<String> payload = record.header("WARC-Payload-Digest");
        if (payload.isEmpty() || !record.is("response") && !record.is("resource")) {
            return Optional.empty();
        }
        // programs disagree on whether the payload of a chunked body is what went over the wire
        List<byte[]> payloads = record.is("response") && record.isHttp()
                ? payloads(HttpBlock.of(record.block()))
                : List.of(record.block());
        for (byte[] bytes : payloads) {
            if (!agrees(payload.get(), bytes).equals(Optional.of(false))) {
                return Optional.empty();
            }
        }
        return Optional.of("its payload is not that of its WARC-Payload-Digest");
    }

    /** Whether a digest vouches for the whole block. */
    static boolean proves(RawRecord record) {
        return record.header("WARC-Block-Digest")
                .flatMap(said -> agrees(said, record.block()))
                .orElse(false);
    }

    /** Whether the response has that payload, said in whatever way. */
    static boolean isPayload(String said, HttpBlock http) {
        for (byte[] bytes : payloads(http)) {
            if (agrees(said, bytes).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> payloads(HttpBlock http) {
        return http.isChunked()
                ? List.of(http.body(), http.carriedBody(), http.payload())
                : List.of(http.body(), http.payload());
    }

    /** Empty where it cannot be told. */
    private static Optional<Boolean> agrees(String said, byte[] bytes) {
        int colon = said.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String value = said.substring(colon + 1).strip();
        WarcDigest is;
        try {
            MessageDigest digester =
                    WarcDigest.getDigester(said.substring(0, colon).strip());
            digester.update(bytes);
            is = new WarcDigest(digester);
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
        String padded = is.base32();
        return Optional.of(value.equalsIgnoreCase(is.hex())
                || withoutPadding(value).equalsIgnoreCase(withoutPadding(padded))
                || withoutPadding(value).equals(withoutPadding(is.base64())));
    }

    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        return text.substring(0, end);
    }
}
