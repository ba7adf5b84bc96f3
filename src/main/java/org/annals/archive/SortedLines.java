package org.annals.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file of sorted ASCII lines, searched by halving. */
final class SortedLines implements Closeable {
    private final PositionedInput in;

    SortedLines(Path file) throws IOException {
        in = new PositionedInput(file, file.getFileName().toString());
    }

    /** The first line that does not sort before the text; empty where all do. */
    String firstFrom(String text) throws IOException {
        long low = 0;
        long high = in.size();
        while (low < high) {
            long start = startOfLine(low, low + (high - low) / 2);
            in.position(start);
            if (next().compareTo(text) < 0) {
                low = in.position();
            } else {
                high = start;
            }
        }
        in.position(low);
        return next();
    }

    /** The line after the one read last; empty after the last. */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString();
    }

    boolean atEnd() {
        return in.position() >= in.size();
    }

    /** Where the next line begins. */
    long position() {
        return in.position();
    }

    /** Whether the file is empty or its last line has its end. */
    boolean endsWithLineEnd() throws IOException {
        long here = in.position();
        in.position(Math.max(0, in.size() - 1));
        boolean ends = in.size() == 0 || in.read() == '\n';
        in.position(here);
        return ends;
    }

    private long startOfLine(long notBefore, long within) throws IOException {
        long start = within;
        while (start > notBefore) {
            in.position(start - 1);
            if (in.read() == '\n') {
                return start;
            }
            start--;
        }
        return start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
