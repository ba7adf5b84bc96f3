package org.annals.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server on loopback that says what a test tells it to, byte for byte, right or wrong. Each connection is served by a thread of its own. */
final class FaultyServer implements AutoCloseable {
    /** What is done once the head of a request has been read; the connection ends when it returns. */
    interface Script {
        void play(String head, Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** Request heads as they came, with the empty line. */
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    final AtomicInteger connections = new AtomicInteger();

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    FaultyServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    FaultyServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        start(this::accept);
    }

    /** A server that sends these bytes and closes the connection. */
    static FaultyServer saying(byte[] answer) throws IOException {
        return new FaultyServer((head, socket, out) -> out.write(answer));
    }

    static FaultyServer saying(String answer) throws IOException {
        return saying(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A server that sends these bytes and then keeps silent. */
    static FaultyServer hangingAfter(String answer) throws IOException {
        return new FaultyServer((head, socket, out) -> {
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            while (socket.getInputStream().read() >= 0) {
                // until the client goes
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // the listener was closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            if (!head.isEmpty()) {
                requests.add(head);
                script.play(head, socket, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client went away first: what many of these tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }
}
