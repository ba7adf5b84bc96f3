package org.annals.backfill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.annals.archive.ForeignCapture;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.ImportSource;
import org.annals.capture.Payload;

/** What a replay (RFC 7089) gave for one capture, as that capture: the answer's own head is the replay's and not the portal's. */
final class Memento {
    private static final String ORIGINAL = "x-archive-orig-";
    /** What the replay may pass on under its own name. */
    private static final List<String> KEPT = List.of("Content-Type", "Last-Modified");
    /** Of the way it was carried, which is over. */
    private static final Set<String> CARRIAGE =
            Set.of("content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive", "trailer");

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Memento() {}

    /** Why the answer is not the capture that was asked for; empty where it is. */
    static Optional<String> problem(CdxLine asked, Exchange answer) {
        if (answer.truncation().isPresent()) {
            return Optional.of(
                    "the answer was cut: " + answer.truncation().get().code());
        }
        if (asked.status() > 0 && answer.status() != asked.status()) {
            return Optional.of("the replay answers " + answer.status() + ", the CDX server says " + asked.status());
        }
        Optional<Instant> date = date(answer);
        if (date.isPresent() && !date.get().equals(asked.date())) {
            return Optional.of("the replay gave the capture of " + date.get());
        }
        return date.isEmpty() && !isDigest(asked, answer)
                ? Optional.of("the answer names no Memento-Datetime and is not the payload of the digest")
                : Optional.empty();
    }

    /** Where the capture of a redirect led to: as the portal said it, or as the replay wrote it behind its own address. */
    static Optional<String> redirect(CdxLine asked, Exchange answer) {
        return answer.header("X-Archive-Orig-Location")
                .or(() -> answer.header("Location").map(to -> to.replaceFirst("^.*/\\d{14}(?:[a-z]{2}_)?/", "")))
                .flatMap(to -> CdxLine.target(asked.url(), to.strip()));
    }

    private static Optional<Instant> date(Exchange answer) {
        return answer.header("Memento-Datetime").flatMap(text -> {
            try {
                return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** @param government code, or empty text */
    static ForeignCapture capture(CdxLine asked, Exchange answer, String government) {
        Payload payload = answer.payload();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        for (Header header : originals(answer)) {
            head.append(clean(header.name()))
                    .append(": ")
                    .append(clean(header.value()))
                    .append("\r\n");
        }
        head.append("Content-Length: ").append(payload.length()).append("\r\n\r\n");
        byte[] headBytes = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] block = Arrays.copyOf(headBytes, headBytes.length + payload.length());
        System.arraycopy(payload.bytes(), 0, block, headBytes.length, payload.length());
        List<String> changes = new ArrayList<>();
        changes.add("head rebuilt from what the replay tells of it; codings of content and transfer taken off");
        if (!asked.digest().isEmpty() && !isDigest(asked, answer)) {
            changes.add("payload is not that of the digest in the CDX, " + asked.digest());
        }
        return new ForeignCapture(
                asked.url(),
                asked.date(),
                Optional.empty(),
                Optional.empty(),
                block,
                Optional.empty(),
                Optional.empty(),
                changes,
                new ImportSource(government, answer.url(), "", -1, ""));
    }

    private static List<Header> originals(Exchange answer) {
        List<Header> originals = new ArrayList<>();
        for (Header header : answer.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(ORIGINAL) && !CARRIAGE.contains(name.substring(ORIGINAL.length()))) {
                originals.add(new Header(header.name().substring(ORIGINAL.length()), header.value()));
            }
        }
        for (String kept : KEPT) {
            boolean there = originals.stream().anyMatch(header -> header.name().equalsIgnoreCase(kept));
            if (!there) {
                answer.header(kept).ifPresent(value -> originals.add(new Header(kept, value)));
            }
        }
        return originals;
    }

    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x1f\\x7f]+", " ").strip();
    }

    /** Over the body as carried or unpacked: archives differ. */
    static boolean isDigest(CdxLine asked, Exchange answer) {
        String said = asked.digest().substring(asked.digest().indexOf(':') + 1);
        if (said.isEmpty()) {
            return false;
        }
        return said.equalsIgnoreCase(sha1(answer.payload().bytes()))
                || said.equalsIgnoreCase(answer.payload().sha256());
    }

    private static String sha1(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
            StringBuilder text = new StringBuilder();
            int buffer = 0;
            int bits = 0;
            for (byte b : digest) {
                buffer = buffer << 8 | b & 0xff;
                for (bits += 8; bits >= 5; bits -= 5) {
                    text.append(BASE32.charAt(buffer >> bits - 5 & 31));
                }
            }
            return text.toString(); // 160 bits are 32 letters and none left over
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
