package org.annals.discover;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages that show a file named in their query, such as {@code /pdfjs/web/viewer.html?file=/nb/P1.pdf}: the file is what
 * is wanted, and the page holds nothing but a script.
 */
final class Viewers {
    private static final Pattern SHOWN = Pattern.compile(
            "^([^?]+)\\?(?:[^#]*&)?(?:file|fileurl|pdf|pdfurl|url|src|path|filepath)=([^&#]+)",
            Pattern.CASE_INSENSITIVE);
    /** Programs that answer with the file itself, whatever their query is called. */
    private static final Pattern DOWNLOAD = Pattern.compile("/[^/]*down[^/]*$", Pattern.CASE_INSENSITIVE);

    private Viewers() {}

    /** @return the file's address where this is a viewer's, else the address itself */
    static String shown(String url) {
        Matcher matcher = SHOWN.matcher(url);
        if (!matcher.find() || DOWNLOAD.matcher(matcher.group(1)).find()) {
            return url;
        }
        String named = decoded(matcher.group(2));
        boolean address = named.startsWith("/") || named.startsWith(".") || named.startsWith("http");
        return address && PathShape.isFile(named)
                ? Addresses.resolve(matcher.group(1), named).orElse(url)
                : url;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return value;
        }
    }
}
