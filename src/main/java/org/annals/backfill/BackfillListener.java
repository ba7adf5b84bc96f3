package org.annals.backfill;

/** Told how a backfill goes on. */
public interface BackfillListener {
    /** What could not be asked or taken in, one line. */
    void problem(String line);

    /** An address is asked about. */
    void asking(String url);
}
