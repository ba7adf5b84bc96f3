package org.annals.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;

/**
 * The statutory tables of a made-up report, row by row, in a chosen layout; rows can be damaged before the report is written out. The labels are those of
 * the official form.
 */
final class Form {
    static final List<String> APPLICANTS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
    static final List<String> COLUMNS =
            List.of("natural", "business", "research", "ngo", "legal", "other_org", "total");
    private static final String NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    private static final List<String> OUTCOMES = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");

    final List<List<FormCell>> table2 = new ArrayList<>();
    final List<List<FormCell>> head3 = new ArrayList<>();
    final List<List<FormCell>> rows3 = new ArrayList<>();
    final List<List<FormCell>> table4 = new ArrayList<>();
    final FormLayout layout;
    final Generation generation;
    /** Index of a row of table 3 before which the table is cut; -1 for none. */
    int cutBefore = -1;

    private final Map<String, String> figures;
    private List<Integer> order = List.of(0, 1, 2, 3, 4, 5, 6);

    Form(FormLayout layout, Generation generation, Map<String, String> figures) {
        this.layout = layout;
        this.generation = generation;
        this.figures = figures;
        setTable2();
        setTable3();
        setTable4();
    }

    /** Figures as an office might have them: rows and blocks add up, most are zero. */
    static Map<String, String> figures(Generation generation, Random random) {
        Map<String, String> figures = new LinkedHashMap<>();
        int sum = 0;
        for (Field field : Fields.of(generation)) {
            boolean total = field.table() > 2 && field.code().endsWith(".total");
            int value = random.nextInt(10) < 6 ? 0 : random.nextInt(40);
            if (total) {
                value = sum;
                sum = 0;
            } else if (field.table() > 2) {
                sum += value;
            } else {
                value = 1 + random.nextInt(9999);
            }
            figures.put(field.code(), String.valueOf(value));
        }
        return figures;
    }

    /** Puts the columns of table 3 into another order, head and values alike. */
    void reorder(Random random) {
        List<Integer> parts = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.shuffle(parts, random);
        order = new ArrayList<>(List.of(0));
        order.addAll(parts);
        order.add(6);
        head3.clear();
        rows3.clear();
        setTable3();
    }

    private FormCell value(String field) {
        return FormCell.value(figures.getOrDefault(field, ""), field);
    }

    private void setTable2() {
        boolean old = generation == Generation.G2019;
        String items = "上一年项目数量,本年增/减,处理决定数量";
        block2("第二十条第（一）项", old ? "本年新制作数量,本年新公开数量,对外公开总数量" : "本年制发件数,本年废止件数,现行有效件数");
        row2("规章", "rules", old ? "made,published,public_total" : "issued,repealed,in_force");
        row2(old ? "规范性文件" : "行政规范性文件", "normative", old ? "made,published,public_total" : "issued,repealed,in_force");
        block2("第二十条第（五）项", old ? items : "本年处理决定数量");
        row2("行政许可", "licensing", old ? "items_prior,items_change,decisions" : "decisions");
        if (old) {
            row2("其他对外管理服务事项", "other_services", "items_prior,items_change,decisions");
        }
        block2("第二十条第（六）项", old ? items : "本年处理决定数量");
        row2("行政处罚", "penalty", old ? "items_prior,items_change,decisions" : "decisions");
        row2("行政强制", "coercion", old ? "items_prior,items_change,decisions" : "decisions");
        block2("第二十条第（八）项", old ? "上一年项目数量,本年增/减" : "本年收费金额（单位：万元）");
        row2("行政事业性收费", "fees", old ? "items_prior,items_change" : "amount");
        if (old) {
            block2("第二十条第（九）项", "采购项目数量,采购总金额（单位：万元，保留4位小数）");
            row2("政府集中采购", "procurement", "projects,amount");
        }
    }

    private void block2(String article, String columns) {
        List<FormCell> title = new ArrayList<>(List.of(FormCell.label(article, 4, 1)));
        List<FormCell> head = new ArrayList<>(List.of(FormCell.label("信息内容")));
        Arrays.stream(columns.split(",")).map(FormCell::label).forEach(head::add);
        table2.add(padded(title, 4));
        table2.add(padded(head, 4));
    }

    private void row2(String label, String code, String columns) {
        List<FormCell> row = new ArrayList<>(List.of(FormCell.label(label)));
        Arrays.stream(columns.split(","))
                .map(column -> value("t2." + code + "." + column))
                .forEach(row::add);
        table2.add(padded(row, 4));
    }

