package org.annals.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.check.Clause.YearMeant;
import org.annals.report.Report;

/** The body that reports and its year: whether a clause speaks of them and of all that they had. */
final class Speaker {
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 30;
    private static final String GOVERNMENT = "政府";

    /** Long form to short form; both sides of a comparison are shortened. */
    private static final List<List<String>> SHORT = List.of(
            List.of("高新技术产业开发区", "高新区"),
            List.of("经济技术开发区", "经开区"),
            List.of("经济开发区", "经开区"),
            List.of("管理委员会", "管委会"),
            List.of("街道办事处", "街道办"),
            List.of("办公厅", "办"),
            List.of("办公室", "办"),
            List.of("委员会", "委"));

    private final Optional<String> name;
    /** The name with its long forms made short; empty where there is none, or where it may be called by no short form. */
    private final String shortName;

    private final Optional<Integer> fiscalYear;

    Speaker(Report report) {
        this.name = report.publisher().map(Prose::spelled);
        this.shortName = name.map(Speaker::shortened)
                .filter(shortened -> !shortened.endsWith(GOVERNMENT))
                .orElse("");
        this.fiscalYear = report.fiscalYear();
    }

    Optional<Integer> fiscalYear() {
        return fiscalYear;
    }

    YearMeant meant(String year) {
        return fiscalYear
                .map(own -> own == Integer.parseInt(year) ? YearMeant.THIS : YearMeant.OTHER)
                .orElse(YearMeant.UNKNOWN);
    }

    /** Whether a paragraph begins something new: with a number, the year or the body itself. */
    boolean opens(String paragraph) {
        return unled(paragraph, Wording.LEAD).length() < paragraph.length();
    }

    /** Whether a clause makes what follows in its sentence speak of a part. */
    boolean limits(String clause) {
        return Wording.DOUBT.matcher(rest(clause)).find();
    }

    /** Whether what stands before a statement leaves it a statement on this body and all of its year. */
    boolean isNeutral(String before, Pattern... also) {
        String rest = rest(before);
        for (Pattern one : also) {
            rest = rest(unled(rest, one));
        }
        return rest.isEmpty() || isOwnName(rest);
    }

    private String rest(String text) {
        String rest = unled(text, Wording.LEAD);
        // the body's name may stand before the year or behind it: 某局2022年共
        for (int end = Math.min(rest.length(), LONGEST_NAME); end >= SHORTEST_NAME; end--) {
            if (isOwnName(rest.substring(0, end))) {
                return unled(rest.substring(end), Wording.LEAD);
            }
        }
        return rest;
    }

    private String unled(String text, Pattern lead) {
        int from = 0;
        while (from < text.length()) {
            Matcher year = Wording.YEAR_LEAD.matcher(text).region(from, text.length());
            Matcher word = lead.matcher(text).region(from, text.length());
            if (year.lookingAt() && meant(year.group("y")) == YearMeant.THIS) {
                from = year.end();
            } else if (word.lookingAt()) {
                from = word.end();
            } else {
                break;
            }
        }
        return text.substring(from);
    }

    /**
     * The name or a short form of it: its characters in their order, with the same end. Not for governments, of which "the city" and "the city's government" are
     * many bodies.
     */
    private boolean isOwnName(String text) {
        if (name.isEmpty() || text.length() < SHORTEST_NAME || text.length() > LONGEST_NAME) {
            return false;
        }
        if (name.get().equals(text)) {
            return true;
        }
        if (shortName.indexOf(text.charAt(0)) < 0) {
            // short forms begin as the long ones do
            return false;
        }
        String given = shortened(text);
        if (given.length() < SHORTEST_NAME || !shortName.endsWith(given.substring(given.length() - 2))) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < given.length(); i++) {
            at = shortName.indexOf(given.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String text) {
        String shortened = text;
        for (List<String> pair : SHORT) {
            shortened = shortened.replace(pair.get(0), pair.get(1));
        }
        return shortened;
    }
}
