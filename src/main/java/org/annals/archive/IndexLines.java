package org.annals.archive;

import java.io.IOException;
import java.util.TreeSet;

/** Lines on their way into an index file, merged into it whenever many have gathered: memory stays the same however many captures there are. */
final class IndexLines {
    /** Some 15 MB. The index file is read and written once for so many. */
    private static final int AT_ONCE = 50_000;

    private final CaptureIndex index;
    private TreeSet<String> lines = new TreeSet<>();

    IndexLines(CaptureIndex index) {
        this.index = index;
    }

    void add(String line) throws IOException {
        lines.add(line);
        if (lines.size() >= AT_ONCE) {
            merge();
        }
    }

    /** Those that are left; makes the index file if there is none. */
    void merge() throws IOException {
        index.merge(lines);
        lines = new TreeSet<>();
    }
}
