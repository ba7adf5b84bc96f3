package org.annals.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a server tells one state of an address from another (RFC 9110, 8.8). They are sent back when the address is asked again, word for word: some servers compare the
 * date as a text. What is not well-formed is left out, since it comes from a portal and goes into a request.
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[!#-~]{0,250}\"");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    /** Some servers name the compressed form apart in one answer and not in the other. */
    private static final Pattern CODING = Pattern.compile("[-;:](?:gzip|df)$");

    public Validators {
        Objects.requireNonNull(etag);
        Objects.requireNonNull(lastModified);
    }

    /**
     * Those of an answer.
     *
     * @param date its Date header; a page that was changed in the very second of the answer may be changed once more in it, so its date of change says nothing (8.8.2.2)
     * @param receivedAt taken where the Date is missing or none
     */
    public static Validators of(
            Optional<String> etag, Optional<String> lastModified, Optional<String> date, Instant receivedAt) {
        Instant answeredAt = date.flatMap(Validators::time).orElse(receivedAt);
        return new Validators(
                etag.map(String::strip).filter(tag -> ETAG.matcher(tag).matches()),
                lastModified
                        .map(String::strip)
                        .filter(at -> time(at).filter(t -> t.isBefore(answeredAt.minusMillis(999)))
                                .isPresent()));
    }

    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    /** The header lines that ask for the address only if it is another state now (RFC 9110, 13.1). */
    public List<Header> conditions() {
        List<Header> lines = new ArrayList<>();
        etag.ifPresent(tag -> lines.add(new Header("If-None-Match", tag)));
        lastModified.ifPresent(at -> lines.add(new Header("If-Modified-Since", at)));
        return lines;
    }

    /**
     * Whether an answer "not modified" may speak of the state that these were asked with: it does not if it names another one.
     *
     * @param said what the answer says as sent; it need not say anything
     */
    public boolean mayBe(Optional<String> saidEtag, Optional<String> saidLastModified) {
        if (etag.isPresent() && saidEtag.isPresent()) {
            return weak(etag.get()).equals(weak(saidEtag.get().strip()));
        }
        Optional<Instant> sent = lastModified.flatMap(Validators::time);
        Optional<Instant> said = saidLastModified.map(String::strip).flatMap(Validators::time);
        return sent.isEmpty() || said.isEmpty() || !said.get().isAfter(sent.get());
    }

    private static String weak(String tag) {
        String opaque = (tag.startsWith("W/") ? tag.substring(2) : tag).replace("\"", "");
        return CODING.matcher(opaque).replaceFirst("");
    }

    private static Optional<Instant> time(String httpDate) {
        try {
            return Optional.of(ZonedDateTime.parse(httpDate.strip(), HTTP_DATE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
