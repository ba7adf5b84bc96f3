package org.annals.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.annals.government.Government;
import org.annals.report.PublisherSource;
import org.annals.report.Report;

/** Says whose report a document is and of which fiscal year. Stateless after construction; safe for many threads. */
public final class Linker {
    private final Map<String, Government> byCode = new HashMap<>();
    private final GovernmentNames names;
    private final Function<String, Optional<String>> publisherOfTitle;

    /**
     * @param governments those of the seeds, each code once
     * @param publisherOfTitle the body that a link's text names, where it is the title of a report
     */
    public Linker(Iterable<Government> governments, Function<String, Optional<String>> publisherOfTitle) {
        this.publisherOfTitle = publisherOfTitle;
        for (Government government : governments) {
            byCode.put(government.code(), government);
        }
        names = new GovernmentNames(byCode.values());
    }

    /**
     * @param crawled code of the government in whose crawl the report was found; empty where none is known
     * @param anchorTexts texts of links that led to the report, the most trusted first; used only where the report itself names no year, or no publisher but the site's
     */
    public Attribution attribute(Report report, String crawled, List<String> anchorTexts) {
        List<String> evidence = new ArrayList<>();
        Optional<String> printed = report.publisher().map(Names::squeezed).filter(p -> !p.isEmpty());
        Optional<Government> own = Optional.ofNullable(byCode.get(crawled));

        Optional<Integer> year = year(report, anchorTexts, evidence);

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
        boolean assumed = source.isEmpty() || source.get() == PublisherSource.META || printed.isEmpty();
        if (assumed) {
            Optional<String> linked = linked(anchorTexts, year);
            if (linked.isPresent()) {
                assumed = false;
                // 财政局 in the list of 甲县财政局: the fuller name stays
                if (!publisher.contains(linked.get())) {
                    publisher = linked.get();
                    source = Optional.of(PublisherSource.TITLE);
                }
                evidence.add("publisher: the link names " + linked.get());
            }
        }
        boolean named = printed.isPresent() || source.equals(Optional.of(PublisherSource.TITLE));
        String code = named ? government(publisher, crawled, evidence) : crawled;
        Optional<Government> counted = Optional.ofNullable(byCode.get(code));
        String name = publisher;
        Optional<PublisherSource> where = source;
        boolean itself = counted.map(g -> OwnReport.is(g.level(), names.of(g.code()), name, where))
                .orElse(false);
        return new Attribution(code, publisher, source, assumed, itself, year, evidence);
    }

    /** The body that the first of the texts names which is a title, and of no other year. */
    private Optional<String> linked(List<String> anchorTexts, Optional<Integer> year) {
        for (String text : anchorTexts) {
            Optional<Integer> named = AnchorYear.of(text);
            Optional<String> body = publisherOfTitle.apply(text).map(Names::squeezed);
            if (body.isPresent() && (named.isEmpty() || year.isEmpty() || named.equals(year))) {
                return body;
            }
        }
        return Optional.empty();
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
