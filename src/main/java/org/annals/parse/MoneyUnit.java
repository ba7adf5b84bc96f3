package org.annals.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The unit that amounts of a table are printed in, from all the places that may name one. */
final class MoneyUnit {
    /** Stands for a unit that cannot be told; {@link NumberReader} knows no such one. */
    static final String UNCERTAIN = "?";

    /** The unit of the official form. */
    static final String OF_THE_FORM = "万元";

    private static final String MULTIPLES = "十百千万亿几数";
    /** What may stand before 元 in 单位为元, 单位是元, 人民币元, 金额元; nothing else, since 美元 and 千元 are other units. */
    private static final String BEFORE_YUAN = "位为是币额按以";

    private MoneyUnit() {}

    /** The one unit that the texts name; that of the form where they name none; uncertain where they differ or name another. */
    static String in(List<String> texts) {
        Set<String> named = new LinkedHashSet<>();
        texts.forEach(text -> named.addAll(namedIn(text)));
        return named.isEmpty()
                ? OF_THE_FORM
                : named.size() == 1 ? named.iterator().next() : UNCERTAIN;
    }

    /** Every unit of money in a text; one that is neither 元 nor 万元 nor 亿元 counts as uncertain. */
    static Set<String> namedIn(String text) {
        String squeezed = Wording.squeeze(text);
        Set<String> named = new LinkedHashSet<>();
        for (int at = squeezed.indexOf('元'); at >= 0; at = squeezed.indexOf('元', at + 1)) {
            named.add(unit(squeezed.substring(0, at)));
        }
        return named;
    }

    private static String unit(String before) {
        if (endsPlainly(before)) {
            return "元";
        }
        char last = before.charAt(before.length() - 1);
        if (last != '万' && last != '亿') {
            return UNCERTAIN;
        }
        String front = before.substring(0, before.length() - 1);
        boolean multiplied = !front.isEmpty()
                && (MULTIPLES.indexOf(front.charAt(front.length() - 1)) >= 0
                        || Character.isDigit(front.charAt(front.length() - 1)));
        return multiplied ? UNCERTAIN : last + "元";
    }

    private static boolean endsPlainly(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char last = text.charAt(text.length() - 1);
        return !Character.isLetterOrDigit(last) || BEFORE_YUAN.indexOf(last) >= 0;
    }
}
