package org.annals.fetch;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Optional;

/** Refuses to connect to private, loopback and link-local addresses, but for what the operator named. Immutable. */
public final class AddressGuard {
    private AddressGuard() {}

    /**
     * @param seedUrls addresses of the seeds file: their hosts and ports are allowed wherever they lie
     * @param networks CIDR blocks that are allowed, for example {@code 10.0.0.0/8}
     * @throws IllegalArgumentException naming the block that is not one
     */
    public static AddressGuard of(Collection<String> seedUrls, Collection<String> networks) {
        throw new UnsupportedOperationException();
    }

    /** Why this host and port may not be connected to at this address; empty where it may. */
    public Optional<String> refusal(String host, int port, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
