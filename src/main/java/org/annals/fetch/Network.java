package org.annals.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** How names become addresses, and addresses connections. */
@FunctionalInterface
public interface Network {
    /** The operating system's. */
    Network SYSTEM = InetAddress::getAllByName;

    /** All addresses of a host, the preferred one first. May take long: it is called in a thread of its own. */
    InetAddress[] addresses(String host) throws UnknownHostException;

    default void connect(Socket socket, InetSocketAddress address, int timeoutMillis) throws IOException {
        socket.connect(address, timeoutMillis);
    }
}
