package org.annals.archive;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the request that goes with each capture of a file that another program wrote. Some write it before the response and some after it; where there is none the
 * capture is given alone.
 */
final class SourceExchanges implements RecordSink {
    /** Takes what is found. */
    interface Sink {
        void capture(RawRecord capture, Optional<RawRecord> request) throws IOException;

        /** A record that is no capture and no request. */
        void other(RawRecord record) throws IOException;

        void damaged(DamagedRecordException damage, OptionalLong next) throws IOException;
    }

    private final Sink sink;
    private RawRecord request;
    private RawRecord capture;

    SourceExchanges(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void record(RawRecord record) throws IOException {
        if (record.is("request")) {
            if (capture != null && belong(record, capture)) {
                give(Optional.of(record));
            } else {
                flush();
                request = record;
            }
        } else if (record.isIndexed() && (record.isWeb() || record.target().isEmpty())) {
            flush();
            capture = record;
            if (request != null && belong(request, record)) {
                give(Optional.of(request));
            }
        } else {
            sink.other(record);
        }
    }

    private static boolean belong(RawRecord request, RawRecord capture) {
        Optional<String> named = request.concurrentTo();
        Optional<String> naming = capture.concurrentTo();
        if (named.isPresent() || naming.isPresent()) {
            return named.equals(Optional.of(capture.id())) || naming.equals(Optional.of(request.id()));
        }
        return request.target().equals(capture.target()) && request.date().equals(capture.date());
    }

    /** The capture that waits for its request gets none. */
    void flush() throws IOException {
        if (capture != null) {
            give(Optional.empty());
        }
    }

    private void give(Optional<RawRecord> with) throws IOException {
        RawRecord given = capture;
        capture = null;
        request = null;
        sink.capture(given, with);
    }

    @Override
    public void damaged(DamagedRecordException damage, OptionalLong next) throws IOException {
        flush();
        request = null;
        sink.damaged(damage, next);
    }
}
