package org.annals.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV of RFC 4180 in UTF-8, without a byte order mark: Table Schema readers would take the mark for a part of the first column's name. Text that a
 * spreadsheet would run as a formula carries an apostrophe in front; so does text that begins with an apostrophe, so that taking one away always gives the text back.
 */
final class CsvTable implements TableWriter {
    /** With the full-width forms, which some spreadsheets take for the ASCII ones. */
    private static final String DANGEROUS = "=+-@\t\r\n'＝＋－＠";

    private final CsvWriter csv;
    private final List<Column> columns;

    CsvTable(Table table, Path file) throws IOException {
        this.columns = table.columns();
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, StandardCharsets.UTF_8);
        csv.writeRecord(table.header());
    }

    @Override
    public void row(List<Object> values) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            cells.add(value instanceof String text ? guarded(text) : plain(value));
        }
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " values for " + columns.size() + " columns");
        }
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    static String guarded(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The one way in which a value that is no text is written in files of text; empty for none. */
    static String plain(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Instant time ? Times.text(time) : value.toString();
    }
}
