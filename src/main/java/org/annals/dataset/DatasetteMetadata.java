package org.annals.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The file {@code metadata.json}, by which Datasette describes the database: titles, columns in words, units. */
final class DatasetteMetadata {
    private final String title;

    DatasetteMetadata(String title) {
        this.title = title;
    }

    String json() {
        ObjectNode json = JsonText.object();
        json.put("title", title);
        json.put("description", Words.DESCRIPTION);
        json.put("license", Words.LICENCE);
        json.put("license_url", Words.LICENCE_URL);
        ObjectNode tables = json.putObject("databases").putObject("annals").putObject("tables");
        for (Table table : Tables.all()) {
            ObjectNode one = tables.putObject(table.name());
            one.put("title", table.titleEn() + " " + table.titleZh());
            one.put("description", table.description());
            ObjectNode columns = one.putObject("columns");
            for (Column column : table.columns()) {
                String unit = column.unit().isEmpty() ? "" : " (" + column.unit() + ")";
                String more = column.description().isEmpty() ? "" : ". " + column.description();
                columns.put(column.name(), column.titleZh() + " " + column.titleEn() + unit + more);
            }
        }
        return JsonText.of(json);
    }
}
