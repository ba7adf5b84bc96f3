package org.annals.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table as JSON lines: every column in every object, numbers as exact decimals without exponent, null where there is nothing. */
final class JsonlTable implements TableWriter {
    private final JsonGenerator json;
    private final List<Column> columns;

    JsonlTable(Table table, Path file) throws IOException {
        this.columns = table.columns();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.json = new JsonFactory()
                .createGenerator(out)
                .configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true)
                .setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    @Override
    public void row(List<Object> values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            json.writeFieldName(columns.get(i).name());
            if (value == null) {
                json.writeNull();
            } else if (value instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (value instanceof Long number) {
                json.writeNumber(number);
            } else if (value instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else {
                json.writeString(CsvTable.plain(value));
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
