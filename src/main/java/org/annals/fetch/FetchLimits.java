package org.annals.fetch;

import java.time.Duration;
import java.util.stream.Stream;
import org.annals.capture.ContentDecoding;

/**
 * Hard limits of one exchange.
 *
 * @param connect until the connection (TLS included) stands
 * @param read longest silence while reading
 * @param total from the first byte sent to the last read, whatever trickles in between
 * @param maxBody bytes of the body as carried; beyond it the answer is cut
 * @param maxDecoded bytes of the payload after content decoding; beyond it decoding stops
 * @param maxHead bytes of status line and header lines
 */
public record FetchLimits(Duration connect, Duration read, Duration total, long maxBody, long maxDecoded, int maxHead) {
    public static final FetchLimits DEFAULT = new FetchLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(120),
            64L << 20,
            ContentDecoding.LIMIT,
            256 << 10);

    /** Bodies are held in memory, and one array holds no more. */
    public static final long MOST = 1L << 30;

    public FetchLimits {
        if (Stream.of(connect, read, total).anyMatch(limit -> limit.isNegative() || limit.isZero())) {
            throw new IllegalArgumentException("a time limit must be longer than nothing");
        }
        if (maxBody < 1 || maxBody > MOST || maxDecoded < 1 || maxDecoded > MOST || maxHead < 1) {
            throw new IllegalArgumentException("a size limit must lie between 1 and " + MOST + " bytes");
        }
    }

    public FetchLimits withMaxBody(long bytes) {
        return new FetchLimits(connect, read, total, bytes, maxDecoded, maxHead);
    }
}
