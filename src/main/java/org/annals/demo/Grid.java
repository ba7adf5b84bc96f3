package org.annals.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables in short: one line a row, cells parted by {@code |}, {@code {2}} or {@code {2x3}} before a cell's text for
 * its colspan and rowspan. A block from a line {@code <grid>} to a line {@code </grid>} is one table.
 */
final class Grid {
    private static final Pattern BLOCK = Pattern.compile("<grid>\\n(.*?)</grid>", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("^\\{(\\d+)(?:x(\\d+))?\\}");

    private Grid() {}

    /**
     * @param table opening tag of a table
     * @param cell mark-up of a cell's content; {@code %s} stands for the text
     */
    static String expand(String html, String table, String cell) {
        return BLOCK.matcher(html).replaceAll(block -> Matcher.quoteReplacement(table(block.group(1), table, cell)));
    }

    private static String table(String rows, String table, String cell) {
        StringBuilder html = new StringBuilder(table).append("<tbody>\n");
        for (String row : rows.split("\n")) {
            html.append("<tr>");
            for (String text : row.split("\\|", -1)) {
                Matcher span = SPAN.matcher(text);
                boolean spans = span.find();
                html.append("<td");
                if (spans && !span.group(1).equals("1")) {
                    html.append(" colspan=\"").append(span.group(1)).append('"');
                }
                if (spans && span.group(2) != null) {
                    html.append(" rowspan=\"").append(span.group(2)).append('"');
                }
                String content = spans ? text.substring(span.end()) : text;
                html.append('>')
                        .append(cell.replace("%s", content.isEmpty() ? "&nbsp;" : content))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>").toString();
    }
}
