package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What happens to whole tables when documents are converted: cells, rows and columns lost, moved, added or run together. */
enum Damage {
    CELL_LOST {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            List<FormCell> row = row(table, random);
            row.remove(anyValue(row, random));
        }
    },
    LABEL_LOST {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            List<FormCell> row = row(table, random);
            if (firstValue(row) > 0) {
                row.remove(firstValue(row) - 1);
            }
        }
    },
    CELL_ADDED {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            List<FormCell> row = row(table, random);
            String text = List.of("", "0", "3", "—").get(random.nextInt(4));
            row.add(anyValue(row, random), FormCell.label(text));
        }
    },
    ROWS_MOVED_RIGHT {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            some(table, random).forEach(row -> row.add(firstValue(row), FormCell.label("")));
        }
    },
    ROWS_MOVED_RIGHT_AND_CUT {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            for (List<FormCell> row : some(table, random)) {
                int last = lastValue(row);
                row.add(firstValue(row), FormCell.label(""));
                row.remove(last + 1);
            }
        }
    },
    ROWS_MOVED_LEFT {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            for (List<FormCell> row : some(table, random)) {
                int last = lastValue(row);
                row.add(last + 1, FormCell.label(""));
                row.remove(firstValue(row));
            }
        }
    },
    COLUMN_LOST {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            int column = random.nextInt(7);
            for (List<FormCell> row : withValues(table)) {
                int at = firstValue(row) + column;
                if (at <= lastValue(row)) {
                    row.remove(at);
                }
            }
        }
    },
    COLUMN_ADDED {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            int column = random.nextInt(7);
            String text = List.of("", "0", "1").get(random.nextInt(3));
            for (List<FormCell> row : withValues(table)) {
                row.add(Math.min(firstValue(row) + column, lastValue(row) + 1), FormCell.label(text));
            }
        }
    },
    ROW_LOST {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            if (withValues(table).size() > 1) {
                table.remove(random.nextInt(table.size()));
            }
        }
    },
    ROW_SPLIT {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            List<FormCell> row = row(table, random);
            int at = anyValue(row, random);
            List<FormCell> rest = new ArrayList<>(row.subList(at, row.size()));
            table.add(table.indexOf(row) + 1, rest);
            row.subList(at, row.size()).clear();
        }
    },
    ROWS_JOINED {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            int at = random.nextInt(table.size() - 1);
            table.get(at).addAll(table.remove(at + 1));
        }
    },
    TWO_RUN_TOGETHER {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            List<FormCell> row = row(table, random);
            int at = anyValue(row, random);
            if (at < lastValue(row)) {
                String between = random.nextBoolean() ? " " : "";
                FormCell both = FormCell.label(
                        row.get(at).text() + between + row.get(at + 1).text());
                row.set(at, both);
                row.remove(at + 1);
            }
        }
    },
    NUMBER_OF_A_PAGE {
        @Override
        void strike(List<List<FormCell>> table, Random random) {
            String text = List.of("7", "- 7 -", "第7页").get(random.nextInt(3));
            table.add(1 + random.nextInt(table.size() - 1), new ArrayList<>(List.of(FormCell.label(text))));
        }
    };

    /** @param table rows of one table, head and values, changed in place */
    abstract void strike(List<List<FormCell>> table, Random random);

    private static List<List<FormCell>> withValues(List<List<FormCell>> table) {
        return table.stream()
                .filter(row -> row.stream().anyMatch(FormCell::isValue))
                .toList();
    }

    private static List<FormCell> row(List<List<FormCell>> table, Random random) {
        List<List<FormCell>> rows = withValues(table);
        return rows.get(random.nextInt(rows.size()));
    }

    /** A run of rows, up to the whole table. */
    private static List<List<FormCell>> some(List<List<FormCell>> table, Random random) {
        List<List<FormCell>> rows = withValues(table);
        int from = random.nextInt(rows.size());
        int count = List.of(1, 2, 5, 9, 40).get(random.nextInt(5));
        return rows.subList(from, Math.min(rows.size(), from + count));
    }

    private static int anyValue(List<FormCell> row, Random random) {
        int[] values =
                IntStream.range(0, row.size()).filter(i -> row.get(i).isValue()).toArray();
        return values[random.nextInt(values.length)];
    }

    private static int firstValue(List<FormCell> row) {
        return IntStream.range(0, row.size())
                .filter(i -> row.get(i).isValue())
                .findFirst()
                .orElseThrow();
    }

    private static int lastValue(List<FormCell> row) {
        return IntStream.range(0, row.size())
                .filter(i -> row.get(i).isValue())
                .max()
                .orElseThrow();
    }
}
