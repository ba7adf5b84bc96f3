package org.annals.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Streams as the channels that jwarc asks for. Those of the JDK close themselves when the thread is interrupted, and
 * crawling threads are interrupted to end a crawl: a record would be lost, or worse, half read.
 */
final class PlainChannel {
    private PlainChannel() {}

    static ReadableByteChannel of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes));
    }

    static ReadableByteChannel of(InputStream in) {
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                byte[] bytes = new byte[target.remaining()];
                int n = in.read(bytes);
                if (n > 0) {
                    target.put(bytes, 0, n);
                }
                return n;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    static WritableByteChannel of(OutputStream out) {
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) throws IOException {
                byte[] bytes = new byte[source.remaining()];
                source.get(bytes);
                out.write(bytes);
                return bytes.length;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }
}
