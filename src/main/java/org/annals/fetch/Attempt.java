package org.annals.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.Future;

/** What is under way for one fetch and can be broken off from another thread: a name look-up, then a socket. Once broken off it takes nothing more. */
final class Attempt implements AutoCloseable {
    /** Why an attempt was broken off. */
    enum Break {
        /** A limit of {@link FetchLimits} was reached. */
        DEADLINE,
        /** {@link Fetcher#close}. */
        CLOSED
    }

    private Break broken;
    private Socket socket;
    private Future<?> lookUp;

    synchronized void hold(Future<?> future) {
        lookUp = future;
        if (broken != null) {
            future.cancel(true);
        }
    }

    /** Takes the place of the socket held before, which is closed. */
    synchronized void hold(Socket next) throws IOException {
        close();
        if (broken != null) {
            next.close();
            throw new SocketException("broken off");
        }
        socket = next;
    }

    /** The socket held last, or null. */
    synchronized Socket socket() {
        return socket;
    }

    synchronized void breakOff(Break why) {
        if (broken == null) {
            broken = why;
        }
        if (lookUp != null) {
            lookUp.cancel(true);
        }
        if (socket != null) {
            abort(socket);
        }
    }

    /** Null while it goes on. */
    synchronized Break broken() {
        return broken;
    }

    @Override
    public synchronized void close() {
        if (socket != null) {
            closeQuietly(socket);
            socket = null;
        }
    }

    /** Sends a reset rather than a farewell, and so never waits. */
    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // already closed, which is what is wanted
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is given up either way; there is nothing to lose in it
        }
    }
}
