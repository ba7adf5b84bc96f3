package org.annals.document;

import java.util.Locale;

/** How a word processor writes the number of a list item, by the names of ECMA-376 (17.18.59, ST_NumberFormat). */
final class ListNumberFormat {
    private static final String[] CHINESE = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final String[] LEGAL = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final int LARGEST = 999;

    private ListNumberFormat() {}

    /** Empty for what is no number: bullets, and formats that show none. A format that is not known counts in digits, as Word does. */
    static String write(String format, int value) {
        if (format.equals("none") || format.equals("bullet")) {
            return "";
        }
        if (value < 0 || value > LARGEST) {
            return String.valueOf(value);
        }
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> chinese(value, CHINESE, "十", "百", true);
            case "chineseLegalSimplified", "ideographLegalTraditional" -> chinese(value, LEGAL, "拾", "佰", false);
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> digits(value);
            case "ideographTraditional" -> of(STEMS, value);
            case "ideographZodiac" -> of(BRANCHES, value);
            case "decimalFullWidth", "decimalFullWidth2" -> wide(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed('\u2460', 20, value);
            case "decimalEnclosedParen" -> enclosed('\u2474', 20, value);
            case "decimalEnclosedFullstop" -> enclosed('\u2488', 20, value);
            case "ideographEnclosedCircle" -> enclosed('\u3220', 10, value);
            case "decimalZero" -> value < 10 ? "0" + value : String.valueOf(value);
            case "lowerLetter" -> letter(value);
            case "upperLetter" -> letter(value).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(value);
            case "upperRoman" -> roman(value).toUpperCase(Locale.ROOT);
            default -> String.valueOf(value);
        };
    }

    private static String chinese(int value, String[] digits, String ten, String hundred, boolean bareTen) {
        if (value < 10) {
            return digits[value];
        }
        int rest = value % 100;
        String tens = rest < 10 ? "" : (rest / 10 == 1 && bareTen && value < 100 ? "" : digits[rest / 10]) + ten;
        String ones = rest % 10 == 0 ? "" : digits[rest % 10];
        String gap = value >= 100 && rest > 0 && rest < 10 ? "零" : "";
        return (value < 100 ? "" : digits[value / 100] + hundred) + gap + tens + ones;
    }

    private static String digits(int value) {
        StringBuilder out = new StringBuilder();
        String.valueOf(value).chars().forEach(c -> out.append(CHINESE[c - '0']));
        return out.toString();
    }

    private static String wide(int value) {
        StringBuilder out = new StringBuilder();
        String.valueOf(value).chars().forEach(c -> out.append((char) (c - '0' + '０')));
        return out.toString();
    }

    private static String of(String signs, int value) {
        return value >= 1 && value <= signs.length() ? signs.substring(value - 1, value) : String.valueOf(value);
    }

    private static String enclosed(char first, int last, int value) {
        return value >= 1 && value <= last ? String.valueOf((char) (first + value - 1)) : String.valueOf(value);
    }

    /** a to z, then aa to zz. */
    private static String letter(int value) {
        return value < 1
                ? String.valueOf(value)
                : String.valueOf((char) ('a' + (value - 1) % 26)).repeat((value - 1) / 26 + 1);
    }

    private static String roman(int value) {
        StringBuilder out = new StringBuilder();
        int rest = value;
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                out.append(ROMAN[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return out.toString();
    }
}
