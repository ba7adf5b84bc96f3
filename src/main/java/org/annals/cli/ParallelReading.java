package org.annals.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads files on several threads and gives the results in the order of the files.
 *
 * <p>Memory stays bounded however many files there are: a window of files is at work or done and not yet taken, and their bytes together stay within a share of
 * the heap. A file that runs out of memory among others is read once more alone, so that its neighbours do not decide its result.
 *
 * <p>A file that takes longer than the limit is given up. What counts is the processor time of its thread, so that a busy machine does not decide what can be
 * read; a file that does not come to an end without using the processor, such as a pipe, has six times as long. Java cannot stop the thread that reads it, so the
 * thread is left behind and another takes its place; all are daemons and end with the program.
 */
final class ParallelReading implements Iterator<ParsedFile>, AutoCloseable {
    private static final int WINDOW = 64;
    /** A parsed document is many times larger than its bytes. */
    private static final int HEAP_FOR_A_BYTE = 16;

    private static final int PERMIT_BYTES = 1024;
    private static final int PATIENCE = 6;
    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    private record Pending(FileReading reading, CompletableFuture<ParsedFile> result) {}

    private final Iterator<FileReading> files;
    private final int threads;
    private final Duration limit;
    private final int permits =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / HEAP_FOR_A_BYTE / PERMIT_BYTES);
    private final Semaphore budget = new Semaphore(permits);
    private final Deque<Pending> window = new ArrayDeque<>();
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, ParallelReading::daemon);
    private int leftBehind;

    /** @param files asked for only as fast as they are read */
    ParallelReading(Iterator<FileReading> files, int threads, Duration limit) {
        this.files = files;
        this.threads = threads;
        this.limit = limit;
        this.workers = new ThreadPoolExecutor(
                threads, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ParallelReading::daemon);
        alarms.setRemoveOnCancelPolicy(true);
        // a thread that begins a file while all is being closed needs no alarm
        alarms.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public boolean hasNext() {
        return !window.isEmpty() || files.hasNext();
    }

    @Override
    public ParsedFile next() {
        while (window.size() < WINDOW && files.hasNext()) {
            FileReading reading = files.next();
            window.add(new Pending(reading, start(reading)));
        }
        if (window.isEmpty()) {
            throw new NoSuchElementException();
        }
        Pending first = window.remove();
        return result(first.result()).orElseGet(() -> alone(first.reading()));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        alarms.shutdownNow();
    }

    /** Once all others have come to an end. */
    private ParsedFile alone(FileReading reading) {
        window.forEach(other -> result(other.result()));
        return result(start(reading)).orElseGet(reading::tooLarge);
    }

    /** Empty where the memory did not suffice. */
    private static Optional<ParsedFile> result(CompletableFuture<ParsedFile> future) {
        try {
            return Optional.of(future.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private CompletableFuture<ParsedFile> start(FileReading reading) {
        int share = (int) Math.min(permits, 1 + reading.size() / PERMIT_BYTES);
        budget.acquireUninterruptibly(share);
        CompletableFuture<ParsedFile> result = new CompletableFuture<>();
        result.whenComplete((done, fault) -> budget.release(share));
        workers.execute(() -> work(reading, result));
        return result;
    }

    private void work(FileReading reading, CompletableFuture<ParsedFile> result) {
        watch(new Watch(reading, result, Thread.currentThread().getId(), System.nanoTime(), cpuTime()), limit);
        try {
            finish(result, reading.read(), null);
        } catch (RuntimeException | Error e) {
            finish(result, null, e);
        }
    }

    /** A file at work: its thread, and that thread's times when it began, in nanoseconds. */
    private record Watch(
            FileReading reading, CompletableFuture<ParsedFile> result, long thread, long startedAt, long cpuThen) {
        Duration waited() {
            return Duration.ofNanos(System.nanoTime() - startedAt);
        }

        Duration worked() {
            long now = TIMES.isThreadCpuTimeEnabled() ? TIMES.getThreadCpuTime(thread) : -1;
            return now < 0 ? waited() : Duration.ofNanos(now - cpuThen);
        }
    }

    private static long cpuTime() {
        return TIMES.isCurrentThreadCpuTimeSupported() ? TIMES.getCurrentThreadCpuTime() : 0;
    }

    private void watch(Watch watch, Duration after) {
        ScheduledFuture<?> alarm = alarms.schedule(() -> look(watch), after.toMillis(), TimeUnit.MILLISECONDS);
        watch.result().whenComplete((done, fault) -> alarm.cancel(false));
    }

    private synchronized void look(Watch watch) {
        if (watch.result().isDone()) {
            return;
        }
        Duration left = limit.minus(watch.worked());
        if (left.compareTo(Duration.ZERO) > 0 && watch.waited().compareTo(limit.multipliedBy(PATIENCE)) < 0) {
            watch(watch, left.plusMillis(1));
            return;
        }
        leftBehind++;
        workers.setCorePoolSize(threads + leftBehind);
        watch.result().complete(watch.reading().tooSlow(limit));
    }

    private synchronized void finish(CompletableFuture<ParsedFile> result, ParsedFile done, Throwable fault) {
        if (result.isDone()) {
            // given up meanwhile: this thread was replaced
            leftBehind--;
            workers.setCorePoolSize(threads + leftBehind);
        } else if (fault == null) {
            result.complete(done);
        } else {
            result.completeExceptionally(fault);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "parse");
        thread.setDaemon(true);
        return thread;
    }
}
