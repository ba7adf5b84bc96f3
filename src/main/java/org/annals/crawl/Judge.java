package org.annals.crawl;

import edu.uci.ics.crawler4j.url.UrlResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.annals.capture.ContentDecoding;
import org.annals.capture.Exchange;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.Truncation;
import org.annals.discover.PageKind;
import org.annals.discover.PageReader;
import org.annals.discover.PageReading;
import org.annals.frontier.Completion.Verdict;
import org.annals.policy.OutcomeOf;
import org.annals.policy.RobotsRules;
import org.annals.policy.UrlNormalizer;

/** Says what an answer comes to, from its bytes alone: so a crawl that is taken up judges an archived answer as the crawl did that fetched it. Pure. */
final class Judge {
    static final int NOT_MODIFIED = 304;

    private static final int LOOK_FOR_MARKUP = 2_048;
    private static final int LONGEST_LOCATION = 200;
    private static final int LONGEST_PAGE = 16 << 20;

    /** Said of an answer whose Refresh header sends the reader on. */
    static final String REFRESH = "sends the reader on in a Refresh header";

    private static final Pattern REFRESH_TO = Pattern.compile(
            "\\s*(\\d{1,3})[^;,]*[;,]\\s*url\\s*=\\s*[\"']?([^\"']+)[\"']?\\s*", Pattern.CASE_INSENSITIVE);
    /** Later than this a page is not a way to another one but shows itself anew. */
    private static final int LONGEST_WAIT = 30;

    private static final int SUREST_WAY = 100;
    /** A robots.txt may name thousands; the first are those of the whole portal. */
    private static final int MOST_SITEMAPS = 5;

    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;
    /** What says no more than that listing is forbidden is short; a firewall's page is not. */
    private static final int LONGEST_REFUSAL = 1_500;

    private Judge() {}

    static Judgement judge(Exchange answer, Purpose askedFor) {
        int status = answer.status();
        if (answer.truncation().isPresent()) {
            return cut(answer.truncation().get(), status);
        }
        if (status == NOT_MODIFIED) {
            return Judgement.of(
                    Outcome.SERVER_ERROR, Verdict.FAILED, "status 304 that speaks of no answer in the archive");
        }
        Optional<String> redirect = redirect(answer);
        if (status >= 300
                && status < 400
                && (redirect.isEmpty() || redirect.get().equals(answer.url()))) {
            Optional<Judgement> nowhere = ledNowhere(answer, redirect);
            if (nowhere.isPresent()) {
                return nowhere.get();
            }
        }
        Judgement judgement = judge(answer.url(), status, redirect, answer.payload(), askedFor);
        Optional<String> refresh = refresh(answer);
        return refresh.isPresent() ? sentOn(judgement, refresh.get(), askedFor) : judgement;
    }

    /** The answer leads on, as a page does by meta refresh; what it shows besides counts as well. */
    private static Judgement sentOn(Judgement judgement, String target, Purpose askedFor) {
        boolean blank = judgement.verdict() == Verdict.GONE && judgement.outcome() == Outcome.SOFT_404;
        if (judgement.outcome() != Outcome.ARCHIVED && !blank || judgement.verdict() == Verdict.REPORT) {
            return judgement;
        }
        List<Outlink> links = new ArrayList<>();
        links.add(new Outlink(target, "", PageReader.onward(askedFor), SUREST_WAY));
        judgement.links().stream().filter(link -> !link.url().equals(target)).forEach(links::add);
        Verdict verdict = blank ? Verdict.PAGE : judgement.verdict();
        return new Judgement(Outcome.ARCHIVED, verdict, links, Optional.empty(), REFRESH);
    }

    /** The same for an answer read back from the archive, which keeps the links and not the header. */
    static Judgement sentOn(List<Outlink> archived) {
        boolean list = archived.stream().skip(1).anyMatch(link -> link.purpose() == Purpose.REPORT);
        return new Judgement(Outcome.ARCHIVED, list ? Verdict.LIST : Verdict.PAGE, archived, Optional.empty(), REFRESH);
    }

    private static Optional<String> refresh(Exchange answer) {
        return answer.header("Refresh")
                .map(REFRESH_TO::matcher)
                .filter(m -> m.matches() && Integer.parseInt(m.group(1)) <= LONGEST_WAIT)
                .flatMap(m -> target(answer.url(), m.group(2).strip()))
                .filter(target -> !target.equals(answer.url()));
    }

