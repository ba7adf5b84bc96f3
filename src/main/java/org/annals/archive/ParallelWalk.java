package org.annals.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads a WARC file on several threads and gives what it finds in the order of the file. The file is cut into pieces; each thread looks for the first record that
 * begins in its piece. What comes out is what {@link WarcFile#walk} gives: a piece that does not begin where the one before it ended, as where a payload holds a gzip
 * member of its own, is read again from there. Memory is bounded by the bytes of records that wait for their turn, however large the file is.
 *
 * @param <T> what is made of a record, on the thread that read it
 */
final class ParallelWalk<T> {
    /** Makes something of a record; called from many threads. */
    interface Mapper<T> {
        T map(RawRecord record, MemberReader reader) throws IOException;
    }

    /** Takes what was made, on the calling thread and in order. */
    interface Sink<T> {
        void record(T made) throws IOException;

        /** As {@link RecordSink#damaged}. */
        void damaged(DamagedRecordException damage, OptionalLong next) throws IOException;
    }

    private static final long PIECE = 1L << 18;

    /** A record takes several times its length while it is read and parsed. */
    private static final int HEAP_FOR_A_BYTE = 16;

    private final Path file;
    private final String warcPath;
    private final long from;
    private final Mapper<T> mapper;
    private final Sink<T> sink;
    private final long size;
    private final long budget = Runtime.getRuntime().maxMemory() / HEAP_FOR_A_BYTE;
    private final Map<Integer, Piece> pieces = new HashMap<>();
    private long waiting;
    private int head;
    private boolean over;
    private volatile boolean interrupted;

    private ParallelWalk(Path file, String warcPath, long from, long size, Mapper<T> mapper, Sink<T> sink) {
        this.file = file;
        this.warcPath = warcPath;
        this.from = from;
        this.size = size;
        this.mapper = mapper;
        this.sink = sink;
    }

    /** Something found, with the bytes that it counts for. */
    private record Found<T>(T made, DamagedRecordException damage, OptionalLong next, long end, long bytes) {}

    private final class Piece {
        private final Deque<Found<T>> found = new ArrayDeque<>();
        /** Where its first record begins, once that is known. */
        private long start = -1;

        private long end = -1;
        private boolean done;
        private Throwable fault;
    }

    /** @return the offset after the last sound record, or the offset given if there was none */
    static <T> long walk(Path file, String warcPath, long from, int threads, Mapper<T> mapper, Sink<T> sink)
            throws IOException {
        long size;
        try (MemberReader reader = new MemberReader(file, warcPath)) {
            size = reader.size();
            if (threads < 2 || size - from < 2 * PIECE) {
                return WarcFile.walk(reader, from, new RecordSink() {
                    @Override
                    public void record(RawRecord record) throws IOException {
                        sink.record(mapper.map(record, reader));
                    }

                    @Override
                    public void damaged(DamagedRecordException damage, OptionalLong next) throws IOException {
                        sink.damaged(damage, next);
                    }
                });
            }
        }
        return new ParallelWalk<>(file, warcPath, from, size, mapper, sink).run(threads);
    }

    private long run(int threads) throws IOException {
        int count = (int) Math.min(Integer.MAX_VALUE, (size - from + PIECE - 1) / PIECE);
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "warc-reading");
            thread.setDaemon(true);
            return thread;
        });
        try {
            int submitted = 0;
            long at = from;
            long end = from;
            for (int i = 0; i < count; i++) {
                // one piece ahead for each thread: more would only wait
                while (submitted < count && submitted <= i + threads) {
                    int next = submitted++;
                    Piece piece = new Piece();
                    synchronized (this) {
                        pieces.put(next, piece);
                    }
                    workers.execute(() -> work(next, piece));
                }
                if (at >= from + (i + 1L) * PIECE && at < size) {
                    skip(i); // a record reaches over the whole of it
                    continue;
                }
                Piece piece = ready(i);
                if (piece.start == at || piece.start < 0 && at >= size) {
                    end = Math.max(end, take(i, piece));
                    at = Math.max(at, piece.end);
                } else {
                    skip(i);
                    long[] reached = again(i, at, end);
                    at = reached[0];
                    end = reached[1];
                }
            }
            return end;
        } finally {
            synchronized (this) {
                over = true;
                notifyAll();
            }
            workers.shutdown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long limit(int index) {
        return Math.min(size, from + (index + 1L) * PIECE);
    }

    /** On a thread of the pool. */
    private void work(int index, Piece piece) {
        try (MemberReader reader = new MemberReader(file, warcPath)) {
            long begin = from + index * PIECE;
            long start =
                    index == 0 ? from : reader.nextSound(begin, limit(index)).orElse(-1);
            synchronized (this) {
                piece.start = start;
                notifyAll();
            }
            long at = start;
            while (at >= 0 && at < limit(index)) {
                Found<T> one = next(reader, at);
                if (!put(index, piece, one)) {
                    return;
                }
                at = one.damage() == null ? one.end() : one.next().orElse(size);
            }
            finish(piece, at, null);
        } catch (IOException | RuntimeException | Error e) {
            finish(piece, -1, e);
        }
    }

    private Found<T> next(MemberReader reader, long at) throws IOException {
        RawRecord record;
        try {
            record = reader.read(at);
        } catch (DamagedRecordException damage) {
            return new Found<>(null, damage, reader.nextSound(at + 1), at, 0);
        }
        long end = at + record.location().length();
        return new Found<>(mapper.map(record, reader), null, OptionalLong.empty(), end, record.block().length);
    }

    /** Waits until there is room; the piece whose turn it is always has room for one. */
    private synchronized boolean put(int index, Piece piece, Found<T> one) {
        while (!over && waiting + one.bytes() > budget && !(index == head && piece.found.isEmpty())) {
            await();
        }
        waiting += one.bytes();
        piece.found.add(one);
        notifyAll();
        return !over;
    }

    private synchronized void finish(Piece piece, long end, Throwable fault) {
        piece.end = end;
        piece.fault = fault;
        piece.done = true;
        notifyAll();
    }

    private synchronized Piece ready(int index) throws IOException {
        head = index;
        notifyAll();
        Piece piece = pieces.get(index);
        while (piece.start < 0 && !piece.done) {
            await();
        }
        rethrow(piece);
        return piece;
    }

    /** Gives the sink all of a piece. @return where its last sound record ends */
    private long take(int index, Piece piece) throws IOException {
        long end = from;
        while (true) {
            Found<T> one;
            synchronized (this) {
                while (piece.found.isEmpty() && !piece.done) {
                    await();
                }
                if (piece.found.isEmpty()) {
                    rethrow(piece);
                    pieces.remove(index);
                    return end;
                }
                one = piece.found.remove();
                waiting -= one.bytes();
                notifyAll();
            }
            if (one.damage() == null) {
                sink.record(one.made());
                end = one.end();
            } else {
                sink.damaged(one.damage(), one.next());
            }
        }
    }

    /** Throws away what was found in a piece, with all that it still finds. */
    private void skip(int index) throws IOException {
        Piece piece = ready(index);
        synchronized (this) {
            while (!piece.done) {
                waiting -= piece.found.stream().mapToLong(Found::bytes).sum();
                piece.found.clear();
                notifyAll();
                await();
            }
            waiting -= piece.found.stream().mapToLong(Found::bytes).sum();
            pieces.remove(index);
            notifyAll();
        }
    }

    /** Reads a piece on the calling thread. @return where it ended, and where its last sound record ended */
    private long[] again(int index, long begin, long endBefore) throws IOException {
        long at = begin;
        long end = endBefore;
        try (MemberReader reader = new MemberReader(file, warcPath)) {
            while (at < limit(index)) {
                Found<T> one = next(reader, at);
                if (one.damage() == null) {
                    sink.record(one.made());
                    at = one.end();
                    end = at;
                } else {
                    sink.damaged(one.damage(), one.next());
                    at = one.next().orElse(size);
                }
            }
        }
        return new long[] {at, end};
    }

    /** An interrupt must not leave half of a file unread; it is passed on when the walk is over. */
    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private static void rethrow(ParallelWalk<?>.Piece piece) throws IOException {
        if (piece.fault instanceof IOException e) {
            throw e;
        }
        if (piece.fault instanceof RuntimeException e) {
            throw e;
        }
        if (piece.fault instanceof Error e) {
            throw e;
        }
    }
}
