package org.annals.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One capture as a CDX server names it: the Wayback Machine's seven columns, the nine to eleven of OutbackCDX and older servers, or CDXJ as pywb gives it.
 *
 * @param timestamp 14 digits, UTC
 * @param url as captured
 * @param status 0 where the line says none, as of a revisit
 * @param digest of the payload, mostly SHA-1 in base32; empty where there is none
 * @param redirect where it leads to, in lines of nine columns and more; absolute
 */
record CdxLine(String timestamp, String url, int status, String digest, Optional<String> redirect) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST_COLUMNS = 6;
    private static final int COLUMNS_WITH_REDIRECT = 9;
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** Empty for a line that names no capture, such as a legend. */
    static Optional<CdxLine> parse(String line) {
        String[] columns = line.strip().split("[ \\t]+");
        int brace = line.indexOf('{');
        if (brace >= 0 && columns.length > 2) {
            return cdxj(columns[1], line.substring(brace));
        }
        // key, timestamp, address, media type, status, digest, and more
        if (columns.length < LEAST_COLUMNS) {
            return Optional.empty();
        }
        String redirect = columns.length < COLUMNS_WITH_REDIRECT ? "-" : columns[6];
        return of(columns[1], columns[2], columns[4], columns[5], redirect);
    }

    private static Optional<CdxLine> cdxj(String timestamp, String fields) {
        try {
            JsonNode json = JSON.readTree(fields);
            return of(
                    timestamp,
                    json.path("url").asText(),
                    json.path("status").asText(),
                    json.path("digest").asText(),
                    "-");
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<CdxLine> of(String timestamp, String url, String status, String digest, String redirect) {
        boolean web = url.startsWith("http://") || url.startsWith("https://");
        if (!timestamp.matches("\\d{14}") || !web) {
            return Optional.empty();
        }
        try {
            LocalDateTime.parse(timestamp, TIMESTAMP);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        int number = status.matches("\\d{3}") ? Integer.parseInt(status) : 0;
        return Optional.of(new CdxLine(
                timestamp,
                url,
                number,
                digest.equals("-") ? "" : digest,
                redirect.equals("-") ? Optional.empty() : target(url, redirect)));
    }

    /** The absolute web address that a redirect leads to. */
    static Optional<String> target(String url, String location) {
        try {
            return Optional.of(new URI(url).resolve(location).toString()).filter(to -> to.startsWith("http"));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Instant date() {
        return LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC);
    }
}
