package org.annals.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes page numbers and lines that come again on other pages away from the top and the bottom of pages. */
final class PageNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("[\\s\\p{Pd}_·~第]*\\d{1,4}[\\s\\p{Pd}_·~页]*(?:[/／共]\\s*\\d{1,4}[\\s页]*)?");
    private static final double TOP = 0.12;
    private static final double BOTTOM = 0.86;

    private PageNumbers() {}

    static List<List<PdfItem>> without(List<List<PdfItem>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (List<PdfItem> page : pages) {
            edges(page).forEach(line -> seen.merge(key(line), 1, Integer::sum));
        }
        List<List<PdfItem>> result = new ArrayList<>();
        for (List<PdfItem> page : pages) {
            List<PdfItem> rest = new ArrayList<>(page);
            for (PdfItem.Line line : edges(page)) {
                boolean number = NUMBER.matcher(line.text().strip()).matches();
                if (number || seen.get(key(line)) >= 3) {
                    rest.remove(line);
                }
            }
            result.add(rest);
        }
        return result;
    }

    /** The first and the last line of a page, where they stand in its margins. */
    private static List<PdfItem.Line> edges(List<PdfItem> page) {
        List<PdfItem.Line> edges = new ArrayList<>();
        if (!page.isEmpty() && page.get(0) instanceof PdfItem.Line first && first.height() < TOP) {
            edges.add(first);
        }
        if (page.size() > 1 && page.get(page.size() - 1) instanceof PdfItem.Line last && last.height() > BOTTOM) {
            edges.add(last);
        }
        return edges;
    }

    private static String key(PdfItem.Line line) {
        return Math.round(line.height() * 100) + line.text().replaceAll("\\d+", "#");
    }
}
