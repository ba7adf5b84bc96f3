package org.annals.web;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a server shows and where it listens.
 *
 * @param folder of the archive
 * @param host address to bind to, and a name by which a browser may call the server besides localhost
 * @param port of the pages; 0 takes a free one
 * @param replayPort of the origin that archived pages are replayed on; 0 takes a free one
 * @param faults takes one line for each fault of the program's own while it answered a request
 */
public record WebSettings(Path folder, String host, int port, int replayPort, Consumer<String> faults) {
    public WebSettings {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(host);
        Objects.requireNonNull(faults);
    }
}
