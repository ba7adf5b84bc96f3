package org.annals.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as portals and signatures print them. A date before 2008, when the Regulation came into force, is none: zero timestamps occur. */
final class Dates {
    private static final int FIRST_YEAR = 2008;
    private static final Pattern DATE = Pattern.compile("(20\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})");
    private static final Pattern PLAIN = Pattern.compile("20\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}");
    private static final Pattern AT_END = Pattern.compile("(20\\d{2})年(\\d{1,2})月(\\d{1,2})日$");
    private static final Pattern CHINESE_AT_END =
            Pattern.compile("(二[〇○零Oo0]{1}[〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$");

    private static final Pattern CHINESE_YEAR = Pattern.compile("二[〇○零Oo0][〇○零一二三四五六七八九]{2}(?=年)");

    private static final Pattern WEEKDAY = Pattern.compile("(?<=日)[（(]?(?:星期|周)[一二三四五六日天][）)]?$");

    /** What a date may end with, the day of the week behind it. */
    private static final String LAST = "0123456789日一二三四五六天)）";

    private Dates() {}

    /** A text with its years in digits: 二〇二三年 becomes 2023年. */
    static String withPlainYears(String text) {
        return text.indexOf('二') < 0 ? text : CHINESE_YEAR.matcher(text).replaceAll(year -> digits(year.group()));
    }

    static Optional<LocalDate> first(String text) {
        Matcher date = DATE.matcher(text);
        return date.find() ? date(date.group(1), date.group(2), date.group(3)) : Optional.empty();
    }

    static Optional<LocalDate> atEnd(String text) {
        if (!mayEndWithDate(text)) {
            return Optional.empty();
        }
        String line = plainEnd(text);
        if (PLAIN.matcher(line).matches()) {
            return first(line);
        }
        Matcher date = AT_END.matcher(line);
        if (date.find()) {
            return date(date.group(1), date.group(2), date.group(3));
        }
        Matcher chinese = CHINESE_AT_END.matcher(line);
        return chinese.find()
                ? date(digits(chinese.group(1)), number(chinese.group(2)), number(chinese.group(3)))
                : Optional.empty();
    }

    static String withoutEnd(String text) {
        if (!mayEndWithDate(text)) {
            return text;
        }
        String line = plainEnd(text);
        return PLAIN.matcher(line).matches()
                ? ""
                : CHINESE_AT_END.matcher(AT_END.matcher(line).replaceFirst("")).replaceFirst("");
    }

    private static boolean mayEndWithDate(String text) {
        return !text.isEmpty() && LAST.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Without the day of the week, and 元月 as the first month that it is. */
    private static String plainEnd(String line) {
        return WEEKDAY.matcher(line).replaceFirst("").replace("年元月", line.indexOf('二') < 0 ? "年1月" : "年一月");
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty(); // a month 13 is no date
        }
    }

    private static String digits(String chinese) {
        StringBuilder out = new StringBuilder();
        for (char c : chinese.toCharArray()) {
            out.append(Math.max(0, "〇一二三四五六七八九".indexOf(c)));
        }
        return out.toString();
    }

    /** 一 to 三十一. */
    private static String number(String chinese) {
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            return digits(chinese);
        }
        int tens = ten == 0 ? 1 : Integer.parseInt(digits(chinese.substring(0, ten)));
        String ones = digits(chinese.substring(ten + 1));
        return String.valueOf(tens * 10 + (ones.isEmpty() ? 0 : Integer.parseInt(ones)));
    }
}
