package org.annals.parse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/**
 * The labels of a statutory table, official ones and those seen in the wild, read from {@code labels.csv}: a new variant is a line there. A long row label
 * with one or two wrong characters is still known, as long as no other comes as near.
 */
final class Labels {
    static final Labels TABLE1 = read(1);
    static final Labels TABLE2 = read(2);
    static final Labels TABLE3 = read(3);
    static final Labels TABLE4 = read(4);

    private static final int SHORTEST = 2;
    private static final int LONGEST_RUN = 120;
    private static final int ONE_WRONG_FROM = 6;
    private static final int TWO_WRONG_FROM = 12;
    private static final String TURNING = "不非未无上前去收转";

    private final Map<String, Label> rows = new LinkedHashMap<>();
    private final Map<String, Label> columns = new LinkedHashMap<>();
    /** What the texts of the official form are, exactly as it prints them: most cells print just that, and are looked up many times. */
    private final Map<String, Optional<Label>> printedRows = new HashMap<>();

    private final Map<String, Optional<Label>> printedColumns = new HashMap<>();

    private Labels() {}

    /** A row label, or the name of a group of rows. */
    Optional<Label> row(String text) {
        Optional<Label> printed = printedRows.get(text);
        return printed != null ? printed : Wording.hasLetter(text) ? worded(text) : Optional.empty();
    }

    private Optional<Label> worded(String text) {
        String core = Wording.core(text);
        if (core.length() < SHORTEST) {
            return Optional.empty();
        }
        Label known = rows.get(core);
        return known != null ? Optional.of(known) : behindGroup(core).or(() -> nearest(core));
    }

    /** A row label by a core that is exactly one of the known ones. */
    Optional<Label> exactRow(String core) {
        return Optional.ofNullable(rows.get(core));
    }

    Optional<Label> column(String text) {
        Optional<Label> printed = printedColumns.get(text);
        if (printed != null) {
            return printed;
        }
        return Wording.hasLetter(text) ? Optional.ofNullable(columns.get(Wording.core(text))) : Optional.empty();
    }

    /** A run of column labels with nothing between them, cut into the labels; empty where it is none. */
    List<String> columnsIn(String core) {
        if (core.length() > LONGEST_RUN) {
            return List.of();
        }
        // the labels that the text up to each place can be cut into, longest last label first
        List<List<String>> cut = new ArrayList<>();
        cut.add(List.of());
        for (int end = 1; end <= core.length(); end++) {
            List<String> found = null;
            for (int from = 0; from < end && found == null; from++) {
                if (cut.get(from) != null && columns.containsKey(core.substring(from, end))) {
                    found = new ArrayList<>(cut.get(from));
                    found.add(core.substring(from, end));
                }
            }
            cut.add(found);
        }
        List<String> all = cut.get(core.length());
        return all == null ? List.of() : all;
    }

    /** The codes of the column labels of one kind, in the order of the form. */
    Set<String> codes(String kind) {
        Set<String> codes = new LinkedHashSet<>();
        columns.values().stream().filter(label -> label.is(kind)).forEach(label -> codes.add(label.code()));
        return codes;
    }

    /** Group and row in one cell, as in （三）不予公开1.属于国家秘密. */
    private Optional<Label> behindGroup(String core) {
        for (Map.Entry<String, Label> group : rows.entrySet()) {
            boolean opens = group.getValue().is("group") || group.getValue().is("both");
            if (opens && core.startsWith(group.getKey())) {
                String rest = core.substring(group.getKey().length()).replaceFirst("^[0-9一二三四五六七]{1,2}", "");
                Label row = rows.get(rest);
                if (row != null) {
                    return Optional.of(row);
                }
                Optional<Label> deeper = rest.isEmpty() ? Optional.empty() : behindGroup(rest);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Label> nearest(String core) {
        if (core.length() < ONE_WRONG_FROM) {
            return Optional.empty();
        }
        Set<Label> near = new LinkedHashSet<>();
        for (Map.Entry<String, Label> row : rows.entrySet()) {
            String label = row.getKey();
            int limit = label.length() >= TWO_WRONG_FROM ? 2 : label.length() >= ONE_WRONG_FROM ? 1 : 0;
            if (limit > 0 && turning(core).equals(turning(label)) && Wording.differsByAtMost(limit, core, label)) {
                near.add(row.getValue());
            }
        }
        return near.size() == 1 ? near.stream().findFirst() : Optional.empty();
    }

    /** The characters that turn a label into that of something else, as 不 and 上 do, or 新收 into 结转: no misprint is assumed in them. */
    private static String turning(String core) {
        StringBuilder found = new StringBuilder();
        core.chars().filter(c -> TURNING.indexOf(c) >= 0).forEach(c -> found.append((char) c));
        return found.toString();
    }

    private static Labels read(int table) {
        Labels labels = new Labels();
        try (InputStream in = Labels.class.getResourceAsStream("labels.csv");
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord line : lines) {
                if (Integer.parseInt(line.getField("table")) == table) {
                    Label label = new Label(line.getField("kind"), line.getField("code"));
                    boolean isRow = Set.of("row", "generic", "both", "group").contains(label.kind());
                    (isRow ? labels.rows : labels.columns).put(line.getField("label"), label);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading labels.csv from the class path", e);
        }
        for (Generation generation : Generation.values()) {
            for (Field field : Fields.of(generation)) {
                for (String text : field.label().split("/")) {
                    labels.printedRows.put(text, labels.worded(text));
                    labels.printedColumns.put(text, Optional.ofNullable(labels.columns.get(Wording.core(text))));
                }
            }
        }
        return labels;
    }
}
