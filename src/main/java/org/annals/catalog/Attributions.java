package org.annals.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Outcome;
import org.annals.government.Government;
import org.annals.link.Attribution;
import org.annals.link.GovernmentHosts;
import org.annals.link.Linker;
import org.annals.link.PublicationKey;
import org.annals.parse.TitlePublisher;
import org.annals.report.Report;

/** Says of each capture that carries a report which publication it claims to be of: that of its publisher and year. */
final class Attributions {
    /** Pages in front of a file, one behind the other, whose links may say whose the file is. */
    private static final int MOST_FRONT_PAGES = 3;

    private final Database database;
    private final ContentStore contents;
    private final Linker linker;
    private final GovernmentHosts hosts;

    Attributions(Database database, ContentStore contents) throws CatalogException {
        this.database = database;
        this.contents = contents;
        List<Government> governments = Governments.list(database);
        this.linker = new Linker(governments, TitlePublisher::of);
        this.hosts = new GovernmentHosts(governments);
    }

    private record Anchor(String at, String text) {}

    record Carrying(
            long capture,
            String at,
            Optional<Long> claim,
            Optional<Integer> assumed,
            Optional<Integer> own,
            Optional<Long> publication,
            Optional<Long> content,
            String mediaType,
            String government,
            Optional<Outcome> outcome) {
        boolean isFile() {
            return content.isPresent() && !mediaType.contains("html");
        }
    }

    /** What a capture claims to be. */
    record Claim(Carrying capture, PublicationKey key, boolean assumed, boolean own) {}

    /**
     * Sets the claim of every capture of the address.
     *
     * @param claims gets those that were or are claimed
     * @param concerned gets the publications of captures that carry no report any more
     */
    void attribute(long address, Set<Long> claims, Set<Long> concerned) throws CatalogException {
        String url = database.first("SELECT url FROM address WHERE id = ?", row -> row.text(1), address)
                .orElseThrow();
        List<Carrying> carrying = database.list(
                "SELECT c.id, c.captured_at, c.claim, c.assumed, c.own, c.publication, d.content, d.media_type,"
                        + " coalesce(c.government, ''), c.outcome FROM capture c"
                        + " LEFT JOIN document d ON d.id = c.document WHERE c.address = ?"
                        + " AND (d.content IS NOT NULL OR c.publication IS NOT NULL) ORDER BY c.captured_at, c.id",
                row -> new Carrying(
                        row.number(1),
                        row.text(2),
                        row.optionalNumber(3),
                        row.optionalInt(4),
                        row.optionalInt(5),
                        row.optionalNumber(6),
                        row.optionalNumber(7),
                        row.optionalText(8).orElse(""),
                        row.text(9),
                        row.optionalText(10).flatMap(Outcome::ofCode)),
                address);
        // a page links to other bodies' reports as well, a file belongs to the page that it hangs on
        boolean anyFile = carrying.stream().anyMatch(Carrying::isFile);
        List<List<Anchor>> anchors = anchors(address, anyFile ? MOST_FRONT_PAGES : 0);
        List<Claim> named = new ArrayList<>();
        for (Carrying capture : carrying) {
            capture.claim().ifPresent(claims::add);
            if (capture.content().isPresent() && isBelieved(capture)) {
                Report head = contents.head(capture.content().get());
                List<String> texts = nearest(capture.isFile() ? anchors : anchors.subList(0, 1), capture.at());
                Attribution attribution = linker.attribute(head, capture.government(), texts);
                // what a crawl of a government found is in its scope already; what was taken in may be from anywhere
                boolean foreign = capture.government().isEmpty() && !hosts.maySpeakFor(url);
                named.add(
                        foreign
                                ? new Claim(capture, attribution.copyAt(url), false, false)
                                : new Claim(capture, attribution.at(url), attribution.assumed(), attribution.own()));
            } else if (capture.publication().isPresent()) {
                concerned.add(capture.publication().get());
                database.update(
                        "UPDATE capture SET claim = NULL, assumed = NULL, own = NULL, publication = NULL WHERE id = ?",
                        capture.capture());
            }
        }
        for (Claim claim : new CorrectedNames(contents).applied(named)) {
            claims.add(write(claim));
        }
    }

