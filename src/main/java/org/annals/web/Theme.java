package org.annals.web;

import java.util.Locale;

/** Light or dark, or as the reader's system has it. */
enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** As the switch and the {@code data-theme} attribute have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme ofCode(String code) {
        for (Theme theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return AUTO;
    }
}
