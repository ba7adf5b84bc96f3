package org.annals.government;

/** A row of a seeds file that cannot be used; the message says why, in words for whoever edits the file. */
final class BadRowException extends Exception {
    BadRowException(String message) {
        super(message);
    }
}
