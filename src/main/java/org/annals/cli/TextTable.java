package org.annals.cli;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: columns as wide as their widest cell, Chinese characters counted as two columns; numbers to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    private int rightFrom = Integer.MAX_VALUE;

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    /** Puts this column and all behind it to the right, whatever they hold. */
    TextTable rightFrom(int column) {
        rightFrom = column;
        return this;
    }

    TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** One string a line, without trailing blanks. */
    List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths[column] = rows.stream()
                    .mapToInt(row -> DisplayWidth.of(row.get(at)))
                    .max()
                    .orElse(0);
            numeric[column] = column >= rightFrom
                    || rows.size() > 1
                            && rows.stream().skip(1).allMatch(row -> row.get(at).matches("[0-9,.]*( ms)?"));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String pad = " ".repeat(widths[column] - DisplayWidth.of(cell));
                line.append(column == 0 ? "" : GAP).append(numeric[column] ? pad + cell : cell + pad);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
