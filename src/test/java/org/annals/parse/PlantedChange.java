package org.annals.parse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.annals.revision.RevisionKind;

/** A change that a reader reads. Each gives the item that must be said to have changed. */
enum PlantedChange {
    FIGURE_OF_TABLE_2,
    FIGURE_OF_TABLE_3,
    FIGURE_OF_TABLE_4,
    TWO_FIGURES_CHANGE_PLACES,
    NUMBER_BECOMES_BLANK,
    ZERO_BECOMES_BLANK,
    BLANK_BECOMES_ZERO,
    ANOTHER_UNIT_FOR_THE_SAME_NUMBER,
    CENTS_OF_AN_AMOUNT,
    WORD_OF_THE_OVERVIEW,
    NUMBER_WITHIN_A_SENTENCE,
    SENTENCE_LEFT_OUT,
    WORD_OF_THE_LAST_CHAPTER,
    CHAPTER_REMOVED,
    CHAPTER_ADDED,
    DAY_OF_PUBLICATION,
    WORD_OF_THE_TITLE,
    PUBLISHER;

    private static final String FEES = "t2.fees.amount";

    RevisionKind kind() {
        return ordinal() <= CENTS_OF_AN_AMOUNT.ordinal() ? RevisionKind.DATA : RevisionKind.TEXT;
    }

    /** Changes both: the earlier one where something must be there first. */
    String plant(PlantedReport before, PlantedReport after, Random random) {
        return switch (this) {
            case FIGURE_OF_TABLE_2 -> figure(after.figures, "t2.", random);
            case FIGURE_OF_TABLE_3 -> figure(after.figures, "t3.", random);
            case FIGURE_OF_TABLE_4 -> figure(after.figures, "t4.", random);
            case TWO_FIGURES_CHANGE_PLACES -> {
                String one = pick(after.figures, "t3.", "[1-9][0-9]*", random);
                String value = after.figures.get(one);
                String other = after.figures.keySet().stream()
                        .filter(code -> code.startsWith("t3.")
                                && !after.figures.get(code).equals(value))
                        .findFirst()
                        .orElseThrow();
                after.figures.put(one, after.figures.get(other));
                after.figures.put(other, value);
                yield one;
            }
            case NUMBER_BECOMES_BLANK -> set(after.figures, pick(after.figures, "t", "[1-9][0-9]*", random), "");
            case ZERO_BECOMES_BLANK -> set(after.figures, pick(after.figures, "t", "0", random), "");
            case BLANK_BECOMES_ZERO -> set(before.figures, pick(before.figures, "t", "0", random), "");
            case ANOTHER_UNIT_FOR_THE_SAME_NUMBER -> {
                after.feesUnit = "元";
                yield FEES;
            }
            case CENTS_OF_AN_AMOUNT -> set(after.figures, FEES, after.figures.get(FEES) + ".01");
            case WORD_OF_THE_OVERVIEW -> {
                after.overview = after.overview.replace("更方便", "仍不方便");
                yield "overview";
            }
            case NUMBER_WITHIN_A_SENTENCE -> {
                after.overview = after.overview.replace("三百", random.nextBoolean() ? "四百" : "五百");
                yield "overview";
            }
            case SENTENCE_LEFT_OUT -> {
                after.problems = after.problems.replace("部分文件没有按时公开。", "");
                yield "problems";
            }
            case WORD_OF_THE_LAST_CHAPTER -> {
                after.other = after.other.replace("没有收取", "收取了");
                yield "other";
            }
            case CHAPTER_REMOVED -> {
                after.problems = "";
                yield "problems";
            }
            case CHAPTER_ADDED -> {
                before.problems = "";
                yield "problems";
            }
            case DAY_OF_PUBLICATION -> {
                after.published = "2024年1月" + (21 + random.nextInt(9)) + "日";
                yield "published_on";
            }
            case WORD_OF_THE_TITLE -> {
                after.title = after.title.replace("工作年度报告", "年度报告");
                yield "title";
            }
            case PUBLISHER -> {
                after.publisher = "青石县水务局";
                yield "title";
            }
        };
    }

    private static String figure(Map<String, String> figures, String table, Random random) {
        String code = pick(figures, table, "[0-9]+", random);
        BigDecimal more = new BigDecimal(figures.get(code)).add(BigDecimal.valueOf(1 + random.nextInt(20)));
        return set(figures, code, more.toPlainString());
    }

    private static String set(Map<String, String> figures, String code, String value) {
        figures.put(code, value);
        return code;
    }

    private static String pick(Map<String, String> figures, String table, String form, Random random) {
        List<String> codes = figures.keySet().stream()
                .filter(code -> code.startsWith(table) && figures.get(code).matches(form))
                .toList();
        return codes.get(random.nextInt(codes.size()));
    }
}