    private long write(Claim claim) throws CatalogException {
        long publication = publication(claim.key());
        int assumed = claim.assumed() && claim.key().address().isEmpty() ? 1 : 0;
        int own = claim.own() ? 1 : 0;
        Carrying capture = claim.capture();
        if (!capture.claim().equals(Optional.of(publication))
                || !capture.assumed().equals(Optional.of(assumed))
                || !capture.own().equals(Optional.of(own))) {
            database.update(
                    "UPDATE capture SET claim = ?, assumed = ?, own = ? WHERE id = ?",
                    publication,
                    assumed,
                    own,
                    capture.capture());
        }
        return publication;
    }

    /** Texts of the links to the address in order of time; then of those to the pages of reports that link to it, and so on. */
    private List<List<Anchor>> anchors(long address, int frontPages) throws CatalogException {
        List<List<Anchor>> levels = new ArrayList<>();
        Set<Long> passed = new LinkedHashSet<>();
        List<Long> level = List.of(address);
        for (int i = 0; i <= frontPages && !level.isEmpty(); i++) {
            List<Anchor> anchors = new ArrayList<>();
            Set<Long> fronts = new LinkedHashSet<>();
            for (Long one : level) {
                if (passed.add(one)) {
                    anchors.addAll(database.list(
                            "SELECT fetched_at, anchor FROM visit WHERE address = ?1 AND anchor <> '' UNION ALL"
                                    + " SELECT seen_at, anchor FROM link WHERE address = ?1 AND anchor <> ''",
                            row -> new Anchor(row.text(1), row.text(2)),
                            one));
                    fronts.addAll(database.list(
                            "SELECT v.via FROM visit v WHERE v.address = ?1 AND v.via IS NOT NULL AND EXISTS"
                                    + " (SELECT 1 FROM visit x WHERE x.address = v.via AND (x.purpose = 'report' OR x.anchor LIKE '%20__年%报告%')) UNION"
                                    + " SELECT k.via FROM link k WHERE k.address = ?1 AND EXISTS"
                                    + " (SELECT 1 FROM link x WHERE x.address = k.via)",
                            row -> row.number(1), one));
                }
            }
            anchors.sort(Comparator.comparing(Anchor::at).thenComparing(Anchor::text));
            levels.add(anchors);
            level = List.copyOf(fronts);
        }
        return levels;
    }

    /**
     * Texts of the links that led to the address, those of the visit itself first, then earlier ones going back, then later ones: a known report is asked again
     * without a link, and an address may carry another year's report later.
     */
    private static List<String> nearest(List<List<Anchor>> levels, String at) {
        List<String> texts = new ArrayList<>();
        for (List<Anchor> anchors : levels) {
            for (int i = anchors.size() - 1; i >= 0; i--) {
                if (anchors.get(i).at().compareTo(at) <= 0) {
                    texts.add(anchors.get(i).text());
                }
            }
            for (Anchor anchor : anchors) {
                if (anchor.at().compareTo(at) > 0) {
                    texts.add(anchor.text());
                }
            }
        }
        return texts;
    }

    /** A page that the crawl took for a soft 404 or a challenge is a report only if it has a number. */
    private boolean isBelieved(Carrying capture) throws CatalogException {
        boolean doubted = capture.outcome()
                .map(o -> o == Outcome.SOFT_404 || o == Outcome.CHALLENGE)
                .orElse(false);
        return !doubted
                || database.first(
                                "SELECT 1 FROM cell WHERE content = ? AND state = 0",
                                row -> true,
                                capture.content().orElseThrow())
                        .isPresent();
    }

    /** The publication's row, made if there is none. */
    long publication(PublicationKey key) throws CatalogException {
        String id = Ids.publication(key);
        Optional<Long> known =
                database.first("SELECT id FROM publication WHERE publication_id = ?", row -> row.number(1), id);
        return known.isPresent()
                ? known.get()
                : database.insert(
                        "INSERT INTO publication (publication_id, government, publisher, fiscal_year, withdrawn)"
                                + " VALUES (?, ?, ?, ?, 0)",
                        id,
                        key.government(),
                        key.publisher(),
                        key.fiscalYear());
    }
}
