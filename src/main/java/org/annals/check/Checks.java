package org.annals.check;

import java.util.ArrayList;
import java.util.List;
import org.annals.report.Generation;
import org.annals.report.Report;

/**
 * Runs every check that the report's generation has. A check never changes a value; one with an operand that is no number is skipped: a blank is not zero. The
 * codes are those of {@link CheckCode}; {@code src/site/markdown/checks.md} tells what each means.
 */
public final class Checks {
    private Checks() {}

    /** What must agree inside one report. */
    public static List<CheckResult> run(Report report) {
        Figures figures = new Figures(report);
        List<CheckResult> results = new ArrayList<>();
        if (report.generation() == Generation.PRE2019) {
            results.addAll(AnnexSums.run(figures));
            results.addAll(NumberKinds.run(figures, 1, CheckCode.T1_NON_NEGATIVE, CheckCode.T1_INTEGER));
            return List.copyOf(results);
        }
        results.addAll(TableSums.run(figures));
        results.addAll(NumberKinds.run(figures, 2, CheckCode.T2_NON_NEGATIVE, CheckCode.T2_INTEGER));
        results.addAll(NumberKinds.run(figures, 3, CheckCode.T3_NON_NEGATIVE, CheckCode.T3_INTEGER));
        results.addAll(NumberKinds.run(figures, 4, CheckCode.T4_NON_NEGATIVE, CheckCode.T4_INTEGER));
        Speaker speaker = new Speaker(report);
        List<Chapter> chapters = Chapter.of(report);
        List<Clause> clauses = Clauses.of(chapters, speaker);
        List<Statement> statements = Statements.of(clauses, speaker, report.generation());
        results.addAll(StatedYear.run(report, chapters));
        results.addAll(Narrative.run(figures, statements));
        results.addAll(ResultKinds.run(figures, clauses, statements));
        results.addAll(Parts.run(clauses));
        if (report.generation() == Generation.G2021) {
            results.addAll(FeeNotices.run(figures, chapters, speaker));
        }
        return List.copyOf(results);
    }

    /**
     * What must agree between the reports of one publisher for two years that follow each other. That they do is the caller's knowledge: a report need not name
     * its year. The results belong to the later report.
     */
    public static List<CheckResult> across(Report earlier, Report later) {
        return List.copyOf(new YearAfterYear(earlier, later).run());
    }
}
