package org.annals.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What adds up in the table of indicators that came with reports before the format of 2019. */
final class AnnexSums {
    private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("requests", List.of("requests_in_person", "requests_fax", "requests_online", "requests_letter"));
        PARTS.put("closed", List.of("closed_on_time", "closed_extended"));
        PARTS.put(
                "replies",
                List.of(
                        "replies_already_public",
                        "replies_granted",
                        "replies_partial",
                        "replies_denied",
                        "replies_not_ours",
                        "replies_not_existing",
                        "replies_to_correct",
                        "replies_other_channel"));
        PARTS.put("reviews", List.of("reviews_upheld", "reviews_corrected", "reviews_other"));
        PARTS.put("suits", List.of("suits_upheld", "suits_corrected", "suits_other"));
    }

    private AnnexSums() {}

    static List<CheckResult> run(Figures figures) {
        return PARTS.entrySet().stream()
                .map(sum -> CheckResult.equal(
                        CheckCode.T1_SUM,
                        sum.getKey(),
                        figures.sum(
                                sum.getValue().stream().map(AnnexSums::field).toList()),
                        figures.value(field(sum.getKey()))))
                .toList();
    }

    private static String field(String name) {
        return "t1." + name;
    }
}
