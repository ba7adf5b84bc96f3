package org.annals.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.ImportSource;
import org.annals.capture.Truncation;

/**
 * A capture that another program made. The arrays are not copied and must not be written to.
 *
 * @param url as the other program wrote it, without angle brackets
 * @param date of the capture, as the other program says
 * @param ip the address that answered, where it is known
 * @param request the HTTP request; empty where it is not known
 * @param block the HTTP response with its head, or the bare content where there is a content type
 * @param contentType of bare content; empty for an HTTP response
 * @param truncation why the response is not whole
 * @param changes what had to be changed in the head so that every reader takes it, one line each
 */
public record ForeignCapture(
        String url,
        Instant date,
        Optional<String> ip,
        Optional<byte[]> request,
        byte[] block,
        Optional<String> contentType,
        Optional<Truncation> truncation,
        List<String> changes,
        ImportSource source) {
    public ForeignCapture {
        Objects.requireNonNull(url);
        Objects.requireNonNull(date);
        Objects.requireNonNull(ip);
        Objects.requireNonNull(request);
        Objects.requireNonNull(block);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(truncation);
        Objects.requireNonNull(source);
        changes = List.copyOf(changes);
    }
}
