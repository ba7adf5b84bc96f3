package org.annals.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a report that is owed is there: the words of {@code v_coverage.status}, each with a sign that needs no colour. */
enum Presence {
    FOUND("✓"),
    OVERDUE("!"),
    BLOCKED("⊘"),
    WITHDRAWN("✕"),
    MISSING("–");

    private final String sign;

    Presence(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** The word of the view, which is the name of the style class, too. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Presence ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Presence::code).toList();
    }
}
