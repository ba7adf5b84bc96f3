package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.annals.report.Generation;

/** Reports by chance: figures, generation, mark-up or text layout, spans kept or lost, tables cut. All of them can be read for certain or not at all. */
final class RandomReports {
    private RandomReports() {}

    static Golden next(Random random) {
        Generation generation = random.nextInt(3) == 0 ? Generation.G2019 : Generation.G2021;
        Map<String, Printed> figures = random.nextBoolean()
                ? Figures.sparse(generation, random)
                : Figures.distinct(generation, random.nextLong());
        Draft draft = new Draft(generation, figures, "made up by chance");
        for (int blanks = random.nextInt(4); blanks > 0; blanks--) {
            List<String> fields = List.copyOf(draft.cells.keySet());
            draft.cell(fields.get(random.nextInt(fields.size())), Printed.blank(random.nextBoolean() ? "" : "-"));
        }
        List<Part> parts = draft.parts();
        int spans = random.nextInt(4);
        parts.replaceAll(part ->
                part instanceof Sheet sheet && spans > 1 ? spans == 2 ? sheet.square(false) : sheet.collapsed() : part);
        if (random.nextInt(3) == 0) {
            cut(parts, random);
        }
        if (random.nextBoolean()) {
            HtmlPage page = random.nextBoolean() ? HtmlPage.portal() : HtmlPage.bare();
            page.style = HtmlStyle.values()[random.nextInt(HtmlStyle.values().length)];
            return Golden.of("random", "html", page.write(parts), draft);
        }
        TextLayout[] layouts = random.ints(3, 0, TextLayout.values().length)
                .mapToObj(i -> TextLayout.values()[i])
                .toArray(TextLayout[]::new);
        return Golden.of("random", "txt", TextPage.write(parts, layouts), draft);
    }

    private static void cut(List<Part> parts, Random random) {
        int place = Draft.place(parts, 2 + random.nextInt(2));
        List<List<TableCell>> rows = ((Sheet) parts.get(place)).rows();
        int at = 1 + random.nextInt(rows.size() - 1);
        parts.set(place, new Sheet(new ArrayList<>(rows.subList(0, at))));
        parts.add(place + 1, new Sheet(new ArrayList<>(rows.subList(at, rows.size()))));
        if (random.nextBoolean()) {
            parts.add(place + 1, Line.text(String.valueOf(1 + random.nextInt(9))));
        }
    }
}
