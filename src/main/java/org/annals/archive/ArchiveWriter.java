package org.annals.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.annals.capture.Exchange;
import org.annals.capture.RecordLocation;
import org.annals.capture.Visit;

/** Appends the records of one run. Each append is synced to disk, as a whole, before it returns. Safe for many threads; one append at a time. */
public final class ArchiveWriter implements AutoCloseable {
    ArchiveWriter() {}

    /** The seeds file of the run as a resource record. */
    public RecordLocation seeds(String fileName, byte[] csv, Instant at) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Request, response (or revisit, where the payload is the one that the address gave before) and metadata record. A visit that says {@code archived} is recorded
     * as {@code unchanged} where it becomes a revisit.
     */
    public Stored exchange(Exchange exchange, Visit visit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** A metadata record alone, for an attempt that brought no answer. */
    public RecordLocation attempt(String url, Instant at, Visit visit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes the closing record, closes the file, brings the index up to date and appends the commit. */
    public void commit(Instant at, Map<String, Long> counts, String parserVersion) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Closes the file without a commit: the run is unfinished and can be taken up again. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
