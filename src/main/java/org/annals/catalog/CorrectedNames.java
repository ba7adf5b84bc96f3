package org.annals.catalog;

import java.util.ArrayList;
import java.util.List;
import org.annals.revision.Reading;

/**
 * One address that shows one report all the time while the name of its body changes, as where a misprint is put right, is one publication: that of the name it was
 * corrected to. A name that only the site says gives way to one that stands at the report. A page that is used again for the report of another body has other figures.
 */
final class CorrectedNames {
    private final ContentStore contents;

    CorrectedNames(ContentStore contents) {
        this.contents = contents;
    }

    /** @param claims of the captures of one address, in time order */
    List<Attributions.Claim> applied(List<Attributions.Claim> claims) throws CatalogException {
        List<Attributions.Claim> applied = new ArrayList<>();
        List<Attributions.Claim> report = new ArrayList<>();
        for (Attributions.Claim claim : claims) {
            if (!report.isEmpty() && !isOneReport(report.get(report.size() - 1), claim)) {
                applied.addAll(underOneName(report));
                report.clear();
            }
            report.add(claim);
        }
        applied.addAll(underOneName(report));
        return applied;
    }

    private boolean isOneReport(Attributions.Claim before, Attributions.Claim after) throws CatalogException {
        if (before.key().equals(after.key())) {
            return true;
        }
        if (!before.key().fiscalYear().equals(after.key().fiscalYear())) {
            return false;
        }
        long one = before.capture().content().orElseThrow();
        long other = after.capture().content().orElseThrow();
        if (one == other) {
            return true;
        }
        Reading reading = contents.reading(one);
        return reading.hasFiguresOf(contents.reading(other));
    }

    private static List<Attributions.Claim> underOneName(List<Attributions.Claim> report) {
        if (report.stream().map(Attributions.Claim::key).distinct().count() < 2) {
            return report;
        }
        Attributions.Claim last = report.get(report.size() - 1);
        for (Attributions.Claim claim : report) {
            if (last.assumed() || !claim.assumed()) {
                last = claim;
            }
        }
        List<Attributions.Claim> renamed = new ArrayList<>();
        for (Attributions.Claim claim : report) {
            renamed.add(
                    claim.key().equals(last.key())
                            ? claim
                            : new Attributions.Claim(claim.capture(), last.key(), last.assumed(), last.own()));
        }
        return renamed;
    }
}
