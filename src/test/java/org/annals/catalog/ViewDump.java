package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every view, sorted. */
final class ViewDump {
    private ViewDump() {}

    static Map<String, List<String>> of(Path folder) throws IOException {
        Map<String, List<String>> views = new TreeMap<>();
        for (String view : Schema.VIEWS) {
            views.put(view, rows(folder, "SELECT * FROM " + view));
        }
        return views;
    }

    /** Rows as text, columns joined by |, sorted. */
    static List<String> rows(Path folder, String sql) throws IOException {
        List<String> all = new ArrayList<>();
        try (Database database = Database.open(folder.resolve(Indexer.FILE), Database.Mode.READ);
                Rows rows = database.rows(sql)) {
            for (List<Object> row = rows.next(); row != null; row = rows.next()) {
                all.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        Collections.sort(all);
        return all;
    }
}
