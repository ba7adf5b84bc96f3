package org.annals.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The numbers that stand in front of the paragraphs of a DOC file. */
final class DocNumbering {
    private static final int TAB = 0;
    private static final int BLANK = 1;
    private static final int BULLET = 23;
    private static final int NONE = 255;
    /** From MSONFC of MS-OSHARED (2.2.1.3) to the names of ECMA-376; the others count in digits. */
    private static final Map<Integer, String> FORMATS = Map.ofEntries(
            Map.entry(1, "upperRoman"),
            Map.entry(2, "lowerRoman"),
            Map.entry(3, "upperLetter"),
            Map.entry(4, "lowerLetter"),
            Map.entry(10, "ideographDigital"),
            Map.entry(11, "japaneseCounting"),
            Map.entry(14, "decimalFullWidth"),
            Map.entry(18, "decimalEnclosedCircle"),
            Map.entry(19, "decimalFullWidth2"),
            Map.entry(22, "decimalZero"),
            Map.entry(BULLET, "bullet"),
            Map.entry(26, "decimalEnclosedFullstop"),
            Map.entry(27, "decimalEnclosedParen"),
            Map.entry(28, "decimalEnclosedCircleChinese"),
            Map.entry(29, "ideographEnclosedCircle"),
            Map.entry(30, "ideographTraditional"),
            Map.entry(31, "ideographZodiac"),
            Map.entry(33, "taiwaneseCounting"),
            Map.entry(34, "ideographLegalTraditional"),
            Map.entry(35, "taiwaneseCountingThousand"),
            Map.entry(37, "chineseCounting"),
            Map.entry(38, "chineseLegalSimplified"),
            Map.entry(39, "chineseCountingThousand"),
            Map.entry(NONE, "none"));

    private final ListCounter counter = new ListCounter();
    private final Map<Integer, List<ListLevel>> lists = new HashMap<>();

    ListItem next(Paragraph paragraph) {
        if (!paragraph.isInList()) {
            return ListItem.NONE;
        }
        try {
            HWPFList list = paragraph.getList();
            List<ListLevel> levels = lists.computeIfAbsent(paragraph.getIlfo(), ilfo -> levels(list));
            int level = paragraph.getIlvl();
            if (level < 0 || level >= levels.size()) {
                return ListItem.NONE;
            }
            String shared = String.valueOf(list.getLsid());
            if (list.isStartAtOverridden((char) level)) {
                counter.beginAnew(
                        shared,
                        String.valueOf(paragraph.getIlfo()),
                        level,
                        levels.get(level).start());
            }
            return new ListItem(
                    counter.next(shared, levels, level), levels.get(level).apart());
        } catch (RuntimeException e) {
            // The library meets a list that is not in the file's tables with exceptions of several kinds; Word shows no
            // number then.
            return ListItem.NONE;
        }
    }

    private static List<ListLevel> levels(HWPFList list) {
        List<ListLevel> levels = new ArrayList<>();
        int count = list.getListData().getLevels().length;
        for (char level = 0; level < count && level < ListLevel.MOST; level++) {
            int behind = list.getTypeOfCharFollowingTheNumber(level);
            levels.add(new ListLevel(
                    list.getStartAt(level),
                    FORMATS.getOrDefault(list.getNumberFormat(level), "decimal"),
                    pattern(list.getNumberText(level)),
                    false,
                    behind == TAB || behind == BLANK));
        }
        return levels;
    }

    /** The file has the numbers of levels, from 0, where ECMA-376 has {@code %1} to {@code %9}. */
    private static String pattern(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : (text == null ? "" : text).toCharArray()) {
            out.append(c < ListLevel.MOST ? "%" + (c + 1) : String.valueOf(c));
        }
        return out.toString();
    }
}
