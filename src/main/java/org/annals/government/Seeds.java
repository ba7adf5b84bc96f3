package org.annals.government;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The rows of a seeds file (CSV, UTF-8, header required: code, name, level, province, parent, portal_url, report_list_url).
 *
 * @param governments the good rows, in file order
 * @param problems the bad rows, each with its line number; they are left out and the rest goes on
 */
public record Seeds(List<Government> governments, List<Problem> problems) {
    /**
     * What is wrong with one row.
     *
     * @param line where the row begins in the file; line 1 is the first one
     */
    public record Problem(int line, String message) {
        public Problem {
            Objects.requireNonNull(message);
        }
    }

    public Seeds {
        governments = List.copyOf(governments);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the text of one seeds file. Columns may stand in any order, further ones are ignored, a byte order mark and empty lines are no fault; of two rows with
     * one code the first counts. A header that lacks a required column gives no governments and one problem on its line.
     */
    public static Seeds parse(String csv) {
        List<CsvRows.Row> rows = CsvRows.of(csv);
        if (rows.isEmpty()) {
            return new Seeds(
                    List.of(), List.of(new Problem(1, "the file is empty; the first line must name the columns")));
        }
        CsvRows.Row first = rows.get(0);
        SeedRow header;
        try {
            header = SeedRow.header(first.fields());
        } catch (BadRowException e) {
            return new Seeds(List.of(), List.of(new Problem(first.line(), e.getMessage())));
        }
        List<Government> governments = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CsvRows.Row row : rows.subList(1, rows.size())) {
            try {
                Government government = header.read(row.fields());
                if (!codes.add(government.code())) {
                    throw new BadRowException("code " + government.code() + " stands on an earlier line already");
                }
                governments.add(government);
            } catch (BadRowException e) {
                problems.add(new Problem(row.line(), e.getMessage()));
            }
        }
        return new Seeds(governments, problems);
    }
}
