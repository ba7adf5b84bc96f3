package org.annals.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.corpus.Line.Kind;
import org.annals.report.Generation;
import org.annals.report.Section;

/** A report before it is set: who, when, the words of its chapters and its figures. What is to be read in it follows from these alone. */
final class Draft {
    private static final List<String> HEADINGS = List.of(
            "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项");

    Generation generation;
    Map<String, Printed> cells;
    /** Where the figures come from; goes into the expectation for people to read. */
    String figures;

    int year;
    String publisher = "青石县水利局";
    String publisherSource = "title";
    String title;
    /** Lines that the title is printed on; the title itself where empty. */
    List<String> titleLines = List.of();

    String preamble;
    String publishedOn;
    List<String> signature = List.of();
    List<String> headings = HEADINGS;
    final Map<Section, List<String>> words = new LinkedHashMap<>();

    Draft(Generation generation, Map<String, Printed> cells, String figures) {
        this.generation = generation;
        this.cells = new LinkedHashMap<>(cells);
        this.figures = figures;
        year = generation == Generation.G2019 ? 2020 : 2023;
        of(year);
        words.put(Section.OVERVIEW, List.of("这一年我们把该公开的都挂到了网上，栏目每月更新一次。", "（一）窗口与电话。来人来电都有人接，问过的事都有回音。"));
        words.put(Section.PROACTIVE, List.of());
        words.put(Section.REQUESTS, List.of());
        words.put(Section.REVIEW_LITIGATION, List.of());
        words.put(Section.PROBLEMS, List.of("有的栏目更新得慢，有的解读写得生硬。下一步换成群众看得懂的话来写。"));
        words.put(Section.OTHER, List.of("没有别的事项要报告。"));
    }

    static Draft yanshi() {
        return new Draft(Generation.G2021, Figures.real("yanshi-2022"), "yanshi-2022").of(2022);
    }

    static Draft distinct() {
        return new Draft(Generation.G2021, Figures.distinct(Generation.G2021, 2021), "made up: all different");
    }

    static Draft distinct2019() {
        return new Draft(Generation.G2019, Figures.distinct(Generation.G2019, 2019), "made up: all different");
    }

    Draft of(int fiscalYear) {
        year = fiscalYear;
        title = publisher + year + "年政府信息公开工作年度报告";
        preamble = "本报告的数字从" + year + "年1月1日算起，到" + year + "年12月31日为止。";
        return this;
    }

    Draft by(String body) {
        publisher = body;
        return of(year);
    }

    Draft titled(String text, String... lines) {
        title = text;
        titleLines = List.of(lines);
        return this;
    }

    Draft cell(String field, Printed printed) {
        if (!cells.containsKey(field)) {
            throw new IllegalArgumentException("no field " + field);
        }
        cells.put(field, printed);
        return this;
    }

    Draft words(Section section, String... lines) {
        words.put(section, List.of(lines));
        return this;
    }

    /** Everything that is printed, in order: title, chapters, the three tables, signature. */
    List<Part> parts() {
        OfficialForm form = new OfficialForm(generation, cells);
        List<Part> parts = new ArrayList<>();
        (titleLines.isEmpty() ? List.of(title) : titleLines).forEach(line -> parts.add(new Line(Kind.TITLE, line)));
        if (!preamble.isEmpty()) {
            parts.add(Line.text(preamble));
        }
        for (Section section : Section.values()) {
            if (!words.containsKey(section)) {
                continue;
            }
            parts.add(new Line(Kind.HEADING, headings.get(section.ordinal())));
            words.get(section).forEach(line -> parts.add(Line.text(line)));
            if (generation != Generation.PRE2019) {
                switch (section) {
                    case PROACTIVE -> parts.add(form.table2());
                    case REQUESTS -> parts.add(form.table3());
                    case REVIEW_LITIGATION -> parts.add(form.table4());
                    default -> {}
                }
            }
        }
        if (generation == Generation.PRE2019) {
            parts.add(Line.text("附件：政府信息公开情况统计表"));
            parts.add(AnnexSheet.of(cells));
        }
        signature.forEach(line -> parts.add(new Line(Kind.SIGNATURE, line)));
        return parts;
    }

    /** The k-th table (2, 3 or 4) among parts of a draft that was not changed yet. */
    static Sheet table(List<Part> parts, int number) {
        return (Sheet) parts.get(place(parts, number));
    }

    static int place(List<Part> parts, int number) {
        int seen = 1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Sheet && ++seen == number) {
                return i;
            }
        }
        throw new IllegalArgumentException("no table " + number);
    }
}
