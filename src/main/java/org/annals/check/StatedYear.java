package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.check.CheckResult.Status;
import org.annals.report.Report;

/**
 * Sentences that can only be about the report's own year but name the one before or after: left over from another year's report. Asked only in paragraphs that name
 * a single year; where the chapter names the report's own year as well, it may compare the two.
 */
final class StatedYear {
    private StatedYear() {}

    static List<CheckResult> run(Report report, List<Chapter> chapters) {
        List<CheckResult> results = new ArrayList<>();
        for (Chapter chapter : chapters) {
            Set<Integer> stated = stated(chapter.paragraphs());
            if (stated.isEmpty()) {
                continue;
            }
            String scope = chapter.section().code();
            if (report.fiscalYear().isEmpty()) {
                results.add(CheckResult.skip(CheckCode.TEXT_YEAR, scope));
                continue;
            }
            int own = report.fiscalYear().get();
            Optional<Integer> neighbour =
                    stated.stream().filter(year -> Math.abs(year - own) == 1).findFirst();
            if (neighbour.isPresent()) {
                results.add(
                        years(Prose.spelled(chapter.text())).contains(own)
                                ? CheckResult.skip(CheckCode.TEXT_YEAR, scope)
                                : result(scope, Status.FAIL, own, neighbour.get()));
            } else if (stated.contains(own)) {
                results.add(result(scope, Status.PASS, own, own));
            }
        }
        return results;
    }

    private static CheckResult result(String scope, Status status, int expected, int actual) {
        return CheckResult.of(
                CheckCode.TEXT_YEAR, scope, status, BigDecimal.valueOf(expected), BigDecimal.valueOf(actual));
    }

    private static Set<Integer> stated(List<Prose.Paragraph> paragraphs) {
        Set<Integer> stated = new LinkedHashSet<>();
        for (Prose.Paragraph paragraph : paragraphs) {
            if (!Wording.mayNameAYear(paragraph.text())) {
                continue;
            }
            String plain = Wording.CARRYING.matcher(paragraph.text()).replaceAll("结转");
            Set<Integer> years = years(plain);
            boolean one = years.size() == 1
                    && !Wording.OTHER_YEAR.matcher(plain).find()
                    && !Wording.THIS_YEAR.matcher(plain).find();
            if (one && isStated(plain)) {
                stated.addAll(years);
            }
        }
        return stated;
    }

    private static boolean isStated(String paragraph) {
        for (String sentence : Prose.sentences(paragraph)) {
            for (Pattern pattern : Wording.STATED_YEAR) {
                if (pattern.matcher(sentence).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<Integer> years(String text) {
        Set<Integer> years = new LinkedHashSet<>();
        Matcher year = Wording.YEAR.matcher(text);
        while (year.find()) {
            years.add(Integer.parseInt(year.group("y")));
        }
        return years;
    }
}
