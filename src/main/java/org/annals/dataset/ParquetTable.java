package org.annals.dataset;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A table as Parquet. Not compressed: what a codec makes differs between its versions and machines, and the dictionaries of the format make most columns small.
 * Numbers are DECIMAL(38, 12), which holds exactly every amount that the parser reads (15 digits and 8 decimals, in 元 or 亿元) and every sum of them.
 */
final class ParquetTable implements TableWriter {
    private static final int PRECISION = 38;
    private static final int SCALE = 12;
    private static final int DECIMAL_BYTES = 16;

    private final ParquetWriter<List<Object>> writer;

    ParquetTable(Table table, Path file) throws IOException {
        this.writer = new Builder(new LocalOutputFile(file), new RowSupport(table))
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withDictionaryEncoding(true)
                .build();
    }

    @Override
    public void row(List<Object> values) throws IOException {
        writer.write(values);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static Type type(Column column) {
        Types.PrimitiveBuilder<PrimitiveType> type = switch (column.type()) {
            case STRING -> of(column, PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
            case INTEGER -> of(column, PrimitiveTypeName.INT64);
            case NUMBER ->
                of(column, PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                        .length(DECIMAL_BYTES)
                        .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION));
            case BOOLEAN -> of(column, PrimitiveTypeName.BOOLEAN);
            case DATE -> of(column, PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
            case DATETIME ->
                of(column, PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS));
        };
        return type.named(column.name());
    }

    private static Types.PrimitiveBuilder<PrimitiveType> of(Column column, PrimitiveTypeName primitive) {
        return column.required() ? Types.required(primitive) : Types.optional(primitive);
    }

    private static final class Builder extends ParquetWriter.Builder<List<Object>, Builder> {
        private final RowSupport support;

        private Builder(OutputFile file, RowSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library, so it must be there
        protected WriteSupport<List<Object>> getWriteSupport(Configuration configuration) {
            return support;
        }
    }

    /** Puts one row after the other into the columns. */
    private static final class RowSupport extends WriteSupport<List<Object>> {
        private final List<Column> columns;
        private final MessageType schema;
        private RecordConsumer consumer;

        private RowSupport(Table table) {
            this.columns = table.columns();
            List<Type> types = new ArrayList<>();
            columns.forEach(column -> types.add(type(column)));
            this.schema = new MessageType(table.name(), types);
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library, so it must be there
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            this.consumer = recordConsumer;
        }

        @Override
        public void write(List<Object> row) {
            consumer.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                if (row.get(i) != null) {
                    consumer.startField(columns.get(i).name(), i);
                    value(row.get(i));
                    consumer.endField(columns.get(i).name(), i);
                }
            }
            consumer.endMessage();
        }

        private void value(Object value) {
            if (value instanceof String text) {
                consumer.addBinary(Binary.fromString(text));
            } else if (value instanceof Long number) {
                consumer.addLong(number);
            } else if (value instanceof BigDecimal number) {
                consumer.addBinary(Binary.fromConstantByteArray(decimal(number)));
            } else if (value instanceof Boolean truth) {
                consumer.addBoolean(truth);
            } else if (value instanceof LocalDate day) {
                consumer.addInteger(Math.toIntExact(day.toEpochDay()));
            } else {
                consumer.addLong(((Instant) value).toEpochMilli());
            }
        }

        /** Two's complement, big-endian, as long as every other. */
        private static byte[] decimal(BigDecimal number) {
            byte[] digits = number.setScale(SCALE, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .toByteArray();
            byte[] all = new byte[DECIMAL_BYTES];
            Arrays.fill(all, (byte) (number.signum() < 0 ? -1 : 0));
            System.arraycopy(digits, 0, all, DECIMAL_BYTES - digits.length, digits.length);
            return all;
        }
    }
}
