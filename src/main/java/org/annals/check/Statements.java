package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.check.Clause.YearMeant;
import org.annals.report.Generation;

/** Finds what clauses state. What is plainly of another year or only a part is left out; what is in doubt is kept as such. */
final class Statements {
    static final String REQUESTS = "requests";
    static final String REVIEW = "review";
    static final String LITIGATION = "litigation";

    private static final Map<String, String> DOCUMENTS =
            Map.of("行政规范性文件", "normative", "规范性文件", "normative", "规章", "rules", "政府规章", "rules");
    private static final Map<String, String> DONE_TO_THEM =
            Map.of("制发", "issued", "废止", "repealed", "现行有效", "in_force");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Speaker speaker;
    private final Generation generation;
    private final List<Statement> found = new ArrayList<>();
    /** Of the sentence that is being read. */
    private int sentence = -1;

    private boolean received;
    private Optional<String> documents = Optional.empty();

    private Statements(Speaker speaker, Generation generation) {
        this.speaker = speaker;
        this.generation = generation;
    }

    static List<Statement> of(List<Clause> clauses, Speaker speaker, Generation generation) {
        Statements statements = new Statements(speaker, generation);
        clauses.forEach(statements::read);
        return statements.found;
    }

    private void read(Clause clause) {
        if (clause.sentence() != sentence) {
            sentence = clause.sentence();
            received = false;
            documents = Optional.empty();
        }
        if (clause.comparison() || clause.among() || clause.year() == YearMeant.OTHER) {
            return;
        }
        if (clause.ofRequests()) {
            requests(clause);
        }
        none(clause);
        if (clause.ofCases()) {
            count(CheckCode.TEXT_REVIEW, REVIEW, Wording.REVIEW, clause, Wording.BEFORE_CASES);
            count(CheckCode.TEXT_LITIGATION, LITIGATION, Wording.LITIGATION, clause, Wording.BEFORE_CASES);
        }
        if (generation == Generation.G2021) {
            documents(clause);
        }
    }

    private void requests(Clause clause) {
        boolean counted = count(CheckCode.TEXT_NEW, "new", Wording.NEW, clause, NOTHING);
        counted |= count(CheckCode.TEXT_RECEIVED, "new", Wording.RECEIVED, clause, NOTHING);
        carried(CheckCode.TEXT_CARRIED_IN, "carried_in", Wording.CARRIED_IN, -1, clause);
        carried(CheckCode.TEXT_CARRIED_OUT, "carried_out", Wording.CARRIED_OUT, 1, clause);
        if (!count(CheckCode.TEXT_DONE, "result_total", Wording.DONE, clause, NOTHING) && received) {
            count(CheckCode.TEXT_DONE, "result_total", Wording.DONE_OF_THEM, clause, NOTHING);
        }
        received |= counted;
    }

    private boolean count(CheckCode code, String scope, List<Pattern> patterns, Clause clause, Pattern before) {
        Optional<Matcher> match = first(patterns, clause);
        match.ifPresent(count -> add(code, scope, count.group("n"), count, clause, before));
        return match.isPresent() && found.get(found.size() - 1).certain();
    }

    private void carried(CheckCode code, String scope, List<Pattern> patterns, int years, Clause clause) {
        first(patterns, clause)
                .filter(count -> isYear(count.group("y"), years))
                .ifPresent(count -> add(code, scope, count.group("n"), count, clause, NOTHING));
    }

    /** No year named, or the one so many years from the report's own. */
    private boolean isYear(String named, int years) {
        return named == null
                || speaker.fiscalYear()
                        .map(own -> own + years == Integer.parseInt(named))
                        .orElse(false);
    }

    private void none(Clause clause) {
        if (clause.ofRequests()) {
            first(Wording.NO_REQUEST, clause)
                    .ifPresent(none -> add(CheckCode.TEXT_NONE, REQUESTS, "0", none, clause, NOTHING));
        }
        first(Wording.NO_CASE, clause).ifPresent(none -> {
            if (none.group("cases").contains(Wording.A_REVIEW)) {
                add(CheckCode.TEXT_NONE, REVIEW, "0", none, clause, Wording.BEFORE_CASES);
            }
            if (none.group("cases").contains(Wording.A_SUIT)) {
                add(CheckCode.TEXT_NONE, LITIGATION, "0", none, clause, Wording.BEFORE_CASES);
            }
        });
    }

    private void documents(Clause clause) {
        Optional<Matcher> named = first(Wording.DOCUMENT, clause);
        if (named.isPresent()) {
            documents = Optional.of(DOCUMENTS.get(named.get().group("o")));
        } else if (documents.isPresent()) {
            named = first(Wording.DOCUMENT_OF_THEM, clause);
        }
        named.ifPresent(count -> add(
                CheckCode.TEXT_DOCUMENTS,
                documents.orElseThrow() + "." + DONE_TO_THEM.get(count.group("v")),
                count.group("n"),
                count,
                clause,
                NOTHING));
    }

    /** The first match, unless a word before it makes it a difference or a part. */
    private static Optional<Matcher> first(List<Pattern> patterns, Clause clause) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(clause.text());
            if (matcher.find()) {
                String before = clause.text().substring(0, matcher.start());
                boolean other = before.contains(Wording.AMONG_THEM)
                        || Wording.COMPARED.matcher(before).find();
                return other ? Optional.empty() : Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private void add(CheckCode code, String scope, String number, Matcher at, Clause clause, Pattern before) {
        String after = clause.text().substring(at.end());
        boolean certain = !clause.wide()
                && !clause.doubt()
                && clause.year() == YearMeant.THIS
                && speaker.isNeutral(clause.text().substring(0, at.start()), before)
                && (after.isEmpty() || Wording.COMPARISON.matcher(after).matches());
        found.add(new Statement(code, scope, new BigDecimal(number), certain, clause));
    }
}
