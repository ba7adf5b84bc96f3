package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.check.Clause.YearMeant;

/**
 * The kinds of results that a sentence lists after it has said of how many. Judged only where that number is the one of the table, so that the list cannot be of a
 * part.
 */
final class ResultKinds {
    private static final String GRANTED = "granted";
    private static final String PARTIAL = "partial";
    private static final String BOTH = "granted+partial";
    private static final Pattern COUNTED = Pattern.compile("\\d[件宗份起]");

    private final Figures figures;
    private final Map<String, List<Statement>> kinds = new LinkedHashMap<>();
    private Optional<Statement> whole = Optional.empty();

    private ResultKinds(Figures figures) {
        this.figures = figures;
    }

    static List<CheckResult> run(Figures figures, List<Clause> clauses, List<Statement> statements) {
        ResultKinds kinds = new ResultKinds(figures);
        Map<Clause, List<Statement>> byClause = new IdentityHashMap<>();
        statements.forEach(one -> byClause.computeIfAbsent(one.clause(), clause -> new ArrayList<>())
                .add(one));
        clauses.forEach(clause -> kinds.read(clause, byClause.getOrDefault(clause, List.of())));
        return kinds.judge();
    }

    private void read(Clause clause, List<Statement> statements) {
        Optional<Statement> total = statements.stream()
                .filter(one -> one.certain()
                        && (one.code() == CheckCode.TEXT_DONE
                                || one.code() == CheckCode.TEXT_NEW
                                || one.code() == CheckCode.TEXT_RECEIVED))
                .findFirst();
        if (total.isPresent()) {
            whole = total;
            return;
        }
        if (whole.isEmpty() || clause.comparison()) {
            return;
        }
        Clause of = whole.get().clause();
        boolean near = clause.sentence() == of.sentence()
                || clause.sentence() == of.sentence() + 1 && clause.paragraph() == of.paragraph() && clause.among();
        Matcher kind = Wording.RESULT.matcher(clause.text());
        if (!near) {
            whole = Optional.empty();
        } else if (kind.matches()) {
            boolean certain = !clause.wide()
                    && !clause.doubt()
                    && clause.year() == YearMeant.THIS
                    && isWholeOfTheTable(whole.get());
            kinds.computeIfAbsent(scope(kind.group("kind")), k -> new ArrayList<>())
                    .add(new Statement(
                            CheckCode.TEXT_RESULT,
                            scope(kind.group("kind")),
                            new BigDecimal(kind.group("n")),
                            certain,
                            clause));
        } else if (COUNTED.matcher(clause.text()).find()) {
            // what is listed after it may be a part of this
            whole = Optional.empty();
        }
    }

    private boolean isWholeOfTheTable(Statement total) {
        if (total.code() == CheckCode.TEXT_DONE) {
            return is(figures.total("result_total"), total.number());
        }
        return is(figures.total("carried_in"), BigDecimal.ZERO)
                && (is(figures.total("new"), total.number())
                        || is(figures.totals(List.of("result_total", "carried_out")), total.number()));
    }

    private static boolean is(Optional<BigDecimal> value, BigDecimal number) {
        return value.isPresent() && value.get().compareTo(number) == 0;
    }

    private static String scope(String kind) {
        if (kind.startsWith("予以公开")) {
            return kind.contains("部分公开") ? BOTH : GRANTED;
        }
        return switch (kind) {
            case "不予公开" -> "denied";
            case "无法提供" -> "unavailable";
            case "不予处理" -> "rejected";
            case "其他处理" -> "other";
            default -> PARTIAL;
        };
    }

    private List<CheckResult> judge() {
        List<CheckResult> results = new ArrayList<>();
        kinds.forEach((scope, stated) -> results.add(Narrative.agreed(stated)
                .filter(number -> stated.stream().allMatch(Statement::certain))
                .map(number -> judge(scope, number))
                .orElseGet(() -> CheckResult.skip(CheckCode.TEXT_RESULT, scope))));
        return results;
    }

    private CheckResult judge(String scope, BigDecimal number) {
        boolean mayHoldPartial = scope.equals(GRANTED) && !kinds.containsKey(PARTIAL);
        Optional<BigDecimal> both = figures.totals(List.of(GRANTED, PARTIAL));
        if (mayHoldPartial && is(both, number) && !is(figures.total(GRANTED), number)) {
            return CheckResult.equal(CheckCode.TEXT_RESULT, BOTH, both, Optional.of(number));
        }
        return CheckResult.equal(CheckCode.TEXT_RESULT, scope, table(scope), Optional.of(number));
    }

    private Optional<BigDecimal> table(String scope) {
        return switch (scope) {
            case GRANTED, PARTIAL -> figures.total(scope);
            case BOTH -> figures.totals(List.of(GRANTED, PARTIAL));
            default -> figures.totals(figures.rowsOf(scope + "_"));
        };
    }
}
