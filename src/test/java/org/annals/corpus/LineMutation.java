package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damage to the lines of a text. */
enum LineMutation {
    BLANK_LINE {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.add(at, "");
        }
    },
    PAGE_NUMBER {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.add(at, String.valueOf(random.nextInt(20)));
        }
    },
    STRAY_CELL {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.add(at, "\t" + random.nextInt(20));
        }
    },
    LINE_LOST {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.remove(at);
        }
    },
    LINE_TWICE {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.add(at, lines.get(at));
        }
    },
    LINES_JOINED {
        @Override
        void apply(List<String> lines, int at, Random random) {
            if (at + 1 < lines.size()) {
                lines.set(at, lines.get(at) + " " + lines.remove(at + 1));
            }
        }
    },
    DIVIDER_ADDED {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.set(at, divider(lines.get(at), random, true));
        }
    },
    DIVIDER_LOST {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.set(at, divider(lines.get(at), random, false));
        }
    },
    SPACES_AT_THE_ENDS {
        @Override
        void apply(List<String> lines, int at, Random random) {
            lines.set(at, lines.get(at) + "  ");
        }
    };

    abstract void apply(List<String> lines, int at, Random random);

    /** One more or one less of the tabs or bars in a line. */
    private static String divider(String line, Random random, boolean more) {
        char divider = line.indexOf('|') >= 0 ? '|' : '\t';
        List<Integer> places = new ArrayList<>();
        for (int i = line.indexOf(divider); i >= 0; i = line.indexOf(divider, i + 1)) {
            places.add(i);
        }
        if (places.isEmpty()) {
            return line;
        }
        int at = places.get(random.nextInt(places.size()));
        return line.substring(0, at) + (more ? divider + "" + divider : " ") + line.substring(at + 1);
    }
}
