package org.annals.document;

/** A piece of a document in reading order. */
public sealed interface Block permits Paragraph, Grid {
    /** Where it stands, for people, for example {@code line 23} or {@code table 2}. */
    String locator();
}
