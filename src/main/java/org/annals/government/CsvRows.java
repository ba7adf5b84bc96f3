package org.annals.government;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a CSV text (RFC 4180) into rows that know where they begin. One row at a time, so that a stray quote spoils its own row and not all that follow: a quote
 * that is opened and never properly closed ends with its line.
 */
final class CsvRows {
    /**
     * @param line where the row begins; line 1 is the first one
     * @param fault why the fields could not be read, or null
     */
    record Row(int line, List<String> columns, String fault) {
        List<String> fields() throws BadRowException {
            if (fault != null) {
                throw new BadRowException(fault);
            }
            return columns;
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvRows() {}

    /** All rows but the empty ones. */
    static List<Row> of(String csv) {
        List<String> lines = (csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv)
                .lines()
                .toList();
        List<Row> rows = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = endOfRow(lines, at);
            Row row = read(String.join("\n", lines.subList(at, end)), at + 1);
            if (row.fault() != null) {
                end = at + 1;
            }
            if (row.fault() != null || row.columns().stream().anyMatch(field -> !field.isBlank())) {
                rows.add(row);
            }
            at = end;
        }
        return rows;
    }

    /** A row goes on while a quote is open: while the number of quotes so far is odd. */
    private static int endOfRow(List<String> lines, int begin) {
        boolean open = false;
        for (int i = begin; i < lines.size(); i++) {
            open ^= lines.get(i).chars().filter(c -> c == '"').count() % 2 == 1;
            if (!open) {
                return i + 1;
            }
        }
        return begin + 1;
    }

    private static Row read(String text, int line) {
        if (text.isBlank()) {
            return new Row(line, List.of(), null);
        }
        try {
            return new Row(
                    line,
                    CsvReader.builder()
                            .allowUnclosedQuote(false)
                            .ofSingleCsvRecord(text)
                            .getFields(),
                    null);
        } catch (CsvParseException e) {
            return new Row(line, List.of(), "a quotation mark is not closed, or text follows the closing one");
        }
    }
}
