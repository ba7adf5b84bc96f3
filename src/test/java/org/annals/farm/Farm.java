package org.annals.farm;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Many hosts on loopback in one process, each a port of its own, and a log of what they were asked. One thread accepts for all, so that thousands of hosts cost
 * little; each request has a thread of its own, so that nothing but the crawler keeps two from overlapping.
 */
final class Farm implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";
    private static final int LONGEST_HEAD = 64 << 10;
    private static final int BACKLOG = 64;

    private final Selector selector;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "farm", 256 << 10);
        thread.setDaemon(true);
        return thread;
    });
    private final List<ServerSocketChannel> listeners = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Asked> log = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile Runnable onRequest = () -> {};

    Farm() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A host that listens from now on, with nothing on it; it answers once {@link #start} was called. */
    Site host(String name) {
        return host(name, LOOPBACK, null);
    }

    /**
     * @param address a loopback address: most systems have but one
     * @param tls set where the host speaks TLS
     */
    Site host(String name, String address, SSLContext tls) {
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getByName(address), 0), BACKLOG);
            listener.configureBlocking(false);
            Site site = new Site(name, address, listener.socket().getLocalPort(), tls);
            listener.register(selector, SelectionKey.OP_ACCEPT, site);
            listeners.add(listener);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing listens at the host any more. */
    void hangUp(Site site) {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() == site) {
                try {
                    key.channel().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    Farm start() {
        threads.execute(this::accept);
        return this;
    }

    /** Called at each request before it is answered. */
    void onRequest(Runnable action) {
        onRequest = action;
    }

    /** In the order in which the answers ended. */
    List<Asked> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    void clearLog() {
        log.clear();
        counts.clear();
    }

    private void accept() {
        try {
            while (selector.isOpen()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    SocketChannel accepted = ((ServerSocketChannel) key.channel()).accept();
                    if (accepted != null) {
                        Socket socket = accepted.socket();
                        open.add(socket);
                        Site site = (Site) key.attachment();
                        threads.execute(() -> serve(site, socket));
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException | ClosedChannelException e) {
            // the farm was closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Site site, Socket accepted) {
        try (Socket socket = site.tls() == null ? accepted : secured(site.tls(), accepted)) {
            String head = head(socket.getInputStream());
            long start = System.nanoTime();
            String[] line = head.split(" ", 3);
            if (line.length == 3) {
                onRequest.run();
                Counted out = new Counted(socket.getOutputStream());
                boolean whole = false;
                try {
                    int count = counts.merge(site.url(line[1]), 1, Integer::sum);
                    site.answer(line[1]).play(new Answer.Asking(line[1], head, count, socket), out);
                    whole = out.sent > 0;
                } finally {
                    // this thread may be held up once the last byte is on its way
                    long end = whole ? out.lastWrite : System.nanoTime();
                    log.add(new Asked(site, line[1], agent(head), start, end, out.sent));
                }
            }
        } catch (IOException e) {
            // the asking side went away first: what many faults are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(accepted);
        }
    }

    private static Socket secured(SSLContext tls, Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static String head(InputStream in) throws IOException {
        byte[] head = new byte[LONGEST_HEAD];
        int length = 0;
        while (length < head.length) {
            int read = in.read(head, length, head.length - length);
            if (read < 0) {
                return "";
            }
            length += read;
            String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
        }
        return "";
    }

    private static String agent(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "User-Agent:", 0, 11))
                .findFirst()
                .map(line -> line.substring(11).strip())
                .orElse("");
    }

    @Override
    public void close() {
        try {
            selector.close();
            for (ServerSocketChannel listener : listeners) {
                listener.close();
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    /** Counts what was written, and notes when the last of it was. */
    private static final class Counted extends FilterOutputStream {
        private long sent;
        private long lastWrite;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            lastWrite = System.nanoTime();
            out.write(b);
            sent++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            lastWrite = System.nanoTime();
            out.write(bytes, offset, length);
            sent += length;
        }
    }
}
