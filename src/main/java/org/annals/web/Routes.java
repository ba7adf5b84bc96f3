package org.annals.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes the addresses of the pages: each answers GET and, without a body, HEAD. Nothing on this server answers anything else. */
final class Routes {
    /** Answers one request. */
    @FunctionalInterface
    interface Answer {
        void to(Context context) throws IOException;
    }

    private final RoutesConfig config;
    private final List<String> paths = new ArrayList<>();

    Routes(RoutesConfig config) {
        this.config = config;
    }

    void get(String path, Answer answer) {
        config.get(path, answer::to);
        // the container keeps the headers, the length among them, and leaves out the body
        config.head(path, answer::to);
        paths.add(path);
    }

    /** The paths, as they were written. */
    List<String> paths() {
        return Collections.unmodifiableList(paths);
    }
}
