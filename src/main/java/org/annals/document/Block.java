package org.annals.document;

/** A piece of a document in reading order: a {@link Paragraph}, or a {@link Grid} and what a reader makes of it. */
public interface Block {
    /** Where it stands, for people, for example {@code line 23} or {@code table 2}. */
    String locator();
}
