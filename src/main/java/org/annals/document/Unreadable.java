package org.annals.document;

/** Why a file of a known kind cannot be read: a fault of the file, which ends as a warning. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
