package org.annals.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Opens connections: looks the name up, asks the guard about each address, and connects to one of those very addresses, so that a name which changes its mind
 * in between (DNS rebinding) gains nothing. No proxy is used, whatever the JVM's settings say.
 */
final class Connector {
    /** Looks names up; the JDK's {@link InetAddress#getAllByName} outside tests. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The guard allows none of the host's addresses. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String reason) {
            super(reason);
        }
    }

    private final FetchLimits limits;
    private final AddressGuard guard;
    private final TlsSocketStrategy tls;
    private final Resolver resolver;
    private final ExecutorService lookUps;

    Connector(
            FetchLimits limits, AddressGuard guard, TlsSocketStrategy tls, Resolver resolver, ExecutorService lookUps) {
        this.limits = limits;
        this.guard = guard;
        this.tls = tls;
        this.resolver = resolver;
        this.lookUps = lookUps;
    }

    /**
     * Connects within the limit, TLS included.
     *
     * @param attempt is given what is under way, so that it can be broken off
     * @return the address that was connected to
     */
    InetAddress connect(RequestAddress address, Attempt attempt, WireConnection connection) throws IOException {
        long deadline = System.nanoTime() + limits.connect().toNanos();
        Socket socket = socket(allowed(address, attempt), address.port(), attempt, deadline);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis(limits.read()));
        InetAddress peer = socket.getInetAddress();
        if (address.tls()) {
            socket.setSoTimeout(millis(limits.connect()));
            SSLSocket secured =
                    tls.upgrade(socket, address.resolvable(), address.port(), null, HttpCoreContext.create());
            secured.setSoTimeout(millis(limits.read()));
            connection.open(secured, socket);
        } else {
            connection.open(null, socket);
        }
        return peer;
    }

    private List<InetAddress> allowed(RequestAddress address, Attempt attempt) throws IOException {
        List<InetAddress> allowed = new ArrayList<>();
        String refused = null;
        for (InetAddress candidate : lookUp(address.resolvable(), attempt)) {
            Optional<String> refusal = guard.refusal(address.host(), address.port(), candidate);
            if (refusal.isEmpty()) {
                allowed.add(candidate);
            } else if (refused == null) {
                refused = refusal.get();
            }
        }
        if (allowed.isEmpty()) {
            throw refused == null
                    ? new UnknownHostException(address.host() + " has no address")
                    : new RefusedException(refused);
        }
        return allowed;
    }

    /** In a thread of its own: a look-up in the operating system can neither be limited nor broken off. */
    private InetAddress[] lookUp(String host, Attempt attempt) throws IOException {
        Future<InetAddress[]> future = lookUps.submit(() -> resolver.resolve(host));
        attempt.hold(future);
        try {
            return future.get(millis(limits.connect()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new SocketTimeoutException("no answer about the name " + host);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw new UnknownHostException("no such host: " + unknown.getMessage());
            }
            throw new IOException("looking up " + host, e.getCause());
        } catch (CancellationException e) {
            throw new IOException("broken off while looking up " + host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking up " + host, e);
        }
    }

    /** Tries one address after the other; each gets its share of the time that is left. */
    private static Socket socket(List<InetAddress> addresses, int port, Attempt attempt, long deadline)
            throws IOException {
        IOException failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) / (addresses.size() - i);
            if (left <= 0) {
                throw new SocketTimeoutException("no connection in time");
            }
            Socket socket = new Socket(Proxy.NO_PROXY);
            attempt.hold(socket);
            try {
                socket.connect(new InetSocketAddress(addresses.get(i), port), (int) Math.min(left, Integer.MAX_VALUE));
                return socket;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static int millis(Duration limit) {
        return (int) Math.max(1, Math.min(limit.toMillis(), Integer.MAX_VALUE));
    }
}
