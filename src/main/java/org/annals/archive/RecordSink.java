package org.annals.archive;

import java.io.IOException;
import java.util.OptionalLong;

/** Takes what {@link WarcFile#walk} finds. */
interface RecordSink {
    void record(RawRecord record) throws IOException;

    /** @param next where the next sound record begins; empty if there is none up to the end of the file */
    void damaged(DamagedRecordException damage, OptionalLong next) throws IOException;
}
