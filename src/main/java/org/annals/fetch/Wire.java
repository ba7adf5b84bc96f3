package org.annals.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * What went over one connection, copied below HTTP and above TLS. It also holds the two limits that the HTTP library cannot be given: bytes of a head, and bytes of
 * a body together with its chunk sizes and trailers.
 *
 * <pre>
 *   received:  [blank lines, 1xx answers] [status line … empty line] [body as carried] [not read yet]
 *                                         headStart                  headEnd           position
 * </pre>
 */
final class Wire {
    /** A limit was reached; the connection is of no more use. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1;

        LimitException(String message) {
            super(message);
        }
    }

    /** What a body may exceed its limit by within one read of the library: chunk sizes, trailers. */
    private static final int SLACK = 64 << 10;

    private final FetchLimits limits;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream(512);
    private final Received received = new Received();
    private SessionInputBuffer buffer;
    private int headStart;
    private int headEnd = -1;
    private int kept;
    private boolean ended;

    Wire(FetchLimits limits) {
        this.limits = limits;
    }

    OutputStream copy(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                sent.write(b);
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                sent.write(bytes, from, length);
                out.write(bytes, from, length);
            }
        };
    }

    InputStream copy(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                checkLimit();
                int n = in.read(bytes, from, length);
                if (n > 0) {
                    received.write(bytes, from, n);
                }
                ended = n < 0;
                return n;
            }
        };
    }

    /** The library's own buffer over {@link #copy(InputStream)}: what it holds is received but not read yet. */
    void readThrough(SessionInputBuffer sessionBuffer) {
        buffer = sessionBuffer;
    }

    /** How many of the received bytes have been read. */
    int position() {
        return received.size() - (buffer == null ? 0 : buffer.length());
    }

    /** Whether more has come than the answer says it has; blanks behind an answer are a habit of some servers and do not count. */
    boolean hasMore() {
        for (int at = position(); at < received.size(); at++) {
            if (received.at(at) > ' ' || received.at(at) < 0) {
                return true;
            }
        }
        return false;
    }

    /** What has been read so far stays, even if the rest is too long. */
    void keep() {
        kept = position();
    }

    /** The place up to which {@link #keep} was said last. */
    int kept() {
        return kept;
    }

    /** A final head stands between the two; blank lines before it are not part of it. */
    void head(int from, int to) {
        headStart = from;
        while (headStart < to && (received.at(headStart) == '\r' || received.at(headStart) == '\n')) {
            headStart++;
        }
        headEnd = to;
    }

    /** Whether the empty line that ends a head stands before that place: the library takes the end of the stream for one. */
    boolean endsWithEmptyLine(int to) {
        int at = to - 1;
        if (at < 0 || received.at(at) != '\n') {
            return false;
        }
        at -= at > 0 && received.at(at - 1) == '\r' ? 2 : 1;
        return at >= 0 && received.at(at) == '\n';
    }

    /** Whether the other side has closed its end. */
    boolean ended() {
        return ended;
    }

    long bodyRead() {
        return (long) position() - headEnd;
    }

    byte[] request() {
        return sent.toByteArray();
    }

    byte[] response(int to) {
        return received.slice(headStart, to);
    }

    byte[] body(int to) {
        return received.slice(headEnd, to);
    }

    private void checkLimit() throws IOException {
        if (headEnd < 0 && received.size() >= limits.maxHead()) {
            throw new LimitException("the head is longer than " + limits.maxHead() + " bytes");
        }
        if (headEnd >= 0 && received.size() - (long) headEnd > limits.maxBody() + SLACK) {
            throw new LimitException("the body is longer than " + limits.maxBody() + " bytes");
        }
    }

    private static final class Received extends ByteArrayOutputStream {
        Received() {
            super(16 << 10);
        }

        byte at(int place) {
            return buf[place];
        }

        byte[] slice(int from, int to) {
            return Arrays.copyOfRange(buf, from, to);
        }
    }
}
