package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.annals.report.Report;

/** The filled forms of {@code forms/}, as files of many kinds, and what is to be read in them. */
final class Forms {
    private Forms() {}

    static byte[] bytes(String file) throws IOException {
        try (InputStream in = Forms.class.getResourceAsStream("forms/" + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }

    static ParseResult parse(byte[] bytes) {
        return ReportParser.parse(Payload.of(bytes, null, null));
    }

    static Report report(byte[] bytes) {
        ParseResult result = parse(bytes);
        assertThat(result.report()).as(result.warnings().toString()).isPresent();
        return result.report().orElseThrow();
    }

    /** Field code to its number, or to its state where it is none. */
    static Map<String, String> expected(String form) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (InputStream in = Forms.class.getResourceAsStream("forms/" + form + ".csv");
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

    /** Field code to what was read, where that is not what stands in the form. */
    static Map<String, String> wrong(String form, Report report) throws IOException {
        Map<String, String> expected = expected(form);
        Map<String, String> wrong = new LinkedHashMap<>();
        values(report).forEach((field, value) -> {
            if (!value.equals(expected.get(field))) {
                wrong.put(field, value + " for " + expected.get(field));
            }
        });
        assertThat(values(report)).hasSameSizeAs(expected);
        return wrong;
    }

    private static String plain(String number) {
        BigDecimal stripped = new BigDecimal(number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }
}
