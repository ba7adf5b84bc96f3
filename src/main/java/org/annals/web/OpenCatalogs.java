package org.annals.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.annals.catalog.Catalog;

/**
 * A few open connections to one catalogue, each lent to one request at a time: as many requests read at once as there are connections, the others wait. A catalogue
 * that was thrown away and derived again in the meantime is opened anew.
 */
final class OpenCatalogs implements AutoCloseable {
    /** What a request does with a catalogue. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Catalog catalog) throws IOException;
    }

    private record Opened(Catalog catalog, Object file) {}

    private final Path folder;
    private final Semaphore free;
    private final Deque<Opened> idle = new ArrayDeque<>();
    private boolean closed;

    OpenCatalogs(Path folder, int most) {
        this.folder = folder;
        this.free = new Semaphore(most, true);
    }

    <T> T read(Question<T> question) throws IOException {
        free.acquireUninterruptibly();
        try {
            Opened opened = take();
            boolean sound = false;
            try {
                T answer = question.ask(opened.catalog());
                sound = true;
                return answer;
            } finally {
                giveBack(opened, sound);
            }
        } finally {
            free.release();
        }
    }

    private Opened take() throws IOException {
        Object file = key();
        while (true) {
            Opened opened;
            synchronized (idle) {
                opened = idle.pollFirst();
            }
            if (opened == null) {
                return new Opened(Catalog.open(folder), file);
            }
            if (Objects.equals(opened.file(), file)) {
                return opened;
            }
            opened.catalog().close();
        }
    }

    private void giveBack(Opened opened, boolean sound) throws IOException {
        synchronized (idle) {
            if (sound && !closed) {
                idle.addFirst(opened);
                return;
            }
        }
        opened.catalog().close();
    }

    /** What tells one file of the catalogue from the one that takes its place. */
    private Object key() throws IOException {
        Path file = folder.resolve("catalog.sqlite");
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }

    @Override
    public void close() throws IOException {
        Deque<Opened> last;
        synchronized (idle) {
            closed = true;
            last = new ArrayDeque<>(idle);
            idle.clear();
        }
        for (Opened opened : last) {
            opened.catalog().close();
        }
    }
}
