package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the chapters say against what the tables say. A statement counts only where it is read for certain and the text does not say another number for the same
 * thing; otherwise the check is skipped, since a false alarm is worse than a miss.
 */
final class Narrative {
    private final Figures figures;
    private final List<Statement> statements;

    private Narrative(Figures figures, List<Statement> statements) {
        this.figures = figures;
        this.statements = statements;
    }

    private record Subject(CheckCode code, String scope) {}

    static List<CheckResult> run(Figures figures, List<Statement> statements) {
        return new Narrative(figures, statements).run();
    }

    private List<CheckResult> run() {
        Map<Subject, List<Statement>> bySubject = new LinkedHashMap<>();
        for (Statement statement : statements) {
            bySubject
                    .computeIfAbsent(new Subject(statement.code(), statement.scope()), s -> new ArrayList<>())
                    .add(statement);
        }
        List<CheckResult> results = new ArrayList<>();
        bySubject.forEach((subject, all) -> results.add(agreed(all)
                .filter(number -> !isContradicted(subject))
                .map(number -> judge(subject, number))
                .orElseGet(() -> CheckResult.skip(subject.code(), subject.scope()))));
        return results;
    }

    /** The one number that all of them say, one at least for certain. */
    static Optional<BigDecimal> agreed(List<Statement> statements) {
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        boolean certain = false;
        for (Statement statement : statements) {
            numbers.add(statement.number());
            certain |= statement.certain();
        }
        return certain && numbers.size() == 1 ? Optional.of(numbers.iterator().next()) : Optional.empty();
    }

    /** The text says that there were none and says how many there were. */
    private boolean isContradicted(Subject subject) {
        return switch (subject.code()) {
            case TEXT_NEW, TEXT_RECEIVED -> says(CheckCode.TEXT_NONE, Statements.REQUESTS);
            case TEXT_REVIEW, TEXT_LITIGATION -> says(CheckCode.TEXT_NONE, subject.scope());
            case TEXT_NONE ->
                switch (subject.scope()) {
                    case Statements.REQUESTS -> says(CheckCode.TEXT_NEW, "new") || says(CheckCode.TEXT_RECEIVED, "new");
                    case Statements.REVIEW -> says(CheckCode.TEXT_REVIEW, subject.scope());
                    default -> says(CheckCode.TEXT_LITIGATION, subject.scope());
                };
            default -> false;
        };
    }

    private boolean says(CheckCode code, String scope) {
        return statements.stream()
                .anyMatch(statement -> statement.code() == code
                        && statement.scope().equals(scope)
                        && (code == CheckCode.TEXT_NONE || statement.number().signum() > 0));
    }

    private CheckResult judge(Subject subject, BigDecimal number) {
        return switch (subject.code()) {
            case TEXT_RECEIVED -> received(number);
            case TEXT_DONE -> done(number);
            case TEXT_REVIEW -> equal(subject, figures.value("t4.review.total"), number);
            case TEXT_LITIGATION -> equal(subject, suits(), number);
            case TEXT_DOCUMENTS -> equal(subject, figures.value("t2." + subject.scope()), number);
            case TEXT_NONE ->
                equal(
                        subject,
                        switch (subject.scope()) {
                            case Statements.REQUESTS -> figures.total("new");
                            case Statements.REVIEW -> figures.value("t4.review.total");
                            default -> suits();
                        },
                        number);
            default -> equal(subject, figures.total(subject.scope()), number);
        };
    }

    private static CheckResult equal(Subject subject, Optional<BigDecimal> table, BigDecimal number) {
        return CheckResult.equal(subject.code(), subject.scope(), table, Optional.of(number));
    }

    private Optional<BigDecimal> suits() {
        return figures.sum(List.of("t4.suit_direct.total", "t4.suit_after_review.total"));
    }

    /** Writers use the word for what came in this year and for all that was to be dealt with; the scope tells which it was. */
    private CheckResult received(BigDecimal number) {
        Optional<BigDecimal> fresh = figures.total("new");
        Optional<BigDecimal> all = figures.totals(List.of("result_total", "carried_out"));
        if (all.isPresent() && all.get().compareTo(number) == 0 && !isSame(fresh, all)) {
            return CheckResult.equal(CheckCode.TEXT_RECEIVED, "result_total+carried_out", all, Optional.of(number));
        }
        return all.isEmpty() && !isSame(fresh, Optional.of(number))
                ? CheckResult.skip(CheckCode.TEXT_RECEIVED, "new")
                : CheckResult.equal(CheckCode.TEXT_RECEIVED, "new", fresh, Optional.of(number));
    }

    /** Fewer answers than results need not be a contradiction: what lapsed has no answer, and the sentence may leave out what came in the year before. */
    private CheckResult done(BigDecimal number) {
        Optional<BigDecimal> results = figures.total("result_total");
        if (results.isPresent() && number.compareTo(results.get()) < 0) {
            List<String> perhapsLeftOut = new ArrayList<>(figures.rowsOf("other_"));
            perhapsLeftOut.add("carried_in");
            Optional<BigDecimal> leftOut = figures.totals(perhapsLeftOut);
            if (leftOut.isEmpty() || number.compareTo(results.get().subtract(leftOut.get())) >= 0) {
                return CheckResult.skip(CheckCode.TEXT_DONE, "result_total");
            }
        }
        return CheckResult.equal(CheckCode.TEXT_DONE, "result_total", results, Optional.of(number));
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
    }
}
