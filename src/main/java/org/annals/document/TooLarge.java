package org.annals.document;

/** Thrown through a library that is reading a file which unpacks to more than any report. */
final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge(long limit) {
        super("unpacks to more than " + (limit >> 20) + " MiB", null, false, false);
    }
}
