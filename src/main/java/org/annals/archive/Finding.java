package org.annals.archive;

import java.util.Objects;

/**
 * Something in the archive that is not as it should be.
 *
 * @param file relative to the archive folder
 * @param offset byte in the file; -1 where the file as a whole is meant
 * @param record type and target of the record concerned, as far as known; may be empty
 * @param problem what is wrong
 */
public record Finding(String file, long offset, String record, String problem) {
    public Finding {
        Objects.requireNonNull(file);
        Objects.requireNonNull(record);
        Objects.requireNonNull(problem);
    }

    /** One line for people. */
    @Override
    public String toString() {
        String place = offset < 0 ? file : file + " at offset " + offset;
        return place + (record.isEmpty() ? "" : " (" + record + ")") + ": " + problem;
    }
}
