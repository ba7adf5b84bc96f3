package org.annals.web;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as archived pages write them. */
final class Addresses {
    private static final int LONGEST = 4_000;
    /** Browsers leave these out of an address. */
    private static final Pattern LEFT_OUT = Pattern.compile("[\\t\\n\\r]");

    private static final Pattern WEB = Pattern.compile("https?:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Addresses() {}

    /** The http or https address that a page means, with its fragment; empty for what leads to no page: scripts, mail, data. */
    static Optional<String> absolute(String base, String written) {
        String link = LEFT_OUT.matcher(written).replaceAll("").strip();
        if (link.isEmpty() || link.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URL from = new URL(base);
            // as browsers do and java.net.URL does not: a query alone keeps the path
            URL to = new URL(from, link.startsWith("?") ? from.getPath() + link : link);
            String text = to.toString();
            return isWeb(text) && !to.getHost().isEmpty() ? Optional.of(text) : Optional.empty();
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    static boolean isWeb(String url) {
        return WEB.matcher(url).matches();
    }

    static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** The last step of the path, or the host. */
    static String lastStep(String url) {
        String path = withoutFragment(url).replaceFirst("\\?.*", "").replaceFirst("(?i)^https?://", "");
        String step = path.substring(path.lastIndexOf('/') + 1);
        return step.isEmpty() ? path.replaceFirst("/.*", "").toLowerCase(Locale.ROOT) : step;
    }
}
