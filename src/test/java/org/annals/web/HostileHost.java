package org.annals.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a server under a name that is not its own, as a browser does whose name server was made to lie. */
final class HostileHost {
    private static final int PATIENCE_MS = 20_000;

    private HostileHost() {}

    /** @return the answer, head and body */
    static String ask(URI address, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream()
                    .write(("GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
