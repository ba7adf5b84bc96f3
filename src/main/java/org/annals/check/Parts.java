package org.annals.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * "Altogether N, of these a, b, c": whether the parts make up the whole. A list may leave something out, so that other sums are no contradiction, but where it names
 * natural persons and organisations: there is no third kind of applicant.
 */
final class Parts {
    private final List<CheckResult> results = new ArrayList<>();
    private final Map<String, Integer> lists = new HashMap<>();

    private Parts() {}

    private record Part(String label, BigDecimal number, String unit) {}

    static List<CheckResult> run(List<Clause> clauses) {
        Parts parts = new Parts();
        for (int i = 1; i < clauses.size(); i++) {
            Clause first = clauses.get(i);
            if (!first.text().startsWith(Wording.AMONG_THEM)) {
                continue;
            }
            int before = i - 1;
            while (before > 0 && clauses.get(before).comparison()) {
                before--;
            }
            if (clauses.get(before).paragraph() == first.paragraph()) {
                int end = i + 1;
                while (end < clauses.size() && clauses.get(end).sentence() == first.sentence()) {
                    end++;
                }
                parts.read(clauses, before, clauses.subList(i, end));
            }
        }
        return parts.results;
    }

    private void read(List<Clause> clauses, int at, List<Clause> list) {
        Clause before = clauses.get(at);
        Matcher whole = Wording.WHOLE.matcher(before.text());
        Optional<List<Part>> parts = parts(list);
        if (before.among() || !whole.find() || parts.isEmpty() || parts.get().size() < 2) {
            return;
        }
        BigDecimal number = new BigDecimal(whole.group("n"));
        BigDecimal sum = parts.get().stream().map(Part::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean equal = sum.compareTo(number) == 0;
        if (equal || isComplete(parts.get(), whole.group("unit")) && isOnlyNumber(clauses, at)) {
            String section = before.section().code();
            String scope = section + "." + lists.merge(section, 1, Integer::sum);
            results.add(CheckResult.judged(CheckCode.TEXT_PARTS, scope, equal, sum, number));
        }
    }

    /** Empty where a clause is no part of a list, or the list has a list within. */
    private static Optional<List<Part>> parts(List<Clause> list) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String text = list.get(i).text();
            text = i == 0 ? text.substring(Wording.AMONG_THEM.length()) : text;
            boolean aside = text.isEmpty()
                    || list.get(i).comparison()
                    || Wording.SHARE.matcher(text).matches();
            if (aside) {
                continue;
            }
            for (String one : Wording.PART.matcher(text).matches() ? new String[] {text} : text.split("、")) {
                Matcher part = Wording.PART.matcher(one);
                if (!part.matches() || one.contains(Wording.AMONG_THEM)) {
                    return Optional.empty();
                }
                parts.add(new Part(part.group("label"), new BigDecimal(part.group("n")), part.group("unit")));
            }
        }
        return Optional.of(parts);
    }

    /** Otherwise the list may be of another number of the sentence. */
    private static boolean isOnlyNumber(List<Clause> clauses, int at) {
        int sentence = clauses.get(at).sentence();
        for (int i = at - 1; i >= 0 && clauses.get(i).sentence() == sentence; i--) {
            if (Wording.WHOLE.matcher(clauses.get(i).text()).find()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isComplete(List<Part> parts, String unit) {
        return parts.size() == 2
                && parts.stream().allMatch(part -> part.unit().equals(unit))
                && parts.stream()
                        .anyMatch(part -> Wording.PERSON.matcher(part.label()).matches())
                && parts.stream()
                        .anyMatch(part ->
                                Wording.ORGANISATION.matcher(part.label()).matches());
    }
}
