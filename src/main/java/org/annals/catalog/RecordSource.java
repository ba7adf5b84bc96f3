package org.annals.catalog;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.RecordLocation;

/** Where records come from: an archive. */
interface RecordSource {
    /** WARC files in the order in which they were begun. */
    List<String> files() throws IOException;

    /** Bytes of a file; below zero if there is none. */
    long length(String warcPath) throws IOException;

    /**
     * What a function makes of every whole record of a file from an offset on, in order.
     *
     * @param prepared may be called from many threads at once
     * @param sink called from this thread
     * @param damage gets one line for each record that cannot be read; the others are read all the same
     */
    <T> void read(
            String warcPath,
            long fromOffset,
            Function<ArchivedRecord, T> prepared,
            Consumer<T> sink,
            Consumer<String> damage)
            throws IOException;

    /** Files that are not there, or end before the point, to which they were committed: one line each. */
    default List<String> lost() throws IOException {
        return List.of();
    }

    ArchivedRecord read(RecordLocation at) throws IOException;
}
