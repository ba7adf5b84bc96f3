package org.annals.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C (or SIGTERM) end a piece of work in good order: the work is told to stop, and the JVM waits for it and leaves with 130. To be used in a
 * try-with-resources around the work.
 */
final class Interruption implements AutoCloseable {
    // the whole has to be over in five seconds; every record is on disk already, and what follows from them is made up
    // for at the next start
    private static final int PATIENCE_MILLIS = 4_000;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean happened;

    private Interruption(Runnable stop) {
        hook = new Thread(() -> onSignal(stop), "interruption");
    }

    static Interruption stopping(Runnable stop) {
        return new Interruption(stop);
    }

    /** From here on a signal is taken as a wish to stop. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onSignal(Runnable stop) {
        happened = true;
        stop.run();
        try {
            if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println(
                        "annals: interrupted; what was archived is safe, and the same command goes on from there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(130);
    }

    @Override
    public void close() {
        done.countDown();
        if (!happened) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the signal came just now: the hook is running and sees that the work is done
                happened = true;
            }
        }
    }
}
