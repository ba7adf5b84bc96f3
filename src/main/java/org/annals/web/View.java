package org.annals.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.annals.catalog.Coverage;

/**
 * What every page needs beside its own value: the reader's language and theme, words, addresses of assets and of the page itself.
 *
 * @param path of this page
 * @param query of this page without the switches, or empty
 * @param replayOrigin scheme, host and port of the replayed pages
 */
record View(Language language, Theme theme, String path, String query, String replayOrigin) {
    /** Numbers look the same in both languages; exact, as they are stored. */
    private static final String NUMBER = "#,##0.##########";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The words of a key in the reader's language. */
    public String text(String key, Object... arguments) {
        return Texts.text(language, key, arguments);
    }

    /** The words of a code within an area, or the code itself where it has none: for codes that come out of the archive. */
    public String word(String prefix, String code) {
        String key = prefix + "." + code;
        return Texts.has(language, key) ? Texts.text(language, key) : code;
    }

    /** Why a report is not there, in words; empty where it is. */
    public String why(Coverage row) {
        return row.why().map(why -> word("coverage.why", why)).orElse("");
    }

    /** A day of China's calendar. */
    public String day(Instant at) {
        return LocalDate.ofInstant(at, CHINA).toString();
    }

    public String asset(String name) {
        return Assets.address(name);
    }

    public String number(BigDecimal number) {
        return new DecimalFormat(NUMBER, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    public String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** Day and time to the second; of the archive, whose times are UTC. */
    public String time(Instant time) {
        return TIME.format(time);
    }

    /** This page in another language. */
    public String inLanguage(Language other) {
        return with("lang", other.code());
    }

    /** This page in another theme. */
    public String inTheme(Theme other) {
        return with("theme", other.code());
    }

    /** A part of a path or query, encoded. */
    public String encoded(String part) {
        return encodedPart(part);
    }

    static String encodedPart(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String with(String name, String value) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + name + "=" + value;
    }
}
