package org.annals.government;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which column of a seeds file stands where, and how a row of it becomes a government. */
final class SeedRow {
    private static final List<String> REQUIRED =
            List.of("code", "name", "level", "province", "parent", "portal_url", "report_list_url");

    private final Map<String, Integer> places;
    private final int columns;

    private SeedRow(Map<String, Integer> places, int columns) {
        this.places = places;
        this.columns = columns;
    }

    static SeedRow header(List<String> header) throws BadRowException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (places.putIfAbsent(name, i) != null && REQUIRED.contains(name)) {
                throw new BadRowException("the header names the column " + name + " twice");
            }
        }
        List<String> missing =
                REQUIRED.stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadRowException("the header lacks " + String.join(", ", missing));
        }
        return new SeedRow(places, header.size());
    }

    Government read(List<String> row) throws BadRowException {
        if (row.size() != columns) {
            throw new BadRowException("the header has " + columns + " columns, this row " + row.size());
        }
        String code = text(row, "code");
        if (code.isEmpty()) {
            throw new BadRowException("code is empty");
        }
        if (code.indexOf(' ') >= 0) {
            throw new BadRowException("code has a space in it: " + code);
        }
        String name = text(row, "name");
        if (name.isEmpty()) {
            throw new BadRowException("name is empty");
        }
        String level = text(row, "level");
        Level rank = Level.ofCode(level)
                .orElseThrow(() -> new BadRowException("unknown level '" + level
                        + "'; one of ministry, province, prefecture, county, zone, department"));
        String portal = address(row, "portal_url");
        String reportList = address(row, "report_list_url");
        if (portal == null && reportList == null) {
            throw new BadRowException("portal_url and report_list_url are both empty");
        }
        return new Government(code, name, rank, text(row, "province"), text(row, "parent"), portal, reportList);
    }

    /** A field on one line: runs of white space, line ends among them, become one space. These values go into headers of records. */
    private String text(List<String> row, String column) throws BadRowException {
        String text = row.get(places.get(column))
                .replaceAll("[\\s\\u00A0\\u3000]+", " ")
                .strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRowException(column + " holds a control character");
        }
        return text;
    }

    private String address(List<String> row, String column) throws BadRowException {
        String text = text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new BadRowException(column + " is not an address (" + e.getReason() + "): " + text);
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new BadRowException(column + " must begin with http:// or https://: " + text);
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new BadRowException(column + " names no host: " + text);
        }
        if (uri.getPort() > 65535) {
            throw new BadRowException(column + " names a port that cannot be: " + text);
        }
        return text;
    }
}