    private void setTable3() {
        setHead3();
        int results = (int)
                FormRow.of(generation).stream().filter(row -> row.level() > 1).count();
        for (FormRow row : FormRow.of(generation)) {
            List<FormCell> cells = new ArrayList<>();
            List<FormCell> values = order.stream()
                    .map(i -> value("t3." + row.code() + "." + COLUMNS.get(i)))
                    .toList();
            if (layout == FormLayout.HTML_SPANS) {
                if (row.opensResults()) {
                    cells.add(FormCell.label("三、本年度办理结果", 1, results));
                }
                if (row.group() != null) {
                    cells.add(FormCell.label(row.group(), 1, row.groupSize()));
                }
                cells.add(FormCell.label(row.label(), 4 - row.level(), 1));
            } else if (layout == FormLayout.BARS || layout.isPoured()) {
                if (row.opensResults()) {
                    cells.add(FormCell.label("三、本年度办理结果"));
                }
                if (row.group() != null) {
                    cells.add(FormCell.label(row.group()));
                }
                cells.add(FormCell.label(row.label()));
            } else {
                String[] labels = {"", "", ""};
                labels[0] = row.opensResults() ? "三、本年度办理结果" : "";
                labels[1] = row.group() == null ? "" : row.group();
                labels[row.level() - 1] = row.label();
                int width = layout.isSquare() ? 3 : layout.isShifted() ? Math.max(2, row.level()) : row.level();
                Arrays.stream(labels).limit(width).map(FormCell::label).forEach(cells::add);
            }
            cells.addAll(values);
            rows3.add(padded(cells, 10));
        }
    }

    private void setHead3() {
        List<FormCell> names =
                order.stream().map(i -> FormCell.label(APPLICANTS.get(i))).toList();
        List<FormCell> parts = names.subList(1, 6);
        if (layout == FormLayout.HTML_SPANS) {
            head3.add(new ArrayList<>(List.of(FormCell.label(NOTE, 3, 3), FormCell.label("申请人情况", 7, 1))));
            head3.add(new ArrayList<>(List.of(
                    FormCell.label(names.get(0).text(), 1, 2),
                    FormCell.label("法人或其他组织", 5, 1),
                    FormCell.label(names.get(6).text(), 1, 2))));
            head3.add(new ArrayList<>(parts));
        } else if (layout == FormLayout.BARS || layout == FormLayout.ONE_CELL_A_LINE || layout.isPoured()) {
            head3.add(padded(new ArrayList<>(List.of(FormCell.label(NOTE), FormCell.label("申请人情况"))), 10));
            head3.add(padded(new ArrayList<>(List.of(names.get(0), FormCell.label("法人或其他组织"), names.get(6))), 10));
            head3.add(padded(new ArrayList<>(parts), 10));
        } else {
            int from = layout.isSquare() ? 3 : 2;
            List<FormCell> first = new ArrayList<>(List.of(FormCell.label(NOTE)));
            fill(first, from);
            first.add(FormCell.label("申请人情况"));
            head3.add(padded(first, 10));
            List<FormCell> second = new ArrayList<>();
            fill(second, from);
            second.add(names.get(0));
            second.add(FormCell.label("法人或其他组织"));
            fill(second, from + 6);
            second.add(names.get(6));
            head3.add(padded(second, 10));
            List<FormCell> third = new ArrayList<>();
            fill(third, from + 1);
            third.addAll(parts);
            head3.add(padded(third, 10));
        }
    }

    private void setTable4() {
        List<FormCell> outcomes = OUTCOMES.stream().map(FormCell::label).toList();
        List<FormCell> first = new ArrayList<>();
        List<FormCell> second = new ArrayList<>();
        List<FormCell> third = new ArrayList<>();
        boolean spans = layout == FormLayout.HTML_SPANS;
        boolean flat = layout.isSquare() || layout.isShifted();
        first.add(FormCell.label("行政复议", 5, 1));
        if (flat) {
            fill(first, 5);
            fill(third, 5);
        }
        first.add(FormCell.label("行政诉讼", 10, 1));
        outcomes.forEach(name -> second.add(spans ? FormCell.label(name.text(), 1, 2) : name));
        second.add(FormCell.label("未经复议直接起诉", 5, 1));
        if (flat) {
            fill(second, 10);
        }
        second.add(FormCell.label("复议后起诉", 5, 1));
        third.addAll(outcomes);
        third.addAll(outcomes);
        table4.addAll(List.of(padded(first, 15), padded(second, 15), padded(third, 15)));
        table4.add(Fields.of(generation).stream()
                .filter(field -> field.table() == 4)
                .map(field -> value(field.code()))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static void fill(List<FormCell> row, int width) {
        while (row.size() < width) {
            row.add(FormCell.label(""));
        }
    }

    /** Filled up to the width of the table, where the layout does that. */
    private List<FormCell> padded(List<FormCell> row, int width) {
        if (layout != FormLayout.HTML_SPANS && layout != FormLayout.ONE_CELL_A_LINE && !layout.isPoured()) {
            fill(row, width);
        }
        return row;
    }

    String write() {
        return FormWriter.write(this);
    }

    Map<String, String> figures() {
        return figures;
    }
}
