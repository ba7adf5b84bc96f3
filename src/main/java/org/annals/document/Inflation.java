package org.annals.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Counts what comes out of compressed data, over all files of one document, and stops at a limit. */
final class Inflation {
    private final long limit;
    private long total;

    Inflation(long limit) {
        this.limit = limit;
    }

    void copy(InputStream from, OutputStream to) throws IOException, Unreadable {
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = from.read(buffer)) >= 0) {
            total += read;
            if (total > limit) {
                throw new Unreadable("unpacks to more than " + (limit >> 20) + " MiB");
            }
            to.write(buffer, 0, read);
        }
    }

    byte[] bytes(InputStream from) throws IOException, Unreadable {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(from, out);
        return out.toByteArray();
    }
}
