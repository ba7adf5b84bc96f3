package org.annals.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chapter's text in the spelling that {@link Wording} knows, as paragraphs. Lines that a converter broke are put together again. */
final class Prose {
    /** Put where a bracket was that changes the number before it. */
    static final char CHANGED = '※';

    private static final int LONGEST_HEADING = 30;
    private static final Pattern SPACE_IN_NUMBER = Pattern.compile("(?<=\\d)[\\s\\u00a0\\u3000]++(?=\\d)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{IsHan})(?<![一二三四五六七八九十])\\.(?=$|\\p{IsHan})");
    private static final Pattern TITLE = Pattern.compile("《[^《》]{0,100}》|〔[^〔〕]{0,20}〕|\\[[^\\[\\]]{0,20}\\]");
    private static final Pattern BRACKET = Pattern.compile("（(?![一二三四五六七八九十]{1,3}）)[^（）]{0,120}）");
    private static final Pattern CHANGES_THE_NUMBER = Pattern.compile("含|包括|包含|其中|结转|除|另|未");
    private static final Pattern LIST_OF_STATEMENTS = Pattern.compile(
            "(?<=[件宗份起])、(?=已?(?:答复|办结|废止|现行有效|制发|结转|收到|新收|其中|行政复议|行政诉讼|发生|予以|部分公开|不予|无法提供|其他处理))|、(?=未|没有|无)");
    private static final Pattern HEADING =
            Pattern.compile("(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、．.]|\\d{1,2}[.、．]).*");

    private Prose() {}

    /** A paragraph: headings are short and have no full stop. */
    record Paragraph(String text, boolean heading) {}

    static String[] sentences(String paragraph) {
        return paragraph.split("[。！？]");
    }

    static List<Paragraph> paragraphs(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\\R")) {
            String spelled = spelled(line);
            if (spelled.isEmpty()) {
                continue;
            }
            if (open.length() > 0
                    && "，、；：".indexOf(open.charAt(open.length() - 1)) < 0
                    && HEADING.matcher(spelled).matches()) {
                paragraphs.add(new Paragraph(simplified(open.toString()), false));
                open.setLength(0);
            }
            boolean ends = "。！？".indexOf(spelled.charAt(spelled.length() - 1)) >= 0;
            if (open.length() == 0 && !ends && spelled.length() <= LONGEST_HEADING && isHeading(spelled)) {
                paragraphs.add(new Paragraph(spelled, true));
                continue;
            }
            if (open.length() > 0
                    && Character.isDigit(open.charAt(open.length() - 1))
                    && Character.isDigit(spelled.charAt(0))) {
                // one number or two: nobody knows
                open.append(' ');
            }
            open.append(spelled);
            if (ends) {
                paragraphs.add(new Paragraph(simplified(open.toString()), false));
                open.setLength(0);
            }
        }
        if (open.length() > 0) {
            paragraphs.add(new Paragraph(simplified(open.toString()), false));
        }
        return paragraphs;
    }

    private static boolean isHeading(String line) {
        return HEADING.matcher(line).matches() && line.indexOf('，') < 0 && line.indexOf('件') < 0;
    }

    /** White space out, but between two digits; digits half width, punctuation full width. */
    static String spelled(String line) {
        String text = line;
        if (SPACE.matcher(text).find()) {
            text = SPACE_IN_NUMBER.matcher(text).replaceAll("\u0000");
            text = SPACE.matcher(text).replaceAll("");
        }
        text = text.replace('\u0000', ' ');
        if (text.indexOf(',') >= 0) {
            text = THOUSANDS.matcher(text).replaceAll("");
        }
        StringBuilder spelled = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= '９') {
                spelled.append((char) (c - '０' + '0'));
            } else {
                int half = ",:;()!?％．".indexOf(c);
                spelled.append(half < 0 ? c : "，：；（）！？%.".charAt(half));
            }
        }
        return spelled.indexOf(".") < 0
                ? spelled.toString()
                : FULL_STOP.matcher(spelled).replaceAll("。");
    }

    /** Names of documents and brackets out; the whole year as the year; statements in a row as clauses. */
    private static String simplified(String text) {
        String plain = TITLE.matcher(text).replaceAll("");
        if (plain.indexOf('（') >= 0) {
            plain = BRACKET.matcher(plain)
                    .replaceAll(bracket ->
                            CHANGES_THE_NUMBER.matcher(bracket.group()).find()
                                    ? Matcher.quoteReplacement(String.valueOf(CHANGED))
                                    : "");
        }
        plain = Wording.WHOLE_YEAR.matcher(plain).replaceAll("${y}年");
        return plain.indexOf('、') < 0
                ? plain
                : LIST_OF_STATEMENTS.matcher(plain).replaceAll("，");
    }
}
