package org.annals.crawl;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.annals.capture.Outcome;
import org.annals.capture.Purpose;
import org.annals.frontier.Completion.Verdict;

/**
 * Where many portals send whoever asks for a report that is not there any more, instead of saying 404: to the front of the site. Such a redirect is a soft 404. Only
 * the root, an index page of the root and the addresses of the seeds count: any other page may be where the report is now. Pure.
 */
final class FrontPage {
    private static final Pattern ROOT =
            Pattern.compile("/?(?:(?:index|default|home|main)(?:\\.[a-z]{2,5})?)?", Pattern.CASE_INSENSITIVE);

    private FrontPage() {}

    /**
     * The judgement of an answer, or that of a soft 404 where a report's address redirects to the front.
     *
     * @param asked canonical
     * @param isSeed whether a canonical address stands in the seeds of the government
     * @param inScope whether it is on one of the government's hosts: a wall or log-in elsewhere is not the front of the site
     */
    static Judgement judge(
            Judgement judgement, String asked, Purpose purpose, Predicate<String> isSeed, Predicate<String> inScope) {
        Optional<String> target = judgement.redirect();
        boolean front = purpose == Purpose.REPORT
                && target.isPresent()
                && !isFront(asked, isSeed)
                && isFront(target.get(), isSeed)
                && inScope.test(target.get());
        return front ? softly404("redirects to the front page " + target.get()) : judgement;
    }

    static Judgement softly404(String detail) {
        return new Judgement(Outcome.SOFT_404, Verdict.GONE, List.of(), Optional.empty(), detail);
    }

    private static boolean isFront(String url, Predicate<String> isSeed) {
        URI uri = URI.create(url);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getRawQuery() == null && ROOT.matcher(path).matches() || isSeed.test(url);
    }
}
