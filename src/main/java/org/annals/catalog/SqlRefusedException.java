package org.annals.catalog;

/** A statement of a reader that is not run, or not to its end. The reader's doing, and not a fault of the catalogue. */
public final class SqlRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EMPTY,
        NOT_CLOSED,
        SEVERAL,
        NO_QUESTION,
        FUNCTION,
        TABLE,
        WRITES,
        TOO_SLOW,
        BUSY,
        WRONG
    }

    private final Reason reason;
    private final String what;

    /** @param what the word of the statement, or what SQLite says of it */
    SqlRefusedException(Reason reason, String what) {
        super(reason + ": " + what);
        this.reason = reason;
        this.what = what;
    }

    public Reason reason() {
        return reason;
    }

    public String what() {
        return what;
    }
}
