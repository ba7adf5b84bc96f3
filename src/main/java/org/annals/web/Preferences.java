package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Language and theme of a reader: as the address says ({@code ?lang=}, {@code ?theme=}), which is remembered in a cookie; else as the browser says. */
final class Preferences {
    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 3600;

    private Preferences() {}

    static Language language(Context context) {
        return Optional.ofNullable(context.queryParam(LANGUAGE))
                .flatMap(Language::ofCode)
                .or(() -> Optional.ofNullable(context.cookie(LANGUAGE)).flatMap(Language::ofCode))
                .orElseGet(() -> Language.accepted(context.header("Accept-Language")));
    }

    static Theme theme(Context context) {
        String asked = context.queryParam(THEME);
        return Theme.ofCode(asked != null ? asked : context.cookie(THEME));
    }

    /** Keeps what the address asks for. */
    static void remember(Context context) {
        Optional.ofNullable(context.queryParam(LANGUAGE))
                .flatMap(Language::ofCode)
                .ifPresent(language -> keep(context, LANGUAGE, language.code()));
        if (context.queryParam(THEME) != null) {
            keep(context, THEME, theme(context).code());
        }
    }

    static String queryWithoutSwitches(Context context) {
        String query = context.queryString();
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.startsWith(LANGUAGE + "=") && !part.startsWith(THEME + "="))
                .collect(Collectors.joining("&"));
    }

    private static void keep(Context context, String name, String value) {
        Cookie cookie = new Cookie(name, value, "/", YEAR_IN_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
    }
}
