package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.annals.capture.Payload;
import org.annals.report.Report;

/** Reports of the five layouts, with our own words around real figures, and what is to be read in them. */
final class Expected {
    private Expected() {}

    static String text(String layout) throws IOException {
        try (InputStream in = Expected.class.getResourceAsStream("layouts/" + layout + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Field code to its number, or to its state where it is none. */
    static Map<String, String> values(String layout) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (InputStream in = Expected.class.getResourceAsStream("layouts/" + layout + ".csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                boolean number = row.getField("state").equals("number");
                values.put(row.getField("field"), number ? plain(row.getField("value")) : row.getField("state"));
            }
        }
        return values;
    }

    static Map<String, String> values(Report report) {
        Map<String, String> values = new LinkedHashMap<>();
        report.cells()
                .forEach((field, cell) -> values.put(
                        field,
                        cell.value()
                                .number()
                                .map(value -> plain(value.toPlainString()))
                                .orElse(cell.value().state())));
        return values;
    }

    static Report report(String document) {
        ParseResult result = result(document);
        assertThat(result.report()).isPresent();
        return result.report().orElseThrow();
    }

    static ParseResult result(String document) {
        return ReportParser.parse(Payload.of(document.getBytes(StandardCharsets.UTF_8), null, null));
    }

    static String plain(String number) {
        BigDecimal stripped = new BigDecimal(number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
