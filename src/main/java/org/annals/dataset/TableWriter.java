package org.annals.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Takes the rows of one table in their order; closing it makes the file whole. */
interface TableWriter extends Closeable {
    /** @param values one for each column, of the class that its type says, or null */
    void row(List<Object> values) throws IOException;
}
