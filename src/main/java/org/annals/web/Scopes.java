package org.annals.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.annals.check.CheckResult;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.FormRow;
import org.annals.report.FormTable;
import org.annals.report.FormTables;
import org.annals.report.Generation;

/** What the scope of a check is called on the form: a cell, a row, a column. */
final class Scopes {
    private Scopes() {}

    /** The form's own words; empty where the scope is a statement or a whole table. */
    static Optional<String> name(Generation generation, CheckResult check) {
        List<String> parts = List.of(check.scope().split("\\+"));
        List<Optional<String>> names =
                parts.stream().map(part -> one(generation, check.code(), part)).toList();
        return names.stream().allMatch(Optional::isPresent)
                ? Optional.of(names.stream().map(Optional::orElseThrow).collect(Collectors.joining(" + ")))
                : Optional.empty();
    }

    private static Optional<String> one(Generation generation, String code, String scope) {
        String table = code.matches("t[1-4]\\..*") ? code.substring(0, 2) : "";
        return Stream.of(scope, table + "." + scope, "t2." + scope)
                .flatMap(field -> Fields.byCode(field).stream())
                .filter(field -> field.isOf(generation))
                .map(Field::label)
                .findFirst()
                .or(() -> row(generation, table, scope))
                .or(() -> column(generation, table, scope));
    }

    private static Optional<String> row(Generation generation, String table, String scope) {
        for (FormTable form : FormTables.of(generation)) {
            for (FormRow row : form.rows()) {
                for (Field field :
                        row.cells().stream().flatMap(Optional::stream).toList()) {
                    String[] parts = field.code().split("\\.");
                    if (field.code().startsWith(table) && parts.length == 3 && parts[1].equals(scope)) {
                        return Optional.of(String.join(" / ", row.path()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> column(Generation generation, String table, String scope) {
        for (FormTable form : FormTables.of(generation)) {
            for (FormRow row : form.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    Optional<Field> field = row.cells().get(i);
                    if (field.isPresent()
                            && field.get().code().startsWith(table)
                            && field.get().code().endsWith("." + scope)) {
                        return Optional.of(form.columns().get(i));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
