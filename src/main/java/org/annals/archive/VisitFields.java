package org.annals.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.capture.Visit;

/**
 * A visit as the fields of a metadata record; {@code via}, {@code hopsFromSeed} and {@code outlink} are Heritrix's
 * names.
 */
final class VisitFields {
    private VisitFields() {}

    static WarcFields of(RunId run, Visit visit) {
        WarcFields fields = new WarcFields()
                .add("run", run.value())
                .add("government", visit.government())
                .add("purpose", visit.purpose().code())
                .add("via", visit.via().url())
                .add("hopsFromSeed", Integer.toString(visit.via().hops()))
                .add("anchor", visit.via().anchorText())
                .add("outcome", visit.outcome().code())
                .add("detail", visit.detail());
        for (Outlink link : visit.outlinks()) {
            fields.addParts(
                    "outlink", link.url(), link.purpose().code(), Integer.toString(link.score()), link.anchorText());
        }
        return fields;
    }

    /** The visit that these fields tell of; empty if they tell of something else. */
    static Optional<Visit> visit(WarcFields fields) {
        Optional<Purpose> purpose = fields.first("purpose").flatMap(Purpose::ofCode);
        Optional<Outcome> outcome = fields.first("outcome").flatMap(Outcome::ofCode);
        Optional<Integer> hops = fields.first("hopsFromSeed").flatMap(VisitFields::number);
        if (purpose.isEmpty() || outcome.isEmpty() || hops.isEmpty() || hops.get() < 0) {
            return Optional.empty();
        }
        List<Outlink> outlinks = new ArrayList<>();
        for (List<String> parts : fields.allParts("outlink")) {
            outlink(parts).ifPresent(outlinks::add);
        }
        Via via = new Via(text(fields, "via"), text(fields, "anchor"), hops.get());
        return Optional.of(new Visit(
                text(fields, "government"), purpose.get(), via, outcome.get(), text(fields, "detail"), outlinks));
    }

    private static Optional<Outlink> outlink(List<String> parts) {
        if (parts.size() < 3) {
            return Optional.empty();
        }
        Optional<Purpose> purpose = Purpose.ofCode(parts.get(1));
        Optional<Integer> score = number(parts.get(2));
        if (purpose.isEmpty() || score.isEmpty()) {
            return Optional.empty();
        }
        String anchor = parts.size() > 3 ? parts.get(3) : "";
        return Optional.of(new Outlink(parts.get(0), anchor, purpose.get(), score.get()));
    }

    private static String text(WarcFields fields, String name) {
        return fields.first(name).orElse("");
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // a record of another program that uses the same field name
        }
    }
}