    /** A redirect that cannot be followed is no answer, whoever is to blame. */
    private static Optional<Judgement> ledNowhere(Exchange answer, Optional<String> redirect) {
        if (redirect.isPresent()) {
            Outcome outcome = answer.header("Set-Cookie").isPresent() ? Outcome.CHALLENGE : Outcome.SERVER_ERROR;
            String cookie = outcome == Outcome.CHALLENGE ? ", with a cookie that it wants back" : "";
            return Optional.of(Judgement.of(outcome, Verdict.FAILED, "redirects to itself" + cookie));
        }
        return answer.header("Location")
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .map(location -> {
                    String cut = location.substring(0, Math.min(location.length(), LONGEST_LOCATION));
                    return Judgement.of(
                            Outcome.OUT_OF_SCOPE, Verdict.FAILED, "redirects to " + cut + ", which is no web address");
                });
    }

    /** What a redirect comes to that leads round in a circle, or on and on. */
    static Judgement endless(String target, String why) {
        return Judgement.of(Outcome.SERVER_ERROR, Verdict.FAILED, "redirects to " + target + ", " + why);
    }

    /** The same for an answer read back from the archive, that was whole and had no server error. */
    static Judgement judge(String url, int status, Optional<String> redirect, Payload payload, Purpose askedFor) {
        if (status >= 300 && status < 400) {
            return redirected(redirect, url, status);
        }
        Outcome outcome = OutcomeOf.status(status);
        if (outcome != Outcome.ARCHIVED) {
            Verdict verdict = outcome == Outcome.GONE ? Verdict.GONE : Verdict.FAILED;
            return new Judgement(
                    outcome,
                    verdict,
                    firstPages(url, status, payload, askedFor),
                    Optional.empty(),
                    "status " + status + (status == TOO_MANY ? ", the host wants to be asked less often" : ""));
        }
        if (askedFor == Purpose.ROBOTS) {
            return new Judgement(outcome, Verdict.PAGE, sitemaps(url, payload), Optional.empty(), "");
        }
        if (askedFor == Purpose.REPORT && isBlank(payload.bytes())) {
            return Judgement.of(Outcome.SOFT_404, Verdict.GONE, "an empty answer");
        }
        Payload open = ContentDecoding.unannounced(payload, LONGEST_PAGE);
        return isMarkup(open) ? page(url, open, askedFor) : file(askedFor);
    }

    /** Asked only while nothing else shows a way, as the sitemap of a home page is. */
    private static List<Outlink> sitemaps(String url, Payload robots) {
        return RobotsRules.sitemaps(url, Recorder.robotsText(robots)).stream()
                .flatMap(sitemap -> UrlNormalizer.normalize(sitemap).stream())
                .distinct()
                .limit(MOST_SITEMAPS)
                .map(sitemap -> new Outlink(sitemap, "", Purpose.OTHER, PageReader.SITEMAP))
                .toList();
    }

