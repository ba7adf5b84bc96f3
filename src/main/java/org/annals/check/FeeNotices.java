package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who let a request lapse by not paying had a fee notice: the report must tell of at least so many notices. Of the format of 2021, which asks for their number. */
final class FeeNotices {
    private static final String SCOPE = "other_unpaid";

    private FeeNotices() {}

    static List<CheckResult> run(Figures figures, List<Chapter> chapters, Speaker speaker) {
        List<BigDecimal> stated = new ArrayList<>();
        boolean certain = true;
        for (Chapter chapter : chapters) {
            for (Prose.Paragraph paragraph : chapter.paragraphs()) {
                if (!paragraph.text().contains(Wording.FEE_NOTICE)) {
                    continue;
                }
                int before = stated.size();
                for (String sentence : Prose.sentences(paragraph.text())) {
                    number(sentence).ifPresent(stated::add);
                }
                certain &= stated.size() == before || isOwn(paragraph.text(), speaker);
            }
        }
        if (stated.isEmpty()) {
            return List.of();
        }
        certain &= stated.stream().distinct().count() == 1;
        return List.of(certain ? judge(figures, stated.get(0)) : CheckResult.skip(CheckCode.TEXT_FEE, SCOPE));
    }

    private static Optional<BigDecimal> number(String sentence) {
        for (Pattern pattern : Wording.FEE_NOTICES) {
            Matcher notices = pattern.matcher(sentence);
            if (notices.find()) {
                return Optional.of(new BigDecimal(notices.group("n")));
            }
        }
        return Optional.empty();
    }

    private static boolean isOwn(String paragraph, Speaker speaker) {
        Matcher year = Wording.YEAR.matcher(paragraph);
        while (year.find()) {
            if (speaker.meant(year.group("y")) != Clause.YearMeant.THIS) {
                return false;
            }
        }
        return !Wording.WIDE.matcher(paragraph).find()
                && !Wording.OTHER_YEAR.matcher(paragraph).find();
    }

    private static CheckResult judge(Figures figures, BigDecimal notices) {
        Optional<BigDecimal> lapsed = figures.total(SCOPE);
        Optional<BigDecimal> before = figures.total("carried_in");
        if (lapsed.isEmpty()) {
            return CheckResult.skip(CheckCode.TEXT_FEE, SCOPE);
        }
        boolean enough = notices.compareTo(lapsed.get()) >= 0;
        boolean noticeMayBeOlder = before.isEmpty() || before.get().signum() != 0;
        if (!enough && noticeMayBeOlder) {
            return CheckResult.skip(CheckCode.TEXT_FEE, SCOPE);
        }
        return CheckResult.judged(CheckCode.TEXT_FEE, SCOPE, enough, lapsed.get(), notices);
    }
}
