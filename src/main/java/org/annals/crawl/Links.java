package org.annals.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.annals.capture.Via;
import org.annals.discover.PageReader;
import org.annals.frontier.Entry;
import org.annals.frontier.Offer;
import org.annals.frontier.Refusal;
import org.annals.policy.Decision;

/** Turns what a page links to into offers for its government's queue. */
final class Links {
    /** Hops of one chain of redirects. */
    static final int MAX_REDIRECTS = 10;

    /** Score of a page that sends its reader on by meta refresh or script. */
    private static final int SUREST_WAY = 100;

    /** Records of addresses elsewhere that one sitemap may cause. */
    private static final int MAX_FOREIGN = 20;

    private final Scopes scopes;

    Links(Scopes scopes) {
        this.scopes = scopes;
    }

    List<Offer> of(Entry page, Judgement judgement) {
        List<Offer> offers = new ArrayList<>();
        for (Outlink link : judgement.links()) {
            Via via = new Via(page.url(), link.anchorText(), page.via().hops() + 1);
            offers.add(checked(page, Offer.link(link.url(), link.purpose(), link.score(), via)));
        }
        return isSitemap(page) ? withForeign(offers) : offers;
    }

    /** What names addresses and nothing else: a sitemap, and robots.txt, whose links are sitemaps. */
    private static boolean isSitemap(Entry page) {
        return page.purpose() == Purpose.ROBOTS
                || page.purpose() == Purpose.OTHER && page.score() == PageReader.SITEMAP;
    }

    /** The first that a sitemap may not send us to are recorded as columns are, which they say they lead to. */
    private static List<Offer> withForeign(List<Offer> offers) {
        List<Offer> all = new ArrayList<>();
        int foreign = 0;
        for (Offer offer : offers) {
            if (offer.refusal().isPresent() && foreign++ < MAX_FOREIGN) {
                Offer column = Offer.link(offer.url(), Purpose.COLUMN, 0, offer.via());
                all.add(column.refused(offer.refusal().get()));
            } else {
                all.add(offer);
            }
        }
        return all;
    }

    /**
     * Out of scope, only what looks like a report, a column or the one way on is worth a record; the rest of the web is
     * not.
     */
    static boolean isWorthKeeping(Offer offer) {
        return offer.refusal().isEmpty()
                || offer.purpose() == Purpose.REPORT
                || offer.purpose() == Purpose.COLUMN
                || offer.purpose() == Purpose.SECTION && offer.score() >= SUREST_WAY;
    }

    /** What an answer comes to for the government that it was asked for. */
    Judgement judge(Entry asked, Judgement judgement) {
        return FrontPage.judge(
                judgement,
                asked.url(),
                asked.purpose(),
                url -> scopes.isSeed(asked.government(), url),
                url -> scopes.decide(asked.government(), url).allowed());
    }

    /** Where a redirect leads, asked for the same purpose; empty at the end of the longest chain that is followed. */
    Optional<Offer> redirect(Entry from, String target) {
        if (from.redirects() >= MAX_REDIRECTS || from.purpose() == Purpose.ROBOTS) {
            return Optional.empty();
        }
        if (from.seed()) {
            scopes.extend(from.government(), target);
        }
        Via via = new Via(from.url(), from.via().anchorText(), from.via().hops());
        return Optional.of(checked(
                from,
                new Offer(
                        target,
                        from.purpose(),
                        from.score(),
                        via,
                        from.redirects() + 1,
                        from.seed(),
                        from.known(),
                        Optional.empty(),
                        Offer.Hold.NONE)));
    }

    private Offer checked(Entry page, Offer offer) {
        Decision decision = scopes.decide(page.government(), offer.url());
        return decision.allowed() ? offer : offer.refused(new Refusal(Outcome.OUT_OF_SCOPE, decision.rule()));
    }
}