    /** Servers that list no folders refuse the bare folder of a column and show its first page by name. */
    private static List<Outlink> firstPages(String url, int status, Payload payload, Purpose askedFor) {
        boolean folder = askedFor == Purpose.COLUMN || askedFor == Purpose.SECTION;
        boolean wall = payload.length() > LONGEST_REFUSAL
                || PageReader.read(payload, askedFor).kind() == PageKind.CHALLENGE;
        if (status != FORBIDDEN || !folder || wall || !url.endsWith("/") || url.matches("https?://[^/]+/")) {
            return List.of();
        }
        return List.of(
                new Outlink(url + "index.html", "", askedFor, SUREST_WAY),
                new Outlink(url + "index.shtml", "", askedFor, SUREST_WAY - 1));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    private static Judgement cut(Truncation truncation, int status) {
        Outcome outcome = switch (truncation) {
            case LENGTH -> Outcome.TOO_LARGE;
            case TIME -> Outcome.TIMEOUT;
            case DISCONNECT, UNSPECIFIED -> Outcome.CONNECTION_ERROR;
        };
        return Judgement.of(outcome, Verdict.FAILED, "status " + status + ", answer cut: " + truncation.code());
    }

    private static Judgement redirected(Optional<String> target, String url, int status) {
        if (target.isEmpty()) {
            return Judgement.of(Outcome.ARCHIVED, Verdict.FAILED, "status " + status + " that names no web address");
        }
        if (target.get().equals(url)) {
            return Judgement.of(Outcome.ARCHIVED, Verdict.FAILED, "redirects to itself");
        }
        return new Judgement(Outcome.ARCHIVED, Verdict.REDIRECT, List.of(), target, "redirects to " + target.get());
    }

    private static Optional<String> redirect(Exchange answer) {
        return answer.header("Location")
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .flatMap(location -> target(answer.url(), location));
    }

    /** The canonical address that a Location means; empty where it means none on the web. */
    static Optional<String> target(String base, String location) {
        return resolve(base, rawBytesEncoded(location)).flatMap(UrlNormalizer::normalize);
    }

    /** A header that is not UTF-8 comes as one character a byte; browsers send such bytes back as they are. */
    private static String rawBytesEncoded(String location) {
        if (location.chars().anyMatch(c -> c > 0xff)) {
            return location;
        }
        StringBuilder encoded = new StringBuilder(location.length());
        for (char c : location.toCharArray()) {
            encoded.append(c > 0x7e ? "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c) : c);
        }
        return encoded.toString();
    }

    private static Optional<String> resolve(String base, String location) {
        try {
            return Optional.of(UrlResolver.resolveUrl(base, location));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty(); // a Location that the resolver cannot make sense of leads nowhere
        }
    }

    /** A file that was asked for as a report may hold one; only the parser will tell. */
    private static Judgement file(Purpose askedFor) {
        return Judgement.of(Outcome.ARCHIVED, askedFor == Purpose.REPORT ? Verdict.REPORT : Verdict.PAGE, "");
    }

    private static Judgement page(String url, Payload payload, Purpose askedFor) {
        PageReading reading;
        try {
            reading = PageReader.read(payload, askedFor);
        } catch (RuntimeException | StackOverflowError e) {
            // a hostile page must not end the crawl, nor be asked again at every start
            return Judgement.of(Outcome.ARCHIVED, Verdict.PAGE, "page cannot be read for links: " + e);
        }
        if (reading.kind() == PageKind.SOFT_404) {
            return Judgement.of(Outcome.SOFT_404, Verdict.GONE, "says that it is not there");
        }
        if (reading.kind() == PageKind.CHALLENGE) {
            return Judgement.of(Outcome.CHALLENGE, Verdict.FAILED, "a script wall or log-in page");
        }
        List<Outlink> links = canonical(reading.outlinks(), url);
        return new Judgement(Outcome.ARCHIVED, verdict(reading.kind(), links, askedFor), links, Optional.empty(), "");
    }

    private static Verdict verdict(PageKind kind, List<Outlink> links, Purpose askedFor) {
        boolean column = askedFor == Purpose.COLUMN || askedFor == Purpose.PAGER;
        boolean listsReports = links.stream().anyMatch(l -> l.purpose() == Purpose.REPORT);
        if (kind == PageKind.LIST || column && listsReports) {
            return Verdict.LIST;
        }
        return kind == PageKind.REPORT ? Verdict.REPORT : Verdict.PAGE;
    }

    private static List<Outlink> canonical(List<Outlink> links, String page) {
        Set<String> seen = new HashSet<>();
        seen.add(page);
        List<Outlink> canonical = new ArrayList<>();
        for (Outlink link : links) {
            UrlNormalizer.normalize(link.url())
                    .filter(seen::add)
                    .ifPresent(url -> canonical.add(new Outlink(url, link.anchorText(), link.purpose(), link.score())));
        }
        return canonical;
    }

    /** By the bytes first: portals send "not found" pages under the names and types of files. */
    static boolean isMarkup(Payload payload) {
        byte[] bytes = payload.bytes();
        int length = Math.min(bytes.length, LOOK_FOR_MARKUP);
        if (startsWith(bytes, "%PDF") || startsWith(bytes, "PK") || startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) {
            return false;
        }
        String type = payload.contentType().orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html") || type.contains("xml") || type.startsWith("text/") || type.contains("json")) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return bytes[i] == '<';
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        if (bytes.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (bytes[i] != (byte) magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
