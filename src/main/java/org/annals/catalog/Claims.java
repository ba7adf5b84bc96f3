package org.annals.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.link.PublicationKey;
import org.annals.revision.Observation;
import org.annals.revision.Renditions;

/**
 * Gives captures the publication that they claim, unless reports of several bodies claim the same one because only their site says a name: then each gets one of its
 * own, known by the address that stands for it. The report that was archived first keeps the claimed one, so that its id never comes to mean another.
 */
final class Claims {
    private final Database database;
    private final Histories histories;
    private final Attributions attributions;

    Claims(Database database, Histories histories, Attributions attributions) {
        this.database = database;
        this.histories = histories;
        this.attributions = attributions;
    }

    private record Claimant(long capture, String url, boolean assumed, Optional<Long> publication) {}

    /**
     * @param concerned gets every publication that captures were or are given
     * @param toldApart gets those of which only the site says the publisher, and another report goes by the same name
     */
    void settle(long claim, Set<Long> concerned, Set<Long> toldApart) throws CatalogException {
        List<Claimant> claimants = database.list(
                "SELECT c.id, a.url, c.assumed, c.publication FROM capture c JOIN address a ON a.id = c.address"
                        + " JOIN warc_file f ON f.id = c.file LEFT JOIN run r ON r.id = c.run"
                        + " WHERE c.claim = ? ORDER BY coalesce(r.name, f.path), a.url, c.id",
                row -> new Claimant(row.number(1), row.text(2), row.number(3) == 1, row.optionalNumber(4)),
                claim);
        concerned.add(claim);
        Map<String, Boolean> assumed = new LinkedHashMap<>();
        claimants.forEach(c -> assumed.merge(c.url(), c.assumed(), Boolean::logicalAnd));
        Map<String, Long> publications = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : apart(claim, assumed).entrySet()) {
            publications.put(one.getKey(), attributions.publication(key(claim, one.getValue())));
        }
        if (!publications.isEmpty()) {
            toldApart.addAll(publications.values());
            if (!assumed.containsValue(false)) {
                toldApart.add(claim);
            }
        }
        for (Claimant claimant : claimants) {
            Optional<Long> publication = Optional.of(publications.getOrDefault(claimant.url(), claim));
            claimant.publication().ifPresent(concerned::add);
            concerned.add(publication.get());
            if (!publication.equals(claimant.publication())) {
                database.update("UPDATE capture SET publication = ? WHERE id = ?", publication, claimant.capture());
            }
        }
    }

    private Map<String, String> apart(long claim, Map<String, Boolean> assumed) throws CatalogException {
        if (assumed.size() < 2 || !assumed.containsValue(true)) {
            return Map.of();
        }
        List<String> urls = assumed.keySet().stream().filter(assumed::get).toList();
        List<Observation> observations = histories.ofClaim(claim).stream()
                .map(Histories.Seen::observation)
                .toList();
        return Renditions.apart(observations, urls);
    }

    private PublicationKey key(long claim, String address) throws CatalogException {
        return database.first(
                        "SELECT government, publisher, fiscal_year FROM publication WHERE id = ?",
                        row -> new PublicationKey(row.text(1), row.text(2), row.optionalInt(3), address),
                        claim)
                .orElseThrow();
    }
}
