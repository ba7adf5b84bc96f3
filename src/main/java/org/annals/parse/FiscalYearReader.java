package org.annals.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year reported on: what the statistics period says, then the title, then the text. Never the address, never the day of publication. */
final class FiscalYearReader {
    private static final Pattern PERIOD = Pattern.compile(
            "(20\\d{2})[年./-]?0?[15][月./-]?0?1日?(?:起|开始)?(?:至|到|-|—|－|–|~|～|―){1,3}(?:(20\\d{2})[年./-]?)?12[月./-]?31日?");
    private static final Pattern SHORT_PERIOD = Pattern.compile(
            "(?:期[限间]|周期|时[段间])[^。；;\\n]{0,12}(20\\d{2})年?0?\\d{1,2}月\\d{1,2}日(?:起|开始)?(?:至|到|-|—|－|–|~|～|―){1,3}(?:\\1年)?(0?[1-9]|1[01])月\\d{1,2}日");
    /** The statistics period as reports name it, whatever its days. */
    private static final Pattern NAMED_PERIOD = Pattern.compile(
            "(?:期[限间]|周期|时[段间限])[^。；;\\n]{0,12}?(20\\d{2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?(?:起|开始)?(?:至|到|-|—|－|–|~|～|―){1,3}(?:(20\\d{2})[年./-])?(\\d{1,2})[月./-](\\d{1,2})日?");

    private static final String FIRST_OF_NAMES = "期周时";

    private static final Pattern SPAN = Pattern.compile("(20\\d{2})年?度?[-—–－~～至到和、]{1,3}(20\\d{2})(?:学?年)");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})(?![\\d〕号])");
    /** A year in running text; that of a day at the end of a line is when something was signed or published. */
    private static final Pattern YEAR_IN_TEXT =
            Pattern.compile("(20\\d{2})年(?!\\d{1,2}月\\d{1,2}日$)", Pattern.MULTILINE);

    /** What another document is called says nothing of this one. */
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("《[^《》\\n]{1,80}》");

    private static final int FIRST = 2008;
    private static final int LAST = 2100;

    private FiscalYearReader() {}

    static Optional<Integer> find(Optional<String> title, String text, List<String> warnings) {
        Optional<String> span = title.flatMap(FiscalYearReader::span);
        if (span.isPresent()) {
            warnings.add("fiscal year: the title names more than one year: " + span.get());
            return Optional.empty();
        }
        Optional<Matcher> odd = oddPeriod(text);
        Optional<Integer> period = period(text)
                .or(() -> odd.filter(FiscalYearReader::inOneYear)
                        .filter(named -> isNumber(named.group(5), 12))
                        .map(named -> Integer.parseInt(named.group(1)))
                        .filter(FiscalYearReader::possible));
        Optional<Integer> inTitle = title.flatMap(FiscalYearReader::inTitle);
        if (period.isPresent() && inTitle.isPresent() && !period.equals(inTitle)) {
            warnings.add("fiscal year: the title says " + inTitle.get() + ", the statistics period " + period.get());
        }
        odd.ifPresent(
                named -> warnings.add("fiscal year: the statistics period is not a calendar year: " + named.group()));
        Optional<Integer> found = period.or(() -> inTitle).or(() -> inText(text));
        if (found.isEmpty()) {
            warnings.add("fiscal year: no statistics period, no title and no clear majority in the text says it");
        }
        return found;
    }

    private static Optional<String> span(String title) {
        Matcher years = SPAN.matcher(Dates.withPlainYears(Wording.squeeze(title)));
        return years.find() && !years.group(1).equals(years.group(2)) ? Optional.of(years.group()) : Optional.empty();
    }

    /** Whether the statistics are said to end before December and nowhere to cover a whole year, as in reports on half a year. */
    static boolean endsWithinTheYear(String text) {
        return periods(text).isEmpty() && SHORT_PERIOD.matcher(text).find();
    }

    /** The whole years that a text names by their first and last day. */
    private static List<MatchResult> periods(String text) {
        List<MatchResult> periods = new ArrayList<>();
        Matcher period = PERIOD.matcher(text);
        int at = text.indexOf("20");
        while (at >= 0) {
            boolean found = period.region(at, text.length()).lookingAt();
            if (found) {
                periods.add(period.toMatchResult());
            }
            at = text.indexOf("20", found ? period.end() : at + 1);
        }
        return periods;
    }

    /** A period that begins or ends on another day than those of a calendar year, or in another year. */
    private static Optional<Matcher> oddPeriod(String text) {
        Matcher period = NAMED_PERIOD.matcher(text);
        for (int at = 0; at < text.length(); at++) {
            if (FIRST_OF_NAMES.indexOf(text.charAt(at)) < 0
                    || !period.region(at, text.length()).lookingAt()) {
                continue;
            }
            at = period.end() - 1;
            boolean begins = isNumber(period.group(2), 1) && isNumber(period.group(3), 1);
            boolean ends = isNumber(period.group(5), 12) && isNumber(period.group(6), 31);
            if (!(inOneYear(period) && begins && ends)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    private static boolean inOneYear(Matcher period) {
        return period.group(4) == null || period.group(4).equals(period.group(1));
    }

    private static boolean isNumber(String digits, int number) {
        return Integer.parseInt(digits) == number;
    }

    private static Optional<Integer> period(String text) {
        TreeSet<Integer> years = new TreeSet<>();
        for (MatchResult period : periods(text)) {
            if (period.group(2) == null || period.group(2).equals(period.group(1))) {
                years.add(Integer.parseInt(period.group(1)));
            }
        }
        return years.size() == 1 ? Optional.of(years.first()).filter(FiscalYearReader::possible) : Optional.empty();
    }

    private static Optional<Integer> inTitle(String title) {
        Matcher year = YEAR.matcher(Dates.withPlainYears(Wording.squeeze(title)));
        return year.find()
                ? Optional.of(Integer.parseInt(year.group(1))).filter(FiscalYearReader::possible)
                : Optional.empty();
    }

    /** The year that the text names most often, if one does. */
    private static Optional<Integer> inText(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        Matcher year = YEAR_IN_TEXT.matcher(OTHER_DOCUMENT.matcher(text).replaceAll(""));
        while (year.find()) {
            counts.merge(Integer.parseInt(year.group(1)), 1, Integer::sum);
        }
        List<Map.Entry<Integer, Integer>> byCount = new ArrayList<>(counts.entrySet());
        byCount.sort(Map.Entry.<Integer, Integer>comparingByValue().reversed());
        boolean clear = !byCount.isEmpty()
                && (byCount.size() == 1
                        || byCount.get(0).getValue() > byCount.get(1).getValue());
        return clear ? Optional.of(byCount.get(0).getKey()).filter(FiscalYearReader::possible) : Optional.empty();
    }

    private static boolean possible(int year) {
        return year >= FIRST && year <= LAST;
    }
}
