package org.annals.discover;

import org.jsoup.nodes.Element;

/** What a link says by its place among bodies and years: in a table the body in front of its row and the year above its column. */
final class Crossing {
    private Crossing() {}

    /**
     * Body and year; empty where the link says something itself, or where row and head have not the same cells, so that nothing tells which is above which.
     *
     * @param maxCells a wider table is none of years
     */
    static String of(Element link, int maxCells) {
        Element cell = link.closest("td");
        Element row = cell == null ? null : cell.parent();
        Element head = row == null || row.parent() == null ? null : head(row);
        if (head == null
                || head == row
                || row.childrenSize() > maxCells
                || head.childrenSize() != row.childrenSize()
                || !head.select("[colspan]").isEmpty()
                || !row.select("[colspan]").isEmpty()
                || !Wording.isGeneric(Wording.fold(link.text()))) {
            return "";
        }
        int column = cell.elementSiblingIndex();
        String year = Wording.fold(head.child(column).text());
        String body = Wording.fold(row.child(0).text());
        return column > 0 && Wording.isYear(year) && Wording.isBody(body) ? body + " " + year : "";
    }

    /** The words of an option; with the year behind the body where the group of options is a year's. */
    static String ofOption(Element option, String text) {
        Element group = option.parent();
        String year = group == null ? "" : Wording.fold(group.attr("label"));
        return Wording.isYear(year) && Wording.isBody(text) ? text + " " + year : text;
    }

    private static Element head(Element row) {
        Element table = row.closest("table");
        return table == null ? null : table.selectFirst("tr");
    }
}
