package org.annals.frontier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.annals.capture.Purpose;
import org.annals.policy.SessionParameters;

/**
 * Reports that are listed under a new number against caches at each visit: a link that differs from one known report in
 * such a parameter alone is that report. Where two links of a page or two known reports are alike but for the number, it
 * tells them apart and stays.
 */
final class ChangingNumbers {
    private final EntryRows rows;

    ChangingNumbers(EntryRows rows) {
        this.rows = rows;
    }

    /** The links of one page, with the addresses that are known already in place of new ones. */
    List<Offer> known(long government, List<Offer> links) throws SQLException {
        Map<String, List<String>> onPage = new HashMap<>();
        boolean numbered = false;
        for (Offer link : links) {
            if (link.purpose() == Purpose.REPORT) {
                String bare = SessionParameters.withoutNumbers(link.url());
                numbered |= !bare.equals(link.url());
                onPage.computeIfAbsent(bare, b -> new ArrayList<>()).add(link.url());
            }
        }
        if (!numbered) {
            return links;
        }
        Map<String, List<EntryRows.Listed>> known = new HashMap<>();
        for (EntryRows.Listed report : rows.reports(government)) {
            known.computeIfAbsent(SessionParameters.withoutNumbers(report.url()), b -> new ArrayList<>())
                    .add(report);
        }
        List<Offer> offers = new ArrayList<>();
        for (Offer link : links) {
            String bare = SessionParameters.withoutNumbers(link.url());
            List<EntryRows.Listed> alike = known.getOrDefault(bare, List.of());
            boolean alone = link.purpose() == Purpose.REPORT
                    && link.refusal().isEmpty()
                    && onPage.get(bare).size() == 1
                    && alike.size() == 1;
            offers.add(
                    alone && isSame(link, alike.get(0)) ? link.at(alike.get(0).url()) : link);
        }
        return offers;
    }

    /** One of an earlier run, that no page has listed by its old number; one of this run by its words too. */
    private static boolean isSame(Offer link, EntryRows.Listed report) {
        return report.known()
                ? report.state() != EntryState.LISTED
                : !report.anchor().isEmpty()
                        && report.anchor().equals(link.via().anchorText());
    }
}
