package org.annals.farm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** What a host does once it has read the head of a request: any bytes, in any time, right or wrong. The connection ends when it returns. */
@FunctionalInterface
interface Answer {
    void play(Asking asking, OutputStream out) throws IOException, InterruptedException;

    /**
     * A request under way.
     *
     * @param count how often this path has been asked for, this time included
     */
    record Asking(String path, String head, int count, Socket socket) {
        /** Returns when the asking side has gone. */
        void awaitItsEnd() throws IOException {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // what else it says does not matter
            }
        }
    }
}
