package org.annals.report;

import java.util.List;
import java.util.Optional;

/**
 * A row of a table of the form.
 *
 * @param path the headings that it stands under, from the outermost, and its own label last
 * @param cells one for each column; empty where the form has no cell there
 */
public record FormRow(List<String> path, List<Optional<Field>> cells) {
    public FormRow {
        path = List.copyOf(path);
        cells = List.copyOf(cells);
    }

    public String label() {
        return path.get(path.size() - 1);
    }
}
