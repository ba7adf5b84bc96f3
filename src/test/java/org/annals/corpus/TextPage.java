package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as a converter's plain text. */
final class TextPage {
    private TextPage() {}

    /** @param layouts of the first, second, third … table; the last one also of those that follow */
    static String write(List<Part> parts, TextLayout... layouts) {
        StringBuilder out = new StringBuilder();
        int tables = 0;
        for (Part part : parts) {
            if (part instanceof Line line) {
                out.append(line.text().replace('\n', ' ')).append("\n\n");
            } else if (part instanceof Sheet sheet) {
                table(sheet, layouts[Math.min(tables++, layouts.length - 1)], out);
            }
        }
        return out.toString();
    }

    private static void table(Sheet drawn, TextLayout layout, StringBuilder out) {
        Sheet sheet = layout.arrange(drawn);
        for (int i = 0; i < sheet.rows().size(); i++) {
            List<String> texts = new ArrayList<>();
            sheet.rows().get(i).forEach(cell -> texts.add(cell.text()));
            out.append(row(texts, layout));
            if (i == 0 && layout == TextLayout.MARKDOWN) {
                out.append("|").append("------|".repeat(texts.size())).append('\n');
            }
        }
        out.append('\n');
    }

    private static String row(List<String> texts, TextLayout layout) {
        String joined = String.join("", texts);
        return switch (layout) {
            case TABS, TABS_REPEATED -> oneLine(String.join("\t", texts)) + "\n";
            case BARS -> oneLine(String.join(" | ", texts)).stripTrailing() + " |\n";
            case MARKDOWN -> oneLine("| " + String.join(" | ", texts) + " |") + "\n";
            case ONE_CELL_A_LINE ->
                joined.isEmpty()
                        ? ""
                        : texts.stream().map(text -> "\t" + text + "\n").collect(Collectors.joining()) + "\n";
        };
    }

    private static String oneLine(String row) {
        return row.replace('\n', ' ');
    }
}
