package org.annals.demo;

import java.util.Objects;

/**
 * One request as a portal's own server saw it. Times are of {@link System#nanoTime()}.
 *
 * @param portal name of the portal
 * @param path with query, as asked for
 * @param startNanos when the server began to serve it
 * @param endNanos the moment before the answer was handed over, so never later than the client saw the end
 */
public record Request(String portal, String path, int status, long startNanos, long endNanos) {
    public Request {
        Objects.requireNonNull(portal);
        Objects.requireNonNull(path);
    }
}
