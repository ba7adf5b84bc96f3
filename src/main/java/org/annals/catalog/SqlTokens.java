package org.annals.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of an SQL text as SQLite's own tokenizer parts them: comments and white space left out. */
final class SqlTokens {
    /** What a word is: the name of something, bare or quoted; a text; anything else. */
    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        OTHER
    }

    /** @param text of a name in small letters and without its quotes */
    record Token(Kind kind, String text) {
        boolean is(String word) {
            return kind != Kind.TEXT && kind != Kind.QUOTED_NAME && text.equals(word);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** @throws SqlRefusedException where a quote or comment is not closed */
    static List<Token> of(String sql) throws SqlRefusedException {
        SqlTokens reading = new SqlTokens(sql);
        while (reading.at < sql.length()) {
            reading.next();
        }
        return List.copyOf(reading.tokens);
    }

    private void next() throws SqlRefusedException {
        char sign = sql.charAt(at);
        if (Character.isWhitespace(sign)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            at = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at)) {
            at = behind("*/", at + 2);
        } else if (sign == '\'') {
            tokens.add(new Token(Kind.TEXT, quoted('\'')));
        } else if (sign == '"' || sign == '`') {
            tokens.add(new Token(Kind.QUOTED_NAME, quoted(sign)));
        } else if (sign == '[') {
            int from = at + 1;
            at = behind("]", from);
            tokens.add(new Token(Kind.QUOTED_NAME, small(sql.substring(from, at - 1))));
        } else if (isOfName(sign)) {
            int from = at;
            while (at < sql.length() && isOfName(sql.charAt(at))) {
                at++;
            }
            tokens.add(new Token(Kind.NAME, small(sql.substring(from, at))));
        } else {
            tokens.add(new Token(Kind.OTHER, String.valueOf(sign)));
            at++;
        }
    }

    private static boolean isOfName(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$' || sign > 127;
    }

    private int behind(String end, int from) throws SqlRefusedException {
        int found = sql.indexOf(end, from);
        if (found < 0) {
            throw new SqlRefusedException(SqlRefusedException.Reason.NOT_CLOSED, end);
        }
        return found + end.length();
    }

    private String quoted(char quote) throws SqlRefusedException {
        StringBuilder text = new StringBuilder();
        at++;
        while (true) {
            int end = sql.indexOf(quote, at);
            if (end < 0) {
                throw new SqlRefusedException(SqlRefusedException.Reason.NOT_CLOSED, String.valueOf(quote));
            }
            text.append(sql, at, end);
            at = end + 1;
            if (at >= sql.length() || sql.charAt(at) != quote) {
                return small(text.toString());
            }
            text.append(quote);
            at++;
        }
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
