package org.annals.parse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    /** The rows whose label is long enough to be known with a wrong character. */
    private final List<Lengthy> lengthy = new ArrayList<>();
    /**
     * A row label that bears wrong characters.
     *
     * @param turning those of its characters that must be right
     * @param wrong how many of the others may be wrong
     */
    private record Lengthy(String core, String turning, int wrong, Label label) {
        static Stream<Lengthy> of(String core, Label label) {
            int wrong = core.length() >= TWO_WRONG_FROM ? 2 : core.length() >= ONE_WRONG_FROM ? 1 : 0;
            return wrong == 0 ? Stream.empty() : Stream.of(new Lengthy(core, turningIn(core), wrong, label));
        }

        boolean isNear(String other, String otherTurning) {
            return Math.abs(core.length() - other.length()) <= wrong
                    && turning.equals(otherTurning)
                    && Wording.differsByAtMost(wrong, other, core);
        }
    }

    private Labels() {}

    /** A row label, or the name of a group of rows. */
    Optional<Label> row(String text) {
        return Wording.hasLetter(text) ? rowOf(Wording.core(text)) : Optional.empty();
    }

    /** @param core the words of a text, as {@link Wording#core} has them */
    Optional<Label> rowOf(String core) {
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
        return Wording.hasLetter(text) ? columnOf(Wording.core(text)) : Optional.empty();
    }

    Optional<Label> columnOf(String core) {
        return Optional.ofNullable(columns.get(core));
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
        String turning = turningIn(core);
        Set<Label> near = new HashSet<>();
        for (Lengthy row : lengthy) {
            if (row.isNear(core, turning)) {
                near.add(row.label());
            }
        }
        return near.size() == 1 ? near.stream().findFirst() : Optional.empty();
    }

    /** The characters that turn a label into that of something else, as 不 and 上 do, or 新收 into 结转: no misprint is assumed in them. */
    private static String turningIn(String core) {
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < core.length(); i++) {
            if (TURNING.indexOf(core.charAt(i)) >= 0) {
                found.append(core.charAt(i));
            }
        }
        return found.toString();
    }

    /** The known texts of the table. */
    Stream<String> texts() {
        return Stream.concat(rows.keySet().stream(), columns.keySet().stream());
    }

    /** The codes of the rows and of groups of rows. */
    Stream<String> rowCodes() {
        return rows.values().stream().map(Label::code);
    }

    private static Labels read(int table) {
        Labels labels = new Labels();
        try (InputStream in = Labels.class.getResourceAsStream("labels.csv");
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord line : lines) {
                String text = line.getField("label");
                if (Integer.parseInt(line.getField("table")) == table) {
                    Label label = new Label(line.getField("kind"), line.getField("code"));
                    boolean isRow = Set.of("row", "generic", "both", "group").contains(label.kind());
                    (isRow ? labels.rows : labels.columns).put(text, label);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading labels.csv from the class path", e);
        }
        labels.rows.forEach((core, label) -> Lengthy.of(core, label).forEach(labels.lengthy::add));
        return labels;
    }
}
