package org.annals.archive;

/** Told how an import goes on. */
public interface ImportListener {
    /** What could not be taken in: the source file with offset and record, and why. */
    void problem(Finding finding);

    /** A file is about to be read, or read so far. */
    void reading(String name, long read, long length);
}
