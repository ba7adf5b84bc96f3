package org.annals.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.annals.catalog.PublicationName;

/** Finds the one publication that somebody means by a publisher and a year, or by the beginning of its id. */
final class PublicationChoice {
    private static final int MOST_NAMED = 20;
    private static final Pattern WITH_YEAR = Pattern.compile("(.+?)\\s*((?:19|20)[0-9]{2})年?");

    private PublicationChoice() {}

    /**
     * @param publications all that there are
     * @throws UsageError if none or several are meant; it names those that come near
     */
    static PublicationName of(String text, List<PublicationName> publications) {
        Matcher matcher = WITH_YEAR.matcher(text);
        boolean hasYear = matcher.matches();
        String name = hasYear ? matcher.group(1) : text;
        Optional<Integer> year = hasYear ? Optional.of(Integer.valueOf(matcher.group(2))) : Optional.empty();
        List<PublicationName> ofName = publications.stream()
                .filter(report -> report.publisher().contains(name)
                        || report.government().equals(name)
                        || report.publicationId().startsWith(text))
                .toList();
        List<PublicationName> meant = ofName.stream()
                .filter(report -> year.isEmpty() || report.fiscalYear().equals(year))
                .toList();
        if (meant.size() > 1) {
            List<PublicationName> exact = meant.stream()
                    .filter(report -> report.publisher().equals(name))
                    .toList();
            meant = exact.size() == 1 ? exact : meant;
        }
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (!meant.isEmpty()) {
            throw new UsageError("'" + text + "' may be any of " + meant.size() + ": " + named(meant) + "; say the id");
        }
        throw new UsageError("no publication '" + text + "' among the " + publications.size() + " of this archive; "
                + (ofName.isEmpty()
                        ? "nearest: " + named(nearest(name, publications))
                        : "of that publisher: " + named(ofName)));
    }

    private static List<PublicationName> nearest(String name, List<PublicationName> publications) {
        return publications.stream()
                .sorted((a, b) -> Long.compare(shared(name, b.publisher()), shared(name, a.publisher())))
                .limit(3)
                .toList();
    }

    private static long shared(String name, String other) {
        return name.chars().distinct().filter(sign -> other.indexOf(sign) >= 0).count();
    }

    private static String named(List<PublicationName> reports) {
        String list = reports.stream()
                .limit(MOST_NAMED)
                .map(report -> report.publicationId() + " " + report.publisher()
                        + report.fiscalYear().map(year -> " " + year).orElse(""))
                .collect(Collectors.joining(", "));
        String more = reports.size() > MOST_NAMED ? " and " + (reports.size() - MOST_NAMED) + " more" : "";
        return list.isEmpty() ? "none" : list + more;
    }
}
