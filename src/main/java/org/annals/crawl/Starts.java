package org.annals.crawl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.annals.capture.KnownAddress;
import org.annals.capture.Purpose;
import org.annals.capture.Via;
import org.annals.frontier.Offer;
import org.annals.frontier.Offer.Hold;
import org.annals.government.Government;
import org.annals.policy.UrlNormalizer;

/**
 * Where each government's crawl begins: at the columns that earlier runs knew, with the seeds held back until those fail; else at the seeds. Known reports are held until it
 * shows that no column lists them any more, or are asked first where they are to be asked again. Pure.
 */
final class Starts {
    private Starts() {}

    /** @param again known reports that are asked whether a column lists them or not */
    static Map<String, List<Offer>> of(
            List<Government> governments, List<KnownAddress> known, Predicate<KnownAddress> again) {
        Map<String, List<KnownAddress>> byGovernment = new LinkedHashMap<>();
        governments.forEach(g -> byGovernment.put(g.code(), new ArrayList<>()));
        for (KnownAddress address : known) {
            List<KnownAddress> list = byGovernment.get(address.government());
            // captures of other programs may be known under another spelling than that of links
            Optional<String> url = UrlNormalizer.normalize(address.url());
            if (list != null && url.isPresent()) {
                list.add(new KnownAddress(address.government(), url.get(), address.purpose()));
            }
        }
        Map<String, List<Offer>> starts = new LinkedHashMap<>();
        for (Government government : governments) {
            starts.put(government.code(), of(government, byGovernment.get(government.code()), again));
        }
        return starts;
    }

    private static List<Offer> of(Government government, List<KnownAddress> known, Predicate<KnownAddress> again) {
        Optional<String> list = government.reportList().flatMap(UrlNormalizer::normalize);
        Optional<String> portal = government.portal().flatMap(UrlNormalizer::normalize);
        List<Offer> offers = new ArrayList<>();
        for (KnownAddress address : known) {
            if (address.purpose() == Purpose.COLUMN) {
                boolean seed = list.equals(Optional.of(address.url()));
                offers.add(start(address.url(), Purpose.COLUMN, 0, seed, true, Hold.NONE));
            }
        }
        Hold seeds = offers.isEmpty() ? Hold.NONE : Hold.SEED;
        list.ifPresent(url -> offers.add(start(url, Purpose.COLUMN, 0, true, false, seeds)));
        portal.ifPresent(url -> offers.add(start(url, Purpose.SEED, 0, true, false, seeds)));
        for (KnownAddress address : known) {
            if (address.purpose() == Purpose.REPORT) {
                // ahead of new reports: the page budget, which is not charged for them, must not cut them off
                offers.add(start(
                        address.url(),
                        Purpose.REPORT,
                        Integer.MAX_VALUE,
                        false,
                        true,
                        again.test(address) ? Hold.NONE : Hold.KNOWN));
            }
        }
        return offers;
    }

    private static Offer start(String url, Purpose purpose, int score, boolean seed, boolean known, Hold hold) {
        return new Offer(url, purpose, score, Via.SEED, 0, seed, known, Optional.empty(), hold);
    }
}
