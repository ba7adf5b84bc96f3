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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Opens connections: looks the name up, asks the guard about each address, and connects to one of those very addresses, so that a name which changes its mind
 * in between (DNS rebinding) gains nothing. No proxy is used, whatever the JVM's settings say.
 */
final class Connector {
    /**
     * A connection that stands.
     *
     * @param peer the address that was connected to
     * @param certificateFault what is wrong with the host's certificate; empty where nothing is, or there is none
     */
    record Connected(InetAddress peer, Optional<String> certificateFault) {}

    /** The caller's {@link ConnectPermission} was not given. */
    static final class WithheldException extends IOException {
        private static final long serialVersionUID = 1;
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
    private final LenientTls lenientTls = new LenientTls();
    private final Set<String> insecureHosts;
    private final Network network;
    private final ExecutorService lookUps;

    Connector(FetchSettings settings, AddressGuard guard, TlsSocketStrategy tls, ExecutorService lookUps) {
        this.limits = settings.limits();
        this.guard = guard;
        this.tls = tls;
        this.insecureHosts = settings.insecureHosts();
        this.network = settings.network();
        this.lookUps = lookUps;
    }

    /**
     * Connects within the limit, TLS included.
     *
     * @param attempt is given what is under way, so that it can be broken off
     * @throws WithheldException if the permission is not given
     */
    Connected connect(RequestAddress address, Attempt attempt, WireConnection connection, ConnectPermission permission)
            throws IOException {
        long deadline = System.nanoTime() + limits.connect().toNanos();
        List<InetAddress> allowed = allowed(address, attempt);
        Set<String> publicAddresses = allowed.stream()
                .filter(AddressGuard::isPublic)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!permission.given(publicAddresses)) {
            throw new WithheldException();
        }
        InetAddress peer = reach(allowed, address.port(), attempt, deadline);
        Socket socket = attempt.socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis(limits.read()));
        if (!address.tls()) {
            connection.open(null, socket);
            return new Connected(peer, Optional.empty());
        }
        boolean lenient = insecureHosts.contains(address.resolvable());
        socket.setSoTimeout(millis(limits.connect()));
        SSLSocket secured = (lenient ? lenientTls : tls)
                .upgrade(socket, address.resolvable(), address.port(), null, HttpCoreContext.create());
        secured.setSoTimeout(millis(limits.read()));
        connection.open(secured, socket);
        return new Connected(
                peer, lenient ? lenientTls.fault(secured.getSession(), address.resolvable()) : Optional.empty());
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
        Future<InetAddress[]> future = lookUps.submit(() -> network.addresses(host));
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

    /**
     * Tries one address after the other; each gets its share of the time that is left.
     *
     * @param attempt holds the socket in the end
     * @return the address that was connected to
     */
    private InetAddress reach(List<InetAddress> addresses, int port, Attempt attempt, long deadline)
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
                network.connect(
                        socket, new InetSocketAddress(addresses.get(i), port), (int) Math.min(left, Integer.MAX_VALUE));
                return addresses.get(i);
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
