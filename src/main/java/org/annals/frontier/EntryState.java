package org.annals.frontier;

/** Where an address stands; the ordinal is what the file holds. */
enum EntryState {
    READY,
    /** Handed to a worker; ready again when the file is opened anew. */
    LEASED,
    DONE,
    /** Known when its government was finished, and not worth asking. */
    DROPPED,
    HELD_SEED,
    HELD_KNOWN,
    /** A known report that a page of this run lists: there is no need to ask for it. */
    LISTED
}
