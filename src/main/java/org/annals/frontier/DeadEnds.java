package org.annals.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Purpose;
import org.annals.frontier.Completion.Verdict;
import org.annals.policy.PageVariants;
import org.annals.policy.SessionParameters;

/**
 * Leaves what brings nothing: pagers and columns without end, lists of dead links, addresses that differ by a session
 * id. Decides by what was settled and in which order, never by time. Not safe for threads.
 */
final class DeadEnds {
    /** Pages of a list in a row that brought no new report; the ones after them are not asked. */
    static final int BARREN_PAGES = 3;
    /**
     * Columns in a row that lie below others and brought no report either, before the rest of them is left. Years,
     * groups and departments may lie that deep and that wide; below all of them, one weighs {@link #DEEPEST}.
     */
    static final int DEEP_COLUMNS = 60;

    private static final int DEEPEST = 6;
    /** Reports and columns that one page links to and that are gone, in a row; the rest of them is not asked. */
    static final int GONE_IN_A_ROW = 20;

    /** As many as there are years of reports, with no new report on any; the rest of that list is not asked. */
    static final int FACETS_IN_A_ROW = 18;

    private final FrontierStore store;
    private final EntryRows rows;
    private final Map<Long, Set<String>> sessionParameters = new HashMap<>();
    private final Map<Long, Set<String>> comparable = new HashMap<>();

    DeadEnds(FrontierStore store, EntryRows rows) {
        this.store = store;
        this.rows = rows;
    }

    /** Pages in a row without a new report, this one counted, on the way to what the page links to. */
    int barren(Entry page, Verdict verdict, boolean freshReports) throws SQLException {
        if (freshReports) {
            return 0;
        }
        int before = rows.barren(page.id());
        boolean read = verdict == Verdict.LIST || verdict == Verdict.PAGE || verdict == Verdict.GONE;
        return isList(page) && read ? before + 1 : before;
    }

    /** Whether the chain that an address would make longer has brought something lately. */
    boolean isWorthAsking(GovernmentQueue government, Offer offer, int barren) {
        return switch (offer.purpose()) {
            case PAGER -> barren < BARREN_PAGES;
            case COLUMN -> barren == 0 || government.deepColumns < DEEP_COLUMNS;
            default -> true;
        };
    }

    /** @return how many waiting addresses were dropped */
    int settled(GovernmentQueue government, Entry page, Completion completion, int barren) throws SQLException {
        int dropped = 0;
        if (page.purpose() == Purpose.PAGER && completion.verdict() != Verdict.FAILED) {
            dropped += rows.siblings(government.id, page.via().url(), barren, BARREN_PAGES);
        }
        if (barren == 0) {
            government.deepColumns = 0;
        } else if (isList(page) && barren > 1) {
            government.deepColumns += barren < BARREN_PAGES ? 1 : DEEPEST;
            dropped += government.deepColumns < DEEP_COLUMNS ? 0 : rows.dropBarren(government.id);
        }
        dropped += countFacets(government, page, barren);
        boolean promised = page.purpose() == Purpose.REPORT || page.purpose() == Purpose.COLUMN;
        if (promised && !page.known() && !page.seed()) {
            dropped += countGone(government, page, completion.verdict());
        }
        if (completion.body().isPresent()) {
            dropped += learn(government, page.url(), completion.body().get());
        }
        return dropped;
    }

    /** The same list under other parameters, again and again, brings nothing that it has not brought before. */
    private int countFacets(GovernmentQueue government, Entry page, int barren) throws SQLException {
        int query = page.url().indexOf('?');
        if (!isList(page) || query < 0 || page.known()) {
            return 0;
        }
        String path = page.url().substring(0, query + 1);
        String key = "facets " + government.id;
        String[] last = store.meta(key).orElse("0 ").split(" ", 2);
        int inARow = barren == 0 ? 0 : 1 + (last[1].equals(path) ? Integer.parseInt(last[0]) : 0);
        store.meta(key, inARow + " " + path);
        if (inARow < FACETS_IN_A_ROW) {
            return 0;
        }
        return rows.dropUnder(government.id, path);
    }

    private int countGone(GovernmentQueue government, Entry page, Verdict verdict) throws SQLException {
        String via = page.via().url();
        if (verdict != Verdict.GONE) {
            government.gone = verdict == Verdict.FAILED || verdict == Verdict.REDIRECT ? government.gone : 0;
            return 0;
        }
        government.gone = via.equals(government.goneVia) ? government.gone + 1 : 1;
        government.goneVia = via;
        if (government.gone < GONE_IN_A_ROW || via.isEmpty()) {
            return 0;
        }
        int dropped = rows.dropLinks(government.id, via);
        government.behindGone += dropped;
        return dropped;
    }

    private static boolean isList(Entry page) {
        return page.purpose() == Purpose.COLUMN || page.purpose() == Purpose.PAGER;
    }

    /** Whether an address is one that the government has already, but for a session id. */
    boolean isAnotherSession(GovernmentQueue government, String url) throws SQLException {
        Set<String> parameters = parameters(government.id);
        String without = SessionParameters.without(url, parameters);
        if (without.equals(url) || rows.state(government.id, url).isPresent()) {
            return false;
        }
        return !comparable(government.id, parameters).add(without);
    }

    /** The same link to the page for all readers, where the government has that page already. */
    Offer plain(GovernmentQueue government, Offer link) throws SQLException {
        if (link.refusal().isEmpty()) {
            for (String url : PageVariants.plain(link.url())) {
                if (rows.state(government.id, url).isPresent()) {
                    return link.at(url);
                }
            }
        }
        return link;
    }

    /** The same body at two addresses shows which parameter says nothing. */
    private int learn(GovernmentQueue government, String url, String body) throws SQLException {
        store.update("INSERT OR IGNORE INTO body (government, digest, url) VALUES (?, ?, ?)", government.id, body, url);
        Optional<String> parameter = SessionParameters.difference(url, first(government.id, body));
        Set<String> known = parameters(government.id);
        if (parameter.isEmpty() || !known.add(parameter.get())) {
            return 0;
        }
        store.update("INSERT INTO session (government, parameter) VALUES (?, ?)", government.id, parameter.get());
        comparable.remove(government.id);
        return dropOtherSessions(government.id, known);
    }

    private String first(long government, String body) throws SQLException {
        try (ResultSet row = store.statement(
                        "SELECT url FROM body WHERE government = ? AND digest = ?", government, body)
                .executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private int dropOtherSessions(long government, Set<String> parameters) throws SQLException {
        Set<String> seen = new HashSet<>();
        int dropped = 0;
        for (EntryRows.Address address : rows.addresses(government)) {
            String without = SessionParameters.without(address.url(), parameters);
            if (!seen.add(without) && address.mayBeDropped()) {
                rows.move(address.id(), EntryState.DROPPED);
                dropped++;
            }
        }
        return dropped;
    }

    private Set<String> parameters(long government) throws SQLException {
        Set<String> known = sessionParameters.get(government);
        if (known == null) {
            known = new HashSet<>();
            try (ResultSet row = store.statement("SELECT parameter FROM session WHERE government = ?", government)
                    .executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
            sessionParameters.put(government, known);
        }
        return known;
    }

    private Set<String> comparable(long government, Set<String> parameters) throws SQLException {
        Set<String> addresses = comparable.get(government);
        if (addresses == null) {
            addresses = new HashSet<>();
            for (EntryRows.Address address : rows.addresses(government)) {
                addresses.add(SessionParameters.without(address.url(), parameters));
            }
            comparable.put(government, addresses);
        }
        return addresses;
    }
}
