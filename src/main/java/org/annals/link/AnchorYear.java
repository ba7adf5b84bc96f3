package org.annals.link;

import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fiscal year that a link's text names, where the text reads like the title of an annual report and names one year only. */
final class AnchorYear {
    /** A year followed by 年, but not the year of a full date (2023年1月12日). */
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(20[0-9]{2})年(?!度?[0-9]{1,2}月)");

    private static final Pattern TITLE_LIKE = Pattern.compile("公开.*(报告|年报)|年度报告|年报");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    private AnchorYear() {}

    static Optional<Integer> of(String anchorText) {
        String text = latinDigits(anchorText);
        if (!TITLE_LIKE.matcher(text).find()) {
            return Optional.empty();
        }
        TreeSet<Integer> years = new TreeSet<>();
        Matcher matcher = YEAR.matcher(text);
        while (matcher.find()) {
            years.add(Integer.valueOf(matcher.group(1)));
        }
        return years.size() == 1 ? Optional.of(years.first()) : Optional.empty();
    }

    /** White space left out; full-width digits and 二〇二二 as in 2022. */
    private static String latinDigits(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int chinese = CHINESE_DIGITS.indexOf(c == '○' || c == '零' || c == '０' || c == 'Ｏ' ? '〇' : c);
            if (chinese >= 0) {
                out.append(chinese);
            } else if (c >= '１' && c <= '９') {
                out.append((char) ('1' + (c - '１')));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
