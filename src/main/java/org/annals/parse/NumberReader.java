package org.annals.parse;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.report.CellValue;

/**
 * The text of a cell → what it says. Exactly one number, perhaps with its unit, is a number; nothing, a dash or 无 is blank; all else is unreadable, since
 * two numbers in a cell, a number with a footnote mark or digits with a zero in front may each be something else than they seem.
 */
final class NumberReader {
    private static final Set<String> BLANK =
            Set.of("", "-", "--", "---", "/", "//", "\\", "无", "不涉及", "不适用", "暂无", "无数据", "N/A", "n/a");
    private static final Map<String, BigDecimal> IN_TEN_THOUSAND_YUAN = Map.of(
            "元", new BigDecimal("0.0001"), "万元", BigDecimal.ONE, "万", BigDecimal.ONE, "亿元", new BigDecimal("10000"));
    private static final Set<String> COUNTERS =
            Set.of("件", "项", "个", "次", "条", "部", "宗", "份", "篇", "人", "人次", "场", "期");
    private static final Pattern NUMBER = Pattern.compile(
            "(增加|增|减少|减|\\+|-)?\\s?([0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\\.[0-9]{1,8})?|[0-9]{1,15}(?:\\.[0-9]{1,8})?)\\s?(\\p{IsHan}{0,2})");
    /** A number in groups of three, broken so that no piece is one of its own: 1,2 34 or 27, 732. */
    private static final Pattern BROKEN_AT_COMMA = Pattern.compile(
            "[0-9]{1,3}(?:,[0-9]{3})*,\\s+[0-9]{3}(?:,[0-9]{3})*|[0-9]{1,3}(?:,[0-9]{3})*(?:,[0-9]{1}\\s+[0-9]{2}|,[0-9]{2}\\s+[0-9])(?:,[0-9]{3})*");

    private static final int LONGEST = 64;

    private NumberReader() {}

    /**
     * @param text the cell as printed
     * @param unit the unit that the head of the column names for amounts, 万元 where it names none
     */
    static CellValue read(String text, Measure measure, String unit) {
        if (measure != Measure.MONEY && isPlain(text)) {
            return new CellValue.Number(BigDecimal.valueOf(Integer.parseInt(text)));
        }
        String plain = text.length() > LONGEST ? text : halfWidth(text.strip());
        if (BLANK.contains(Wording.squeeze(plain))) {
            return new CellValue.Blank();
        }
        Matcher number = NUMBER.matcher(BROKEN_AT_COMMA.matcher(plain).matches() ? Wording.squeeze(plain) : plain);
        if (!number.matches()) {
            return new CellValue.Unreadable("holds something that is not one number");
        }
        String sign = number.group(1) == null ? "" : number.group(1);
        String digits = number.group(2).replace(",", "");
        String suffix = number.group(3);
        if (digits.length() > 1 && digits.startsWith("0") && !digits.startsWith("0.")) {
            return new CellValue.Unreadable("has a zero in front of a number");
        }
        if (!sign.isEmpty() && measure != Measure.CHANGE) {
            return new CellValue.Unreadable("has a sign where only a quantity can stand");
        }
        BigDecimal value = new BigDecimal(digits);
        return measure == Measure.MONEY ? money(value, suffix, unit) : count(value, sign, suffix);
    }

    private static CellValue money(BigDecimal value, String suffix, String unit) {
        if (value.signum() == 0 && (suffix.isEmpty() || suffix.endsWith("元"))) {
            return new CellValue.Number(BigDecimal.ZERO);
        }
        if (suffix.isEmpty() && unit.equals(MoneyUnit.UNCERTAIN)) {
            return new CellValue.Unreadable("is an amount in a unit that cannot be told");
        }
        BigDecimal factor = IN_TEN_THOUSAND_YUAN.get(suffix.isEmpty() ? unit : suffix);
        return factor == null
                ? new CellValue.Unreadable("is no amount of money")
                : new CellValue.Number(plain(value.multiply(factor)));
    }

    private static CellValue count(BigDecimal value, String sign, String suffix) {
        if (!suffix.isEmpty() && !COUNTERS.contains(suffix)) {
            return new CellValue.Unreadable("has a unit that counts nothing: " + suffix);
        }
        BigDecimal whole = plain(value);
        if (whole.scale() > 0) {
            return new CellValue.Unreadable("is no whole number");
        }
        boolean down = sign.equals("-") || sign.startsWith("减");
        return new CellValue.Number(down ? whole.negate() : whole);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Full-width digits and signs and the many dashes, made ASCII. */
    private static String halfWidth(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c >= '！' && c <= '～') {
                out.append((char) (c - '！' + '!'));
            } else if ("‐‑‒–—―−─━﹣".indexOf(c) >= 0) {
                out.append('-');
            } else {
                out.append(c == '\u3000' || c == '\u00A0' ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** Up to nine ASCII digits and nothing else, no zero in front. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || text.length() > 9 || text.length() > 1 && text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
