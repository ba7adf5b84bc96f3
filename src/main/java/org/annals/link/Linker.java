package org.annals.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.government.Government;
import org.annals.report.PublisherSource;
import org.annals.report.Report;

/** Says whose report a document is and of which fiscal year. Stateless after construction; safe for many threads. */
public final class Linker {
    private final Map<String, Government> byCode = new HashMap<>();
    private final GovernmentNames names;

    /** @param governments those of the seeds, each code once */
    public Linker(Iterable<Government> governments) {
        for (Government government : governments) {
            byCode.put(government.code(), government);
        }
        names = new GovernmentNames(byCode.values());
    }

    /**
     * @param crawled code of the government in whose crawl the report was found; empty where none is known
     * @param anchorTexts texts of links that led to the report, the most trusted first; used only where the report itself names no year
     */
    public Attribution attribute(Report report, String crawled, List<String> anchorTexts) {
        List<String> evidence = new ArrayList<>();
        Optional<String> printed = report.publisher().map(Names::squeezed).filter(p -> !p.isEmpty());
        Optional<Government> own = Optional.ofNullable(byCode.get(crawled));

        String publisher;
        Optional<PublisherSource> source;
        if (printed.isPresent()) {
            publisher = printed.get();
            source = Optional.of(report.publisherSource().orElse(PublisherSource.BODY));
            evidence.add("publisher: printed (" + source.get().code() + ")");
        } else {
            publisher = own.map(g -> Names.squeezed(g.name())).orElse("");
            source = own.map(g -> PublisherSource.SEED);
            evidence.add(
                    own.isPresent() ? "publisher: not printed; the crawled government's name" : "publisher: unknown");
        }
        String code = printed.map(p -> government(p, crawled, evidence)).orElse(crawled);
        return new Attribution(code, publisher, source, year(report, anchorTexts, evidence), evidence);
    }

    /** The government that a printed publisher is counted under: the crawled one, unless the name begins with that of another. */
    private String government(String publisher, String crawled, List<String> evidence) {
        Optional<GovernmentNames.Match> match = names.longestAtStart(publisher);
        if (match.isEmpty() || match.get().code().equals(crawled)) {
            evidence.add("government: the crawled one");
            return crawled;
        }
        // 湖北省武汉市… found at 武汉市 begins with the province's name, yet belongs to the city
        if (names.standsIn(publisher, crawled, match.get().name().length())) {
            evidence.add(
                    "government: the crawled one, named after " + match.get().name());
            return crawled;
        }
        evidence.add(
                "government: the publisher's name begins with " + match.get().name());
        return match.get().code();
    }

    private static Optional<Integer> year(Report report, List<String> anchorTexts, List<String> evidence) {
        if (report.fiscalYear().isPresent()) {
            evidence.add("fiscal year: printed");
            return report.fiscalYear();
        }
        for (String text : anchorTexts) {
            Optional<Integer> year = AnchorYear.of(text);
            if (year.isPresent()) {
                evidence.add("fiscal year: from the link " + text);
                return year;
            }
        }
        evidence.add("fiscal year: unknown");
        return Optional.empty();
    }
}
