package org.annals.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.annals.report.Generation;

/** The three tables of the official form, drawn with the spans that it has. */
final class OfficialForm {
    static final String NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    static final List<String> COLUMNS =
            List.of("natural", "business", "research", "ngo", "legal", "other_org", "total");
    private static final List<String> OUTCOMES = List.of("upheld", "corrected", "other", "pending", "total");
    private static final List<String> OUTCOME_NAMES = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
    private static final String OF_2021 =
            "rules.issued rules.repealed rules.in_force|第二十条第（一）项|本年制发件数 本年废止件数 现行有效件数|规章|"
                    + "行政规范性文件:normative.issued normative.repealed normative.in_force\n"
                    + "licensing.decisions|第二十条第（五）项|本年处理决定数量|行政许可\n"
                    + "penalty.decisions|第二十条第（六）项|本年处理决定数量|行政处罚|行政强制:coercion.decisions\n"
                    + "fees.amount|第二十条第（八）项|本年收费金额（单位：万元）|行政事业性收费";
    private static final String OF_2019 =
            "rules.made rules.published rules.public_total|第二十条第（一）项|本年新制作数量 本年新公开数量 对外公开总数量|规章|"
                    + "规范性文件:normative.made normative.published normative.public_total\n"
                    + "licensing.items_prior licensing.items_change licensing.decisions|第二十条第（五）项|上一年项目数量 本年增/减 处理决定数量|行政许可|"
                    + "其他对外管理服务事项:other_services.items_prior other_services.items_change other_services.decisions\n"
                    + "penalty.items_prior penalty.items_change penalty.decisions|第二十条第（六）项|上一年项目数量 本年增/减 处理决定数量|行政处罚|"
                    + "行政强制:coercion.items_prior coercion.items_change coercion.decisions\n"
                    + "fees.items_prior fees.items_change|第二十条第（八）项|上一年项目数量 本年增/减|行政事业性收费\n"
                    + "procurement.projects procurement.amount|第二十条第（九）项|采购项目数量 采购总金额（单位：万元，保留4位小数）|政府集中采购";

    private final Generation generation;
    private final Map<String, Printed> cells;

    OfficialForm(Generation generation, Map<String, Printed> cells) {
        this.generation = generation;
        this.cells = cells;
    }

    private TableCell value(String field) {
        Printed printed = cells.get(field);
        return new TableCell(printed == null ? "" : printed.text(), field, 1, 1);
    }

    Sheet table2() {
        List<List<TableCell>> rows = new ArrayList<>();
        for (String block : (generation == Generation.G2019 ? OF_2019 : OF_2021).split("\n")) {
            String[] parts = block.split("\\|");
            rows.add(row(TableCell.label(parts[1], 4, 1)));
            List<TableCell> head = row(TableCell.label("信息内容"));
            Arrays.stream(parts[2].split(" ")).map(TableCell::label).forEach(head::add);
            rows.add(widened(head));
            for (int i = 3; i < parts.length; i++) {
                String[] line = parts[i].split(":");
                List<TableCell> row = row(TableCell.label(line[0]));
                Arrays.stream((i == 3 ? parts[0] : line[1]).split(" "))
                        .map(code -> value("t2." + code))
                        .forEach(row::add);
                rows.add(widened(row));
            }
        }
        return new Sheet(rows);
    }

    /** The last cell of a row reaches to the edge of the table. */
    private static List<TableCell> widened(List<TableCell> row) {
        int last = row.size() - 1;
        row.set(last, row.get(last).spanning(4 - last, 1));
        return row;
    }

    Sheet table3() {
        List<List<TableCell>> rows = new ArrayList<>();
        rows.add(row(TableCell.label(NOTE, 3, 3), TableCell.label("申请人情况", 7, 1)));
        rows.add(row(TableCell.label("自然人", 1, 2), TableCell.label("法人或其他组织", 5, 1), TableCell.label("总计", 1, 2)));
        rows.add(row(
                TableCell.label("商业企业"),
                TableCell.label("科研机构"),
                TableCell.label("社会公益组织"),
                TableCell.label("法律服务机构"),
                TableCell.label("其他")));
        int results = (int) RequestRow.of(generation).stream()
                .filter(row -> row.level() > 1)
                .count();
        for (RequestRow line : RequestRow.of(generation)) {
            List<TableCell> row = new ArrayList<>();
            if (line.code().equals("granted")) {
                row.add(TableCell.label("三、本年度办理结果", 1, results));
            }
            if (line.groupSize() > 0) {
                row.add(TableCell.label(line.group(), 1, line.groupSize()));
            }
            row.add(TableCell.label(line.label(), 4 - line.level(), 1));
            COLUMNS.forEach(column -> row.add(value("t3." + line.code() + "." + column)));
            rows.add(row);
        }
        return new Sheet(rows);
    }

    Sheet table4() {
        List<List<TableCell>> rows = new ArrayList<>();
        rows.add(row(TableCell.label("行政复议", 5, 1), TableCell.label("行政诉讼", 10, 1)));
        List<TableCell> second = new ArrayList<>();
        OUTCOME_NAMES.forEach(name -> second.add(TableCell.label(name, 1, 2)));
        second.add(TableCell.label("未经复议直接起诉", 5, 1));
        second.add(TableCell.label("复议后起诉", 5, 1));
        rows.add(second);
        List<TableCell> third = new ArrayList<>();
        OUTCOME_NAMES.forEach(name -> third.add(TableCell.label(name)));
        OUTCOME_NAMES.forEach(name -> third.add(TableCell.label(name)));
        rows.add(third);
        List<TableCell> values = new ArrayList<>();
        for (String block : List.of("review", "suit_direct", "suit_after_review")) {
            OUTCOMES.forEach(outcome -> values.add(value("t4." + block + "." + outcome)));
        }
        rows.add(values);
        return new Sheet(rows);
    }

    private static List<TableCell> row(TableCell... cells) {
        return new ArrayList<>(List.of(cells));
    }
}
