package org.annals.catalog;

import java.util.Optional;
import org.annals.archive.ArchivedRecord;

/**
 * A record with what the parser read of its payload, where that was done ahead of its turn.
 *
 * @param reading empty where it is to be read when its turn comes, if it is to be read at all
 */
record PreparedRecord(ArchivedRecord record, Optional<DocumentReading> reading) {}
