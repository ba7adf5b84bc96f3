package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.annals.report.Generation;
import org.annals.report.Section;

/** How cells print a number, or that there is none. */
final class NumberFiles {
    private NumberFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        forms(files);
        money(files);
        signs(files);
        blanks(files);
        doubtful(files);
        return files;
    }

    private static Golden page(String name, Draft draft) {
        return Golden.html(name, draft, HtmlPage.portal());
    }

    /** Every number printed otherwise. */
    private static Draft printed(Draft draft, UnaryOperator<String> change) {
        draft.cells.replaceAll((field, cell) -> cell.isNumber()
                ? Printed.number(change.apply(cell.text()), cell.value().toPlainString())
                : cell);
        return draft;
    }

    private static void forms(List<Golden> files) {
        files.add(page("numbers-thousands", printed(Draft.distinct(), NumberFiles::thousands)));
        files.add(
                page("numbers-thousands-full-width", printed(Draft.yanshi(), text -> CutFiles.wide(thousands(text)))));
        files.add(page("numbers-full-width", printed(Draft.distinct(), CutFiles::wide)));
        files.add(page(
                "numbers-with-counter",
                printed(Draft.distinct2019(), text -> text)
                        .cell("t2.rules.made", Printed.number("12件", "12"))
                        .cell("t2.licensing.items_prior", Printed.number("240项", "240"))
                        .cell("t2.licensing.decisions", Printed.number("5 312 件".replace(" ", ""), "5312"))
                        .cell("t2.procurement.projects", Printed.number("31个", "31"))));
        files.add(page(
                "numbers-broken-by-br",
                Draft.yanshi()
                        .cell("t2.licensing.decisions", Printed.unreadable("27\n732"))
                        .cell("t2.fees.amount", Printed.unreadable("11384.\n8489"))));
        files.add(page(
                "numbers-broken-where-the-sum-decides",
                Draft.distinct().cell("t3.new.natural", Printed.number("10\n239", "10239"))));
        files.add(page(
                "numbers-between-breaks",
                Draft.yanshi()
                        .cell("t2.licensing.decisions", Printed.number("\n27732\n", "27732"))
                        .cell("t3.new.natural", Printed.number("\n49", "49"))));
        files.add(page("numbers-with-blanks-around", printed(Draft.distinct(), text -> "　" + text + " ")));
        files.add(page(
                "numbers-with-point-zero",
                printed(Draft.yanshi(), text -> text)
                        .cell("t2.penalty.decisions", Printed.number("4068.0", "4068"))
                        .cell("t2.fees.amount", Printed.number("11384.848900", "11384.8489"))));
    }

    private static String thousands(String text) {
        return text.replaceFirst("^(\\d{1,3})(\\d{3})(?=\\.|$)", "$1,$2");
    }

    private static void money(List<Golden> files) {
        files.add(page(
                "money-yuan-in-the-cell",
                Draft.distinct2019().cell("t2.procurement.amount", Printed.number("251000元", "25.1"))));
        files.add(page(
                "money-ten-thousand-in-the-cell",
                Draft.distinct2019().cell("t2.procurement.amount", Printed.number("160.5964万元", "160.5964"))));
        files.add(page(
                "money-hundred-million-in-the-cell",
                Draft.yanshi().cell("t2.fees.amount", Printed.number("1.13848489亿元", "11384.8489"))));
        files.add(page("money-large", Draft.yanshi().cell("t2.fees.amount", Printed.number("316,441.00", "316441"))));
        Draft head = Draft.yanshi().cell("t2.fees.amount", Printed.number("113848489", "11384.8489"));
        List<Part> parts = head.parts();
        Draft.table(parts, 2).labels(label -> label.replace("单位：万元", "单位：元"));
        files.add(TableFiles.page("money-yuan-in-the-head", parts, head));
        files.add(page(
                "money-zero",
                Draft.distinct2019()
                        .cell("t2.procurement.amount", Printed.number("0.0000", "0"))
                        .cell("t2.procurement.projects", Printed.number("0"))));
    }

    private static void signs(List<Golden> files) {
        files.add(page(
                "signs-2019",
                Draft.distinct2019()
                        .cell("t2.licensing.items_change", Printed.number("+1036", "1036"))
                        .cell("t2.other_services.items_change", Printed.number("-8", "-8"))
                        .cell("t2.penalty.items_change", Printed.number("5"))
                        .cell("t2.coercion.items_change", Printed.number("－3", "-3"))
                        .cell("t2.fees.items_change", Printed.number("0"))));
        files.add(page(
                "signs-in-words-2019",
                Draft.distinct2019()
                        .cell("t2.licensing.items_change", Printed.number("增12", "12"))
                        .cell("t2.other_services.items_change", Printed.number("减5", "-5"))
                        .cell("t2.penalty.items_change", Printed.number("增加7项", "7"))
                        .cell("t2.coercion.items_change", Printed.number("减少2", "-2"))
                        .cell("t2.fees.items_change", Printed.number("—1", "-1"))));
        files.add(page(
                "signs-where-none-can-be",
                Draft.yanshi()
                        .cell("t2.normative.repealed", Printed.unreadable("-38"))
                        .cell("t2.coercion.decisions", Printed.unreadable("+219"))));
    }

    private static void blanks(List<Golden> files) {
        Draft dashes = Draft.distinct();
        String[] marks = {"-", "—", "--", "/", "——", "－"};
        int next = 0;
        for (RequestRow row : RequestRow.of(Generation.G2021)) {
            if (row.level() == 3) {
                dashes.cell("t3." + row.code() + ".research", Printed.blank(marks[next++ % marks.length]));
            }
        }
        files.add(page("blank-dashes", dashes));
        files.add(page(
                "blank-words",
                Draft.yanshi()
                        .cell("t2.rules.issued", Printed.blank("无"))
                        .cell("t2.rules.repealed", Printed.blank("不涉及"))
                        .cell("t2.rules.in_force", Printed.blank("不适用"))
                        .cell("t2.fees.amount", Printed.blank("/"))
                        .cell("t3.new.research", Printed.blank("无"))
                        .cell("t4.suit_direct.pending", Printed.blank("N/A"))));
        files.add(page(
                "blank-column-pingdingshan",
                new Draft(Generation.G2019, Figures.real("pingdingshan-2020"), "pingdingshan-2020")
                        .by("平顶山高新技术产业开发区综合办公室")));
        files.add(page(
                "blank-cell-houma",
                new Draft(Generation.G2021, Figures.real("houma-2022"), "houma-2022")
                        .of(2022)
                        .by("侯马经济开发区")));
        files.add(page("blank-for-zero-shanghai", shanghai())
                .put("x_note", "N-CAT: the words give other sums than the table"));
        files.add(page(
                "blank-form-of-a-named-body",
                new Draft(Generation.G2021, Figures.blank(Generation.G2021), "none: every cell is empty")));
        files.add(page(
                "zeros-minquan",
                new Draft(Generation.G2021, Figures.real("minquan-2022"), "minquan-2022")
                        .of(2022)
                        .by("民权县高新技术产业开发区")));
        files.add(
                page("zeros-sanmen", new Draft(Generation.G2021, Figures.real("sanmen-2022"), "sanmen-2022").of(2022)));
    }

    /** Totals of a real report (README.md); the split inside its groups is ours. Where it has no case it prints nothing. */
    private static Draft shanghai() {
        Map<String, Integer> totals = Map.of(
                "new",
                859,
                "carried_in",
                18,
                "granted",
                258,
                "partial",
                17,
                "denied_internal",
                35,
                "unavailable_not_held",
                337,
                "rejected_petition",
                158,
                "result_total",
                805,
                "carried_out",
                72);
        Draft draft = new Draft(Generation.G2019, Figures.blank(Generation.G2019), "Shanghai, fiscal 2019: totals")
                .by("上海市人民政府办公厅")
                .of(2019)
                .words(Section.OVERVIEW, "这一年来的申请比上一年多，大多通过网页提交。");
        totals.forEach((row, figure) -> {
            draft.cell("t3." + row + ".natural", Printed.number(figure.toString()));
            draft.cell("t3." + row + ".total", Printed.number(figure.toString()));
        });
        return draft.cell("t4.review.upheld", Printed.number("5"))
                .cell("t4.review.pending", Printed.number("2"))
                .cell("t4.review.total", Printed.number("7"))
                .cell("t4.suit_direct.upheld", Printed.number("8"))
                .cell("t4.suit_direct.pending", Printed.number("1"))
                .cell("t4.suit_direct.total", Printed.number("9"))
                .cell("t2.procurement.amount", Printed.number("251000元", "25.1"));
    }

    private static void doubtful(List<Golden> files) {
        files.add(page(
                "doubt-two-numbers",
                Draft.distinct()
                        .cell("t2.licensing.decisions", Printed.unreadable("27732 31"))
                        .cell("t3.granted.natural", Printed.unreadable("16/5"))
                        .cell("t3.other_misc.total", Printed.unreadable("5（含2）"))));
        files.add(page(
                "doubt-marks",
                Draft.distinct()
                        .cell("t2.penalty.decisions", Printed.unreadable("4068①"))
                        .cell("t2.coercion.decisions", Printed.unreadable("约219"))
                        .cell("t2.fees.amount", Printed.unreadable("详见附件"))
                        .cell("t3.partial.business", Printed.unreadable("1l"))
                        .cell("t3.carried_in.legal", Printed.unreadable("O"))));
        files.add(page(
                "doubt-leading-zero",
                Draft.distinct()
                        .cell("t2.penalty.decisions", Printed.unreadable("0219"))
                        .cell("t2.licensing.decisions", Printed.unreadable("1,23"))
                        .cell("t2.normative.issued", Printed.unreadable("12.5"))));
        files.add(page(
                "sums-that-fail",
                Draft.distinct()
                        .cell("t3.new.total", Printed.number("60742"))
                        .cell("t3.unavailable_not_held.natural", Printed.number("28"))
                        .cell("t4.suit_after_review.total", Printed.number("3"))));
    }
}
