package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Grid;
import org.annals.document.Paragraph;

/** Short lines beside table 2 that name the unit of its amounts, as in 金额单位：元. */
final class Captions {
    private static final Pattern UNIT = Pattern.compile("单位[^0-9０-９]{0,8}元|^[（(]?[^（(0-9０-９]{0,4}元[）)]?$");
    private static final int LONGEST = 40;
    private static final int ABOVE = 2;

    private Captions() {}

    static boolean namesUnit(String text) {
        String squeezed = Wording.squeeze(text);
        return squeezed.length() <= LONGEST && UNIT.matcher(squeezed).find();
    }

    /** Those up to two lines above a piece of the table, and right below it. */
    static List<String> ofTable2(List<Block> blocks) {
        List<String> captions = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Grid grid && grid.rows().stream().anyMatch(Table2Reader::isHead)) {
                for (int i = at - 1; i >= Math.max(0, at - ABOVE) && blocks.get(i) instanceof Paragraph line; i--) {
                    captions.add(line.text());
                }
                if (at + 1 < blocks.size() && blocks.get(at + 1) instanceof Paragraph line) {
                    captions.add(line.text());
                }
            }
        }
        return captions.stream().filter(Captions::namesUnit).toList();
    }
}
