package org.annals.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gives each row to every format. */
final class Writers implements Closeable {
    private final Path folder;
    private final Set<Format> formats;
    private final SqliteTables sqlite;

    Writers(Path folder, Set<Format> formats) throws IOException {
        this.folder = folder;
        this.formats = formats;
        this.sqlite = formats.contains(Format.SQLITE) ? new SqliteTables(folder.resolve(SqliteTables.FILE)) : null;
    }

    TableWriter of(Table table) throws IOException {
        List<TableWriter> writers = new ArrayList<>();
        for (Format format : formats) {
            Path file = folder.resolve(format.path(table));
            writers.add(
                    switch (format) {
                        case CSV -> new CsvTable(table, file);
                        case JSONL -> new JsonlTable(table, file);
                        case PARQUET -> new ParquetTable(table, file);
                        case SQLITE -> sqlite.table(table);
                    });
        }
        return new Each(writers);
    }

    /** Once, after the last table. */
    void finish() throws IOException {
        if (sqlite != null) {
            sqlite.finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (sqlite != null) {
            sqlite.close();
        }
    }

    private record Each(List<TableWriter> writers) implements TableWriter {
        @Override
        public void row(List<Object> values) throws IOException {
            for (TableWriter writer : writers) {
                writer.row(values);
            }
        }

        @Override
        public void close() throws IOException {
            for (TableWriter writer : writers) {
                writer.close();
            }
        }
    }
}
