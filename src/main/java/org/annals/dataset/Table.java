package org.annals.dataset;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One table of the package.
 *
 * @param source what its rows are selected from in the catalogue; empty where they are made otherwise
 */
record Table(String name, String titleZh, String titleEn, String description, String source, List<Column> columns) {
    Table {
        columns = List.copyOf(columns);
    }

    /** The columns of the primary key, which are also the order of the rows. */
    List<Column> key() {
        return columns.stream().filter(Column::isKey).toList();
    }

    List<String> header() {
        return columns.stream().map(Column::name).collect(Collectors.toList());
    }
}
