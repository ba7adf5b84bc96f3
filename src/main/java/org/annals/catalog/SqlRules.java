package org.annals.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.annals.catalog.SqlRefusedException.Reason;
import org.annals.catalog.SqlTokens.Kind;
import org.annals.catalog.SqlTokens.Token;

/**
 * Which statements of a reader are run: one question, out of functions that only reckon and tables that only hold. In the place of SQLite's authorizer, which the
 * driver does not give: names of functions and tables cannot be made up while a statement runs, so that its text says all that it will call.
 */
final class SqlRules {
    private static final Set<String> QUESTIONS = Set.of("select", "with", "values");

    private static final Set<String> FUNCTIONS =
            Set.of(("abs acos asin atan atan2 avg ceil ceiling char coalesce concat concat_ws cos count cume_dist"
                            + " date datetime degrees dense_rank exp first_value floor format glob group_concat hex if ifnull iif instr json json_array"
                            + " json_array_length json_error_position json_extract json_group_array json_group_object json_object json_quote json_type"
                            + " json_valid julianday lag last_value lead length like ln log log10 log2 lower ltrim max median min mod nth_value ntile nullif"
                            + " octet_length percent_rank percentile percentile_cont percentile_disc pi pow power printf quote radians random rank replace"
                            + " round row_number rtrim sign sin sqrt strftime string_agg substr substring sum tan time timediff total trim trunc typeof"
                            + " unhex unicode unixepoch upper -> ->>")
                    .split(" "));

    private static final Set<String> TABLE_FUNCTIONS = Set.of("json_each", "json_tree", "generate_series");
    private static final List<String> CLOSED = List.of("pragma_", "sqlite_", "text_index");

    private final Set<String> functions;
    private final Set<String> modules;

    /**
     * @param functions all that this SQLite knows
     * @param modules kinds of virtual tables that this SQLite knows
     */
    SqlRules(List<String> functions, List<String> modules) {
        this.functions = small(functions);
        this.modules = small(modules);
    }

    private static Set<String> small(List<String> names) {
        Set<String> small = new HashSet<>();
        names.forEach(name -> small.add(name.toLowerCase(Locale.ROOT)));
        return small;
    }

    /** @return whether it only asks how a statement would be run */
    boolean check(String sql) throws SqlRefusedException {
        List<Token> tokens = SqlTokens.of(sql);
        int size = tokens.size();
        while (size > 0 && tokens.get(size - 1).is(";")) {
            size--;
        }
        if (size == 0) {
            throw new SqlRefusedException(Reason.EMPTY, "");
        }
        int first = first(tokens);
        if (first >= size || !QUESTIONS.contains(tokens.get(first).text())) {
            throw new SqlRefusedException(
                    Reason.NO_QUESTION, tokens.get(Math.min(first, size - 1)).text());
        }
        for (int i = 0; i < size; i++) {
            if (tokens.get(i).is(";")) {
                throw new SqlRefusedException(Reason.SEVERAL, "");
            }
            name(tokens.get(i), i + 1 < size && tokens.get(i + 1).is("("));
        }
        return first > 0;
    }

    private static int first(List<Token> tokens) {
        if (!tokens.get(0).is("explain")) {
            return 0;
        }
        boolean plan =
                tokens.size() > 2 && tokens.get(1).is("query") && tokens.get(2).is("plan");
        return plan ? 3 : 1;
    }

    /** A text may stand where a table is named, so texts are looked at as well. */
    private void name(Token token, boolean called) throws SqlRefusedException {
        String name = token.text();
        if (token.kind() == Kind.OTHER || TABLE_FUNCTIONS.contains(name)) {
            return;
        }
        if (modules.contains(name) || CLOSED.stream().anyMatch(name::startsWith)) {
            throw new SqlRefusedException(Reason.TABLE, name);
        }
        if (called && token.kind() != Kind.TEXT && functions.contains(name) && !FUNCTIONS.contains(name)) {
            throw new SqlRefusedException(Reason.FUNCTION, name);
        }
    }
}
