package org.annals.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.annals.check.Clause.YearMeant;
import org.annals.report.Section;

/** The clauses of a report, in order. */
final class Clauses {
    private static final int LONGEST_SENTENCE = 1_000;

    private final Speaker speaker;
    private final List<Clause> clauses = new ArrayList<>();
    private int paragraph;
    private int sentence;
    private String heading = "";
    private boolean ofRequests;
    private boolean ofCases;
    private boolean wide;
    private YearMeant year = YearMeant.THIS;

    private Clauses(Speaker speaker) {
        this.speaker = speaker;
    }

    static List<Clause> of(List<Chapter> chapters, Speaker speaker) {
        Clauses clauses = new Clauses(speaker);
        chapters.forEach(chapter -> clauses.read(chapter.section(), chapter.paragraphs()));
        return clauses.clauses;
    }

    private void read(Section section, List<Prose.Paragraph> paragraphs) {
        heading = "";
        anew();
        for (Prose.Paragraph next : paragraphs) {
            paragraph++;
            if (next.heading()) {
                heading = next.text();
                anew();
                continue;
            }
            if (speaker.opens(next.text())) {
                anew();
            }
            String subject = heading + next.text();
            ofRequests = section == Section.REQUESTS
                    || Wording.ABOUT_REQUESTS.matcher(subject).find();
            ofCases = section == Section.REVIEW_LITIGATION || subject.contains(Wording.ABOUT_CASES);
            for (String one : Prose.sentences(next.text())) {
                sentence++;
                if (one.length() <= LONGEST_SENTENCE) {
                    readSentence(section, one);
                } else {
                    // nobody reads that for certain, nor what comes after it
                    wide = true;
                }
            }
        }
    }

    private void anew() {
        wide = false;
        year = YearMeant.THIS;
    }

    private void readSentence(Section section, String text) {
        boolean among = false;
        boolean doubt = false;
        for (String clause : text.split("[，；：]")) {
            if (clause.isEmpty()) {
                continue;
            }
            boolean comparison = Wording.COMPARISON.matcher(clause).matches();
            if (!comparison) {
                among |= clause.startsWith(Wording.AMONG_THEM);
                wide |= Wording.WIDE.matcher(clause).find();
                year = meant(clause).orElse(year);
            }
            clauses.add(new Clause(
                    section, paragraph, sentence, clause, ofRequests, ofCases, comparison, among, wide, doubt, year));
            if (!comparison) {
                among |= clause.contains(Wording.AMONG_THEM);
                doubt |= speaker.limits(clause);
            }
        }
    }

    /** The year that the clause names; empty where it names none. */
    private Optional<YearMeant> meant(String clause) {
        if (!Wording.mayNameAYear(clause)) {
            return Optional.empty();
        }
        String text = Wording.CARRYING.matcher(clause).replaceAll("结转");
        Optional<YearMeant> meant = Optional.empty();
        Matcher years = Wording.YEAR.matcher(text);
        while (years.find()) {
            YearMeant named = speaker.meant(years.group("y"));
            if (named != YearMeant.THIS) {
                return Optional.of(named);
            }
            meant = Optional.of(named);
        }
        if (Wording.OTHER_YEAR.matcher(text).find()) {
            return Optional.of(YearMeant.OTHER);
        }
        return meant.isPresent() || !Wording.THIS_YEAR.matcher(text).find() ? meant : Optional.of(YearMeant.THIS);
    }
}
