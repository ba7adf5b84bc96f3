package org.annals.corpus;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.annals.report.Generation;

/** Reports as plain text: the five layouts of the seeds, and mixtures. */
final class TextFiles {
    private TextFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        for (TextLayout layout : TextLayout.values()) {
            String name = "text-" + layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String extension = layout == TextLayout.MARKDOWN ? "md" : "txt";
            for (Draft draft : List.of(Draft.distinct(), Draft.distinct2019())) {
                Golden golden =
                        text(name + (draft.generation == Generation.G2019 ? "-2019" : ""), extension, draft, layout);
                files.add(golden);
            }
        }
        files.add(text(
                "text-houma-one-cell-a-line",
                "txt",
                new Draft(Generation.G2021, Figures.real("houma-2022"), "houma-2022")
                        .of(2022)
                        .by("侯马经济开发区"),
                TextLayout.ONE_CELL_A_LINE));
        files.add(text("text-yanshi-tabs", "txt", Draft.yanshi(), TextLayout.TABS));
        files.add(text(
                "text-sanmen-bars",
                "txt",
                new Draft(Generation.G2021, Figures.real("sanmen-2022"), "sanmen-2022").of(2022),
                TextLayout.BARS));
        files.add(text(
                "text-pingdingshan-markdown",
                "md",
                new Draft(Generation.G2019, Figures.real("pingdingshan-2020"), "pingdingshan-2020")
                        .by("平顶山高新技术产业开发区综合办公室"),
                TextLayout.MARKDOWN));
        files.add(text(
                "text-mixed-tabs-bars-cells",
                "txt",
                Draft.distinct(),
                TextLayout.TABS,
                TextLayout.BARS,
                TextLayout.ONE_CELL_A_LINE));
        files.add(text(
                "text-mixed-cells-markdown-tabs",
                "txt",
                Draft.distinct(),
                TextLayout.ONE_CELL_A_LINE,
                TextLayout.MARKDOWN,
                TextLayout.TABS));
        files.add(text("text-mixed-bars-tabs", "txt", Draft.distinct2019(), TextLayout.BARS, TextLayout.TABS));

        Draft shifted = Draft.distinct();
        List<Part> parts = shifted.parts();
        TableFiles.shiftThirdLevel(parts, 1);
        files.add(Golden.of("text-tabs-shifted", "txt", TextPage.write(parts, TextLayout.TABS), shifted));
        files.add(Golden.of("text-markdown-shifted", "md", TextPage.write(parts, TextLayout.MARKDOWN), shifted));
        files.add(cut());

        files.add(text("text-gb18030", "txt", Draft.distinct(), TextLayout.TABS).in(Charset.forName("GB18030")));
        Golden windows = text("text-windows-lines", "txt", Draft.distinct(), TextLayout.TABS);
        files.add(Golden.of(
                windows.name(),
                "txt",
                TextPage.write(Draft.distinct().parts(), TextLayout.TABS).replace("\n", "\r\n"),
                Draft.distinct()));
        Draft bar = Draft.distinct();
        files.add(Golden.of(
                "text-bars-no-space",
                "txt",
                TextPage.write(bar.parts(), TextLayout.MARKDOWN)
                        .replace(" | ", "|")
                        .replace("| ", "|")
                        .replace(" |", "|"),
                bar));
        return files;
    }

    /** Table 3 cut at page breaks, as in the second seed: the pieces have other widths, the labels above are lost. */
    private static Golden cut() {
        Draft draft = Draft.yanshi();
        List<Part> parts = draft.parts();
        int place = Draft.place(parts, 3);
        Sheet square = Draft.table(parts, 3).square(false);
        Sheet upper = new Sheet(new ArrayList<>(square.rows().subList(0, 12)));
        Sheet lower = new Sheet(new ArrayList<>());
        for (List<TableCell> row : square.rows().subList(12, 27)) {
            lower.rows().add(new ArrayList<>(row.subList(1, row.size())));
        }
        Sheet last = new Sheet(new ArrayList<>(square.rows().subList(27, 28)));
        parts.remove(place);
        parts.addAll(place, List.of(upper, Line.text("6"), lower, last));
        return Golden.of("text-tabs-cut-by-pages", "txt", TextPage.write(parts, TextLayout.TABS), draft);
    }

    private static Golden text(String name, String extension, Draft draft, TextLayout... layouts) {
        return Golden.of(name, extension, TextPage.write(draft.parts(), layouts), draft);
    }
}
