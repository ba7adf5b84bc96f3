package org.annals.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.Commit;
import org.annals.archive.CommittedFile;
import org.annals.report.Field;

/** The rows of every table: most of them are selected from the catalogue, those on commits and on the form are not. */
final class TableRows {
    private static final int REPORT = 0;

    private final CatalogueRows catalogue;
    private final Edition edition;

    TableRows(CatalogueRows catalogue, Edition edition) {
        this.catalogue = catalogue;
        this.edition = edition;
    }

    /** @return how many there were */
    long write(Table table, TableWriter writer) throws IOException {
        return switch (table.name()) {
            case "commits" -> all(commits(), writer);
            case "warc_files" -> all(files(), writer);
            case "fields" -> all(fields(), writer);
            case Tables.VALUES_WIDE -> wide(table, writer);
            default -> selected(table, writer);
        };
    }

    private long selected(Table table, TableWriter writer) throws IOException {
        long count = 0;
        try (CatalogueRows.Cursor rows = catalogue.cursor(table)) {
            for (Optional<List<Object>> row = rows.next(); row.isPresent(); row = rows.next()) {
                writer.row(row.get());
                count++;
            }
        }
        return count;
    }

    private static long all(List<List<Object>> rows, TableWriter writer) throws IOException {
        for (List<Object> row : rows) {
            writer.row(row);
        }
        return rows.size();
    }

    /** By id, as every table is by its key. */
    private List<List<Object>> commits() {
        List<List<Object>> rows = new ArrayList<>();
        long number = 0;
        for (Commit commit : edition.commits()) {
            number++;
            rows.add(List.of(
                    number,
                    commit.id(),
                    commit.run().value(),
                    commit.kind(),
                    commit.startedAt(),
                    commit.finishedAt(),
                    commit.parserVersion()));
        }
        rows.sort(Comparator.comparing(row -> row.get(1).toString()));
        return rows;
    }

    private List<List<Object>> files() {
        List<List<Object>> rows = new ArrayList<>();
        for (Commit commit : edition.commits()) {
            for (CommittedFile file : commit.files()) {
                rows.add(List.of(file.path(), commit.id(), file.length(), file.sha256()));
            }
        }
        rows.sort(Comparator.comparing(row -> row.get(0).toString()));
        return rows;
    }

    private static List<List<Object>> fields() {
        List<List<Object>> rows = new ArrayList<>();
        long position = 0;
        for (Field field : Tables.dictionary()) {
            position++;
            rows.add(List.of(
                    field.code(),
                    position,
                    (long) field.table(),
                    field.generation(),
                    field.label(),
                    Tables.english(field),
                    field.unit(),
                    field.type()));
        }
        rows.sort(Comparator.comparing(row -> row.get(0).toString()));
        return rows;
    }

    /** Versions and values both come in the order of their reports, and are read beside each other. */
    private long wide(Table table, TableWriter writer) throws IOException {
        Table versions = Tables.named("versions");
        Table values = Tables.named("values");
        int field = values.header().indexOf("field");
        int value = values.header().indexOf("value");
        int state = values.header().indexOf("state");
        long count = 0;
        try (CatalogueRows.Cursor reports = catalogue.cursor(versions);
                CatalogueRows.Cursor cells = catalogue.cursor(values)) {
            Optional<List<Object>> cell = cells.next();
            for (Optional<List<Object>> report = reports.next(); report.isPresent(); report = reports.next()) {
                Map<String, Object> row = new HashMap<>();
                for (int i = 0; i < versions.columns().size(); i++) {
                    row.put(versions.columns().get(i).name(), report.get().get(i));
                }
                Map<String, List<String>> without = new HashMap<>();
                while (cell.isPresent()
                        && cell.get().get(REPORT).equals(report.get().get(REPORT))) {
                    String code = cell.get().get(field).toString();
                    row.put(code, cell.get().get(value));
                    without.computeIfAbsent(cell.get().get(state).toString(), s -> new ArrayList<>())
                            .add(code);
                    cell = cells.next();
                }
                row.put("blank", joined(without.get("blank")));
                row.put("unreadable", joined(without.get("unreadable")));
                List<Object> written = new ArrayList<>();
                table.columns().forEach(column -> written.add(row.get(column.name())));
                writer.row(written);
                count++;
            }
        }
        return count;
    }

    private static String joined(List<String> codes) {
        return codes == null ? null : String.join(" ", codes);
    }
}
