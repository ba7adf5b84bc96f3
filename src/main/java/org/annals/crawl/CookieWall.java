package org.annals.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.capture.Exchange;

/**
 * An answer that sets a cookie and sends the reader back to the very same address, by redirect or by refresh: the site answers only who brings the cookie. Whoever needs a
 * script for its cookie is a challenge, and no matter of this class. Pure.
 */
final class CookieWall {
    private static final int LONGEST_PAGE = 8 << 10;
    private static final int OK = 200;
    private static final Pattern META_REFRESH = Pattern.compile(
            "<meta\\b[^>]{0,200}http-equiv\\s*=\\s*[\"']?refresh\\b[^>]{0,400}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT =
            Pattern.compile("content\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
    /** Seconds, and the address, which is the page's own where it is missing. */
    private static final Pattern REFRESH = Pattern.compile(
            "\\s*\\d{1,3}\\s*(?:[;,]\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]*)['\"]?)?\\s*", Pattern.CASE_INSENSITIVE);

    private CookieWall() {}

    static boolean asks(Exchange answer) {
        if (answer.header("Set-Cookie").isEmpty() || answer.truncation().isPresent()) {
            return false;
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return answer.header("Location").filter(to -> leadsBack(answer, to)).isPresent();
        }
        return answer.status() == OK
                && refresh(answer).filter(to -> leadsBack(answer, to)).isPresent();
    }

    private static boolean leadsBack(Exchange answer, String location) {
        return Judge.target(answer.url(), location.strip()).equals(Optional.of(answer.url()));
    }

    private static Optional<String> refresh(Exchange answer) {
        Optional<String> header = answer.header("Refresh");
        if (header.isPresent()) {
            return address(header.get(), answer.url());
        }
        if (answer.payload().length() > LONGEST_PAGE) {
            return Optional.empty();
        }
        String page = new String(answer.payload().bytes(), StandardCharsets.ISO_8859_1);
        Matcher meta = META_REFRESH.matcher(page);
        if (page.toLowerCase(Locale.ROOT).contains("<script") || !meta.find()) {
            return Optional.empty();
        }
        Matcher content = CONTENT.matcher(meta.group());
        return content.find()
                ? address(content.group(1) == null ? content.group(2) : content.group(1), answer.url())
                : Optional.empty();
    }

    private static Optional<String> address(String refresh, String page) {
        Matcher matcher = REFRESH.matcher(refresh);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null || matcher.group(1).isBlank() ? page : matcher.group(1));
    }
}
