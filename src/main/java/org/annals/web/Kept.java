package org.annals.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.annals.catalog.Catalog;

/**
 * An answer that costs more than a request may take, kept until the catalogue has changed. The first request waits for it; later ones get what is kept, while it is
 * worked out again aside, and not so often that a crawl that writes all the time would keep a processor busy with it.
 */
final class Kept<T> {
    /** At most one part in so many of the time goes into working it out again. */
    private static final int REST = 10;

    private static final Duration LEAST_REST = Duration.ofSeconds(2);

    private final Path folder;
    private final OpenCatalogs.Question<T> question;
    private final Consumer<String> faults;
    private final AtomicBoolean underWay = new AtomicBoolean();
    /** Open once it was worked out, or could not be, for the first time. */
    private final CountDownLatch begun = new CountDownLatch(1);

    private volatile Answer<T> kept;

    /** @param due on the clock of {@link System#nanoTime} */
    private record Answer<T>(T value, String state, long due) {}

    /**
     * @param folder of the archive
     * @param faults takes a line where it cannot be worked out again
     */
    Kept(Path folder, OpenCatalogs.Question<T> question, Consumer<String> faults) {
        this.folder = folder;
        this.question = question;
        this.faults = faults;
    }

    T get() throws IOException {
        Answer<T> answer = kept;
        if (answer == null) {
            return first();
        }
        if (System.nanoTime() - answer.due() > 0 && !answer.state().equals(state())) {
            begin();
        }
        return answer.value();
    }

    /** Works it out aside, so that the first reader finds it. */
    void begin() {
        if (underWay.compareAndSet(false, true)) {
            aside();
        }
    }

    /** What is kept; where nothing is yet, it is begun aside and waited for no longer than that. */
    Optional<T> within(Duration patience) throws IOException {
        if (kept == null) {
            begin();
            try {
                begun.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return kept == null ? Optional.empty() : Optional.of(get());
    }

    private synchronized T first() throws IOException {
        if (kept == null) {
            kept = workedOut();
        }
        return kept.value();
    }

    private synchronized void renew() throws IOException {
        kept = workedOut();
    }

    private void aside() {
        Thread thread = new Thread(this::again, "annals-kept");
        thread.setDaemon(true);
        thread.start();
    }

    private void again() {
        try {
            renew();
        } catch (IOException | RuntimeException e) {
            // where there is nothing yet, the next request meets the fault itself and says it
            if (kept != null) {
                faults.accept("the figures shown could not be renewed: " + e.getMessage());
            }
        } finally {
            underWay.set(false);
            begun.countDown();
        }
    }

    private Answer<T> workedOut() throws IOException {
        String state = state();
        long begun = System.nanoTime();
        T value;
        // a connection of its own: the others are for those who wait
        try (Catalog catalog = Catalog.open(folder)) {
            value = question.ask(catalog);
        }
        long took = System.nanoTime() - begun;
        return new Answer<>(value, state, begun + took + Math.max(LEAST_REST.toNanos(), REST * took));
    }

    /** Changes with every transaction: sizes and times of the catalogue and its log. */
    private String state() throws IOException {
        return state("catalog.sqlite") + " " + state("catalog.sqlite-wal");
    }

    private String state(String name) throws IOException {
        try {
            BasicFileAttributes facts = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
            return facts.fileKey() + ":" + facts.size() + ":" + facts.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return "none";
        }
    }
}
