package org.annals.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.discover.FoundLink.Source;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The other years of a column or of an annual-report module: a list to choose from, whose form or script makes the
 * address, or the year in the page's own address ({@code xxgkAnnualReport.jsp?area=1&fbtime=2023}).
 */
final class Years {
    private static final int FIRST = 2008;
    private static final int MAX_OPTIONS = 40;
    private static final Pattern YEAR = Pattern.compile("(20[012]\\d)年?度?");
    /** Modules whose address says the fiscal year and the body, and nothing else. */
    private static final Pattern MODULE = Pattern.compile(
            "^(.*annualreport\\.jsp\\?(?:.*&)?fbtime=|.*annualreport/year/show/[\\w-]+/)(20[012]\\d)((?:&.*|\\.html?)?)$",
            Pattern.CASE_INSENSITIVE);

    private Years() {}

    /** @param links what was already found on the page */
    static List<FoundLink> find(Document document, PageFacts facts, List<FoundLink> links) {
        List<FoundLink> found = new ArrayList<>();
        ScriptText scripts = new ScriptText(document);
        for (Element select : document.select("select")) {
            List<Element> options = select.select("option");
            if (options.stream().filter(option -> year(option) != null).count() >= 2) {
                options.stream()
                        .limit(MAX_OPTIONS)
                        .forEach(
                                option -> choice(select, option, scripts, facts).ifPresent(found::add));
            }
        }
        Matcher module = MODULE.matcher(facts.uri());
        boolean shown = !found.isEmpty()
                || links.stream()
                        .anyMatch(
                                link -> Wording.isYear(link.text()) && PathShape.isSameShape(link.url(), facts.uri()));
        if (!shown && module.matches() && facts.inReport()) {
            int year = Integer.parseInt(module.group(2));
            neighbour(module, year - 1, facts).ifPresent(found::add);
            neighbour(module, year + 1, facts).ifPresent(found::add);
        }
        return found;
    }

    /** Each year that has a report leads to the one before and the one after. */
    private static Optional<FoundLink> neighbour(Matcher module, int year, PageFacts facts) {
        String url = module.group(1) + year + module.group(3);
        return year < FIRST
                ? Optional.empty()
                : facts.resolve(url).map(u -> new FoundLink(u, year + "年", "", Source.OPTION));
    }

    private static Optional<FoundLink> choice(Element select, Element option, ScriptText scripts, PageFacts facts) {
        String year = year(option);
        String value = option.attr("value").strip();
        if (year == null || value.contains("/")) {
            return Optional.empty(); // an address is a link like others
        }
        String chosen = value.isEmpty() ? year : value;
        return scripts.address(select.attr("onchange"), chosen)
                .or(() -> inOwnAddress(select, chosen, facts))
                .or(() -> Forms.address(select, chosen))
                .flatMap(facts::resolve)
                .map(url -> new FoundLink(url, year + "年", "", Source.OPTION));
    }

    /** The page's address with another year, where it names one of the years to choose from, once. */
    private static Optional<String> inOwnAddress(Element select, String chosen, PageFacts facts) {
        String own = facts.uri();
        for (Element option : select.select("option")) {
            String value = option.attr("value").strip();
            int at = value.matches("20[012]\\d") ? own.indexOf(value) : -1;
            if (at >= 0 && at == own.lastIndexOf(value)) {
                return Optional.of(own.substring(0, at) + chosen + own.substring(at + value.length()));
            }
        }
        return Optional.empty();
    }

    private static String year(Element option) {
        for (String text : new String[] {option.text(), option.attr("value")}) {
            Matcher matcher = YEAR.matcher(Wording.squeeze(text));
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
