package org.annals.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The current row of a query; columns count from 1. */
final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    String text(int column) throws SQLException {
        return results.getString(column);
    }

    Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    long number(int column) throws SQLException {
        return results.getLong(column);
    }

    Optional<Integer> optionalInt(int column) throws SQLException {
        int value = results.getInt(column);
        return results.wasNull() ? Optional.empty() : Optional.of(value);
    }

    Optional<Long> optionalNumber(int column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** Integer, Long, Double, String or null, as stored. */
    Object value(int column) throws SQLException {
        return results.getObject(column);
    }

    /** Of a text, in UTF-8. */
    byte[] bytes(int column) throws SQLException {
        return results.getBytes(column);
    }

    int columns() throws SQLException {
        return results.getMetaData().getColumnCount();
    }

    /** How a query's rows become values. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Taker {
        void take(Row row) throws SQLException;
    }
}
