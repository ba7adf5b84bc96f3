package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.annals.report.Generation;

/** Tables in pieces, tables run together, tables made of lines, labels as typesetters leave them. */
final class CutFiles {
    private CutFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        pieces(files);
        lines(files);
        labels(files);
        return files;
    }

    private static Sheet piece(Sheet sheet, int from, int to) {
        return new Sheet(new ArrayList<>(sheet.rows().subList(from, to)));
    }

    private static void pieces(List<Golden> files) {
        Draft draft = Draft.distinct();
        Sheet drawn = Draft.table(draft.parts(), 3);
        Sheet square = drawn.square(false);
        files.add(TableFiles.replaced(
                "cut-at-page-breaks", draft, 3, piece(square, 0, 9), piece(square, 9, 20), piece(square, 20, 28)));
        files.add(TableFiles.replaced(
                "cut-with-spans-left-open", draft, 3, piece(drawn, 0, 11), piece(drawn, 11, 19), piece(drawn, 19, 28)));

        List<Part> numbered = draft.parts();
        int place = Draft.place(numbered, 3);
        numbered.remove(place);
        numbered.addAll(
                place,
                List.of(
                        piece(square, 0, 6),
                        Line.text("- 3 -"),
                        piece(square, 6, 15),
                        Line.text("— 4 —"),
                        piece(square, 15, 28)));
        files.add(TableFiles.page("cut-with-page-numbers", numbered, draft));

        Sheet head = piece(square.copy(), 0, 3);
        List<List<TableCell>> second = new ArrayList<>(head.rows());
        second.addAll(square.rows().subList(14, 28));
        files.add(TableFiles.replaced("cut-with-head-again", draft, 3, piece(square, 0, 14), new Sheet(second)));

        Draft old = Draft.distinct2019();
        Sheet oldForm = Draft.table(old.parts(), 2);
        files.add(TableFiles.replaced(
                "cut-table-2",
                old,
                2,
                piece(oldForm, 0, 4),
                piece(oldForm, 4, 9),
                piece(oldForm, 9, oldForm.rows().size())));
        Sheet fourth = Draft.table(draft.parts(), 4);
        files.add(TableFiles.replaced("cut-table-4-from-its-head", draft, 4, piece(fourth, 0, 3), piece(fourth, 3, 4)));

        for (Draft joined : List.of(Draft.distinct(), Draft.distinct2019())) {
            List<Part> parts = joined.parts();
            int third = Draft.place(parts, 3);
            Sheet both = Draft.table(parts, 3);
            both.rows().addAll(Draft.table(parts, 4).rows());
            parts.remove(Draft.place(parts, 4));
            parts.set(third, both);
            files.add(TableFiles.page(
                    "tables-3-and-4-in-one" + (joined.generation == Generation.G2019 ? "-2019" : ""), parts, joined));
        }
        Draft all = Draft.yanshi();
        List<Part> parts = all.parts();
        Sheet one = Draft.table(parts, 2);
        one.rows().addAll(Draft.table(parts, 3).rows());
        one.rows().add(new ArrayList<>(List.of(TableCell.label(all.headings.get(3), 15, 1))));
        one.rows().addAll(Draft.table(parts, 4).rows());
        parts.remove(Draft.place(parts, 4));
        parts.remove(Draft.place(parts, 3));
        files.add(TableFiles.page("tables-all-in-one", parts, all));
    }

    private static void lines(List<Golden> files) {
        files.add(asLines("lines-with-tabs", "\t"));
        files.add(asLines("lines-with-spaces", "&nbsp;&nbsp;&nbsp;"));
        files.add(asLines("lines-with-wide-spaces", "　　"));
    }

    /** Every row of a table is a paragraph, its cells divided by blanks. */
    private static Golden asLines(String name, String blank) {
        Draft draft = Draft.distinct();
        List<Part> parts = new ArrayList<>();
        for (Part part : draft.parts()) {
            if (part instanceof Sheet sheet) {
                for (List<TableCell> row : sheet.rows()) {
                    List<String> texts = row.stream().map(TableCell::text).toList();
                    parts.add(Line.markup("<p style=\"white-space:pre-wrap\">" + String.join(blank, texts) + "</p>"));
                }
            } else {
                parts.add(part);
            }
        }
        return Golden.of(name, "html", HtmlPage.portal().write(parts), draft);
    }

    private static void labels(List<Golden> files) {
        files.add(labelled("labels-letter-spaced", Draft.distinct(), label -> String.join(" ", label.split(""))));
        files.add(labelled(
                "labels-letter-spaced-wide",
                Draft.distinct(),
                label -> label.length() > 6 ? label : String.join("　", label.split(""))));
        files.add(labelled(
                "labels-broken-over-lines", Draft.distinct(), label -> label.replaceAll("(.{4})(?=.)", "$1\n")));
        files.add(labelled(
                "labels-one-character-a-line",
                Draft.yanshi(),
                label -> label.length() > 9 ? label : String.join("\n", label.split(""))));
        files.add(labelled(
                "labels-half-width",
                Draft.distinct(),
                label -> label.replace('（', '(')
                        .replace('）', ')')
                        .replace('，', ',')
                        .replace('：', ':')
                        .replace('“', '"')
                        .replace('”', '"')));
        files.add(labelled("labels-full-width", Draft.distinct(), CutFiles::wide));
        files.add(labelled(
                "labels-other-numbering",
                Draft.distinct(),
                label -> label.replaceFirst("^(\\d)\\.", "$1、").replaceFirst("^([一二三四])、", "$1．")));
        files.add(labelled(
                "labels-variants",
                Draft.yanshi(),
                label -> label.replace("行政规范性文件", "规范性文件")
                        .replace("其他法律行政法规", "其他法律法规")
                        .replace("结转下年度", "结转下一年度")
                        .replace("逾期不补正、", "逾期不补正，")));
        files.add(labelled(
                "labels-without-numbering",
                Draft.distinct(),
                label -> label.startsWith("第二十条") ? label : label.replaceFirst("^(?:[一二三四]、|（[一二三四五六七]）|\\d\\.)", "")));
    }

    private static Golden labelled(String name, Draft draft, UnaryOperator<String> change) {
        List<Part> parts = draft.parts();
        parts.forEach(part -> {
            if (part instanceof Sheet sheet) {
                sheet.labels(change);
            }
        });
        return TableFiles.page(name, parts, draft);
    }

    static String wide(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c > ' ' && c <= '~' ? (char) (c - '!' + '！') : c);
        }
        return out.toString();
    }
}
