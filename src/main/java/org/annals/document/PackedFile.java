package org.annals.document;

import java.util.Objects;

/** A file out of an archive. */
record PackedFile(String name, byte[] bytes) {
    PackedFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(bytes);
    }
}
