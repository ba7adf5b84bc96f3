package org.annals.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/** The rows of tables 2 and 3, each with the codes of its fields, as the dictionary has them. */
final class FormRows {
    private static final Map<Generation, Map<String, List<String>>> TABLE2 = rows(2);
    private static final Map<Generation, Map<String, List<String>>> TABLE3 = rows(3);
    private static final Map<String, List<String>> CODES3 = codes3();

    private FormRows() {}

    /** Codes of fields by the code of their row, in the order of the form. */
    static Map<String, List<String>> of(Generation generation, int table) {
        return (table == 2 ? TABLE2 : TABLE3).get(generation);
    }

    /** The codes of the fields in a row of table 3 of any generation, in the order of {@link Header3#OFFICIAL}. */
    static List<String> codes3(String row) {
        return CODES3.get(row);
    }

    private static Map<Generation, Map<String, List<String>>> rows(int table) {
        Map<Generation, Map<String, List<String>>> rows = new HashMap<>();
        for (Generation generation : Generation.values()) {
            Map<String, List<String>> own = new LinkedHashMap<>();
            for (Field field : Fields.of(generation)) {
                if (field.table() == table) {
                    own.computeIfAbsent(field.code().split("\\.")[1], row -> new ArrayList<>())
                            .add(field.code());
                }
            }
            rows.put(generation, own);
        }
        return rows;
    }

    private static Map<String, List<String>> codes3() {
        Map<String, List<String>> codes = new HashMap<>();
        Labels.TABLE3.rowCodes().forEach(row -> codes.put(row, codes3(row, Header3.OFFICIAL)));
        return codes;
    }

    /** The strings of the dictionary where it has the field: they know their hashes. */
    private static List<String> codes3(String row, List<String> columns) {
        return columns.stream()
                .map(column -> "t3." + row + "." + column)
                .map(code -> Fields.byCode(code).map(Field::code).orElse(code))
                .toList();
    }
}
