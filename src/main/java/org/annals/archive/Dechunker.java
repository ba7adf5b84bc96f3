package org.annals.archive;

import java.io.ByteArrayOutputStream;

/**
 * Takes the chunk sizes out of an HTTP body (RFC 9112, 7.1). Forgiving: chunk extensions are skipped, a body that is
 * cut gives what there is of it, and from a line on that is no chunk size the rest is taken as it stands.
 */
final class Dechunker {
    private final byte[] body;
    private final ByteArrayOutputStream out;
    private int at;
    private boolean lastChunk;
    private boolean ended;

    private Dechunker(byte[] body) {
        this.body = body;
        this.out = new ByteArrayOutputStream(body.length);
    }

    static byte[] dechunk(byte[] body) {
        return new Dechunker(body).run();
    }

    /** Whether the body is chunks and nothing else, with the last chunk at its end; trailer fields may follow. */
    static boolean isWhole(byte[] body) {
        Dechunker dechunker = new Dechunker(body);
        dechunker.run();
        return dechunker.ended;
    }

    private byte[] run() {
        while (at < body.length) {
            int chunkEnd = at;
            if (out.size() > 0) {
                skipLineEnd();
            }
            long size = size();
            if (size < 0) {
                out.write(body, chunkEnd, body.length - chunkEnd);
                break;
            }
            if (size == 0) {
                ended = lastChunk && at + 2 <= body.length && body[body.length - 1] == '\n';
                break; // what follows are trailer fields, no payload
            }
            int n = (int) Math.min(size, body.length - at);
            out.write(body, at, n);
            at += n;
        }
        return out.toByteArray();
    }

    private void skipLineEnd() {
        if (at < body.length && body[at] == '\r') {
            at++;
        }
        if (at < body.length && body[at] == '\n') {
            at++;
        }
    }

    /** Reads a line with a chunk size; 0 where the body ends inside it, -1 where it is no such line. */
    private long size() {
        int start = at;
        long size = 0;
        while (at < body.length && Character.digit(body[at], 16) >= 0) {
            size = size * 16 + Character.digit(body[at], 16);
            if (size > Integer.MAX_VALUE) {
                return -1;
            }
            at++;
        }
        if (at == body.length) {
            return 0;
        }
        boolean extension = body[at] == ';' || body[at] == ' ' || body[at] == '\t';
        if (at == start || !(extension || body[at] == '\r' || body[at] == '\n')) {
            return -1;
        }
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        at = Math.min(at + 1, body.length);
        lastChunk = size == 0;
        return size;
    }
}
