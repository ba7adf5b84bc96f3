package org.annals.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Faults that converters and hands leave in reports. Each damages a form and says which fields may then be read no more. */
enum Trap {
    BLANK_CELL {
        @Override
        Set<String> spring(Form form, Random random) {
            return replace(form, random, "", false);
        }
    },
    DASH {
        @Override
        Set<String> spring(Form form, Random random) {
            return replace(form, random, "—", false);
        }
    },
    FOOTNOTE_MARK {
        @Override
        Set<String> spring(Form form, Random random) {
            return replace(form, random, "①", true);
        }
    },
    TWO_NUMBERS_IN_A_CELL {
        @Override
        Set<String> spring(Form form, Random random) {
            return replace(form, random, " 7", true);
        }
    },
    EMPTY_CELL_IN_FRONT {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            row.add(firstValue(row), FormCell.label(""));
            return fields(row);
        }
    },
    EMPTY_CELL_ADDED {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            row.add(firstValue(row) + random.nextInt(fields(row).size()), FormCell.label(""));
            return fields(row);
        }
    },
    NUMBER_ADDED {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            row.add(firstValue(row) + random.nextInt(fields(row).size() + 1), FormCell.label("" + random.nextInt(30)));
            return fields(row);
        }
    },
    SHIFTED_RIGHT_AND_CUT {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            Set<String> fields = fields(row);
            int first = firstValue(row);
            row.remove(first + fields.size() - 1);
            row.add(first, FormCell.label(""));
            return fields;
        }
    },
    CELL_LOST {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            Set<String> fields = fields(row);
            row.remove(firstValue(row) + random.nextInt(fields.size()));
            return fields;
        }
    },
    CELL_LOST_AND_FILLED_UP {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            Set<String> fields = fields(row);
            row.remove(firstValue(row) + random.nextInt(fields.size()));
            row.add(FormCell.label(""));
            return fields;
        }
    },
    NEIGHBOURS_MERGED {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            Set<String> fields = fields(row);
            int at = firstValue(row) + random.nextInt(fields.size() - 1);
            row.set(
                    at,
                    row.get(at).with(row.get(at).text() + " " + row.get(at + 1).text()));
            if (random.nextBoolean()) {
                row.remove(at + 1);
            } else {
                row.set(at + 1, row.get(at + 1).with(""));
            }
            return fields;
        }
    },
    NUMBER_SPLIT {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            Set<String> fields = fields(row);
            int at = firstValue(row) + random.nextInt(fields.size());
            FormCell cell = row.get(at);
            if (cell.text().length() < 2) {
                return Set.of();
            }
            row.set(at, cell.with(cell.text().substring(0, 1)));
            row.add(at + 1, FormCell.label(cell.text().substring(1)));
            return fields;
        }
    },
    ROW_LOST {
        @Override
        Set<String> spring(Form form, Random random) {
            return fields(form.rows3.remove(form.rows3.size() - 1 - random.nextInt(3)));
        }
    },
    ROW_TWICE {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            List<FormCell> copy = new ArrayList<>(row);
            int at = firstValue(row) + random.nextInt(fields(row).size());
            copy.set(at, row.get(at).with(row.get(at).text() + "3"));
            form.rows3.add(copy);
            return fields(row);
        }
    },
    COLUMNS_REORDERED {
        @Override
        Set<String> spring(Form form, Random random) {
            form.reorder(random);
            return Set.of();
        }
    },
    TABLE_CUT {
        @Override
        Set<String> spring(Form form, Random random) {
            form.cutBefore = 1 + random.nextInt(form.rows3.size() - 1);
            return Set.of();
        }
    },
    COLUMN_OF_SUBTOTALS {
        @Override
        Set<String> spring(Form form, Random random) {
            for (List<FormCell> row : withValues(form)) {
                row.add(Math.min(row.size(), firstValue(row) + 6), FormCell.label("" + random.nextInt(50)));
            }
            List<FormCell> lowest = form.head3.get(2);
            int last = IntStream.range(0, lowest.size())
                    .filter(i -> lowest.get(i).text().equals("其他"))
                    .findFirst()
                    .orElseThrow();
            lowest.add(last + 1, FormCell.label("小计"));
            widenHead(form);
            return Set.of();
        }
    },
    COLUMN_WITHOUT_NAME {
        @Override
        Set<String> spring(Form form, Random random) {
            Set<String> fields = new HashSet<>();
            int at = random.nextInt(8);
            for (List<FormCell> row : withValues(form)) {
                fields.addAll(fields(row));
                row.add(Math.min(row.size(), firstValue(row) + at), FormCell.label("" + random.nextInt(50)));
            }
            return fields;
        }
    },
    HEAD_LOST {
        @Override
        Set<String> spring(Form form, Random random) {
            form.head3.clear();
            return Set.of();
        }
    },
    LABEL_SLID_TO_THE_LEFT {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            List<FormCell> labels = new ArrayList<>(row.subList(0, firstValue(row)));
            if (labels.isEmpty()) {
                return Set.of();
            }
            int deepest = labels.size() - 1;
            while (labels.get(deepest).text().isEmpty()) {
                deepest--;
            }
            boolean alone = labels.subList(0, deepest).stream()
                    .allMatch(cell -> cell.text().isEmpty());
            if (alone && deepest > 0 && form.layout != FormLayout.HTML_SPANS) {
                row.remove(0);
                if (form.layout != FormLayout.ONE_CELL_A_LINE) {
                    row.add(deepest, FormCell.label(""));
                }
            }
            return Set.of();
        }
    },
    LABEL_BROKEN {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = row(form, random);
            for (int i = 0; i < firstValue(row); i++) {
                String text = row.get(i).text();
                if (text.length() > 4) {
                    int at = 2 + random.nextInt(text.length() - 3);
                    row.set(
                            i,
                            row.get(i)
                                    .with((text.substring(0, at) + " " + text.substring(at))
                                            .replace("（", "(")
                                            .replace("）", ") ")));
                }
            }
            return Set.of();
        }
    },
    LABEL_BROKEN_OVER_TWO_ROWS {
        @Override
        Set<String> spring(Form form, Random random) {
            List<FormCell> row = form.rows3.get(random.nextInt(form.rows3.size()));
            int at = firstValue(row) - 1;
            while (at >= 0 && row.get(at).text().isEmpty()) {
                at--;
            }
            String text = at < 0 ? "" : row.get(at).text();
            boolean plain = row.stream().allMatch(cell -> cell.rowspan() == 1)
                    && row.subList(0, Math.max(0, at)).stream()
                            .allMatch(cell -> cell.text().isEmpty());
            if (text.length() < 10 || !plain || form.layout == FormLayout.HTML_SPANS) {
                return Set.of();
            }
            int cut = text.length() / 2;
            List<FormCell> piece =
                    row.stream().map(cell -> FormCell.label("")).collect(Collectors.toCollection(ArrayList::new));
            boolean above = random.nextBoolean();
            piece.set(at, FormCell.label(above ? text.substring(0, cut) : text.substring(cut)));
            row.set(at, row.get(at).with(above ? text.substring(cut) : text.substring(0, cut)));
            form.rows3.add(form.rows3.indexOf(row) + (above ? 0 : 1), piece);
            return fields(row);
        }
    },
    STRAY_NUMBER_BETWEEN_ROWS {
        @Override
        Set<String> spring(Form form, Random random) {
            form.rows3.add(random.nextInt(form.rows3.size()), new ArrayList<>(List.of(FormCell.label("4"))));
            return Set.of();
        }
    };

    /** Whether the damaged row is as wide as before and has a blank, as one that is sound may have. */
    boolean looksLikeBlanks() {
        return this == SHIFTED_RIGHT_AND_CUT || this == CELL_LOST_AND_FILLED_UP;
    }

    /** Damages the form; the result are the fields that need not be read any more. */
    abstract Set<String> spring(Form form, Random random);

    /** Rows that damage may be done to: of table 3, now and then the row of table 4 or one of table 2. */
    private static List<FormCell> row(Form form, Random random) {
        int table = random.nextInt(10);
        if (table == 0) {
            return form.table4.get(form.table4.size() - 1);
        }
        List<List<FormCell>> rows = table == 1 ? form.table2 : form.rows3;
        List<List<FormCell>> wide =
                rows.stream().filter(row -> fields(row).size() > 1).toList();
        return wide.get(random.nextInt(wide.size()));
    }

    private static List<List<FormCell>> withValues(Form form) {
        return form.rows3.stream().filter(row -> !fields(row).isEmpty()).toList();
    }

    private static Set<String> replace(Form form, Random random, String text, boolean append) {
        List<FormCell> row = row(form, random);
        int at = firstValue(row) + random.nextInt(fields(row).size());
        row.set(at, row.get(at).with(append ? row.get(at).text() + text : text));
        return fields(row);
    }

    private static int firstValue(List<FormCell> row) {
        return IntStream.range(0, row.size())
                .filter(i -> row.get(i).isValue())
                .findFirst()
                .orElseThrow();
    }

    static Set<String> fields(Collection<FormCell> row) {
        Set<String> fields = new HashSet<>();
        row.stream().filter(FormCell::isValue).map(FormCell::field).forEach(fields::add);
        return fields;
    }

    /** Makes room in the upper rows of the head for a column put in before the last. */
    private static void widenHead(Form form) {
        if (form.layout == FormLayout.HTML_SPANS) {
            widen(form.head3.get(0), 1);
            widen(form.head3.get(1), 1);
        } else if (form.layout != FormLayout.BARS
                && form.layout != FormLayout.ONE_CELL_A_LINE
                && !form.layout.isPoured()) {
            for (List<FormCell> row : form.head3.subList(0, 2)) {
                row.add(form.layout.isSquare() ? 9 : 8, FormCell.label(""));
            }
        }
    }

    private static void widen(List<FormCell> row, int at) {
        FormCell cell = row.get(at);
        row.set(at, FormCell.label(cell.text(), cell.colspan() + 1, cell.rowspan()));
    }
}
