package org.annals.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.annals.catalog.TimeLine;

/**
 * Looks at a publication as marks on lines, one line for each address, from the first to the last look. The table beside it says the same in words.
 *
 * @param lanes addresses from top to bottom; those beyond the last share its line
 */
record TimeLineChart(int height, List<Lane> lanes, List<Mark> marks, List<Tick> ticks) {
    static final int WIDTH = 960;
    private static final int LEFT = 40;
    private static final int RIGHT = 24;
    private static final int TOP = 24;
    private static final int LANE = 34;
    private static final int MOST_LANES = 8;
    private static final int MOST_TICKS = 5;

    /** A line with its number and address. */
    record Lane(int number, int y, String url) {}

    /** @param shape version, same, revision, failure or other */
    record Mark(int x, int y, String shape, String text, TimeLinePages.Look look) {}

    /** A day below the lines. */
    record Tick(int x, String day) {}

    /** @param looks oldest first */
    static TimeLineChart of(List<TimeLinePages.Look> looks) {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        for (TimeLinePages.Look look : looks) {
            int number = Math.min(lanes.size() + 1, MOST_LANES);
            lanes.computeIfAbsent(look.event().url(), url -> new Lane(number, TOP + (number - 1) * LANE, url));
        }
        List<Mark> marks = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        if (!looks.isEmpty()) {
            Instant first = looks.get(0).event().at();
            Instant last = looks.get(looks.size() - 1).event().at();
            for (TimeLinePages.Look look : looks) {
                int x = x(look.event().at(), first, last);
                Lane lane = lanes.get(look.event().url());
                marks.add(new Mark(x, lane.y(), shape(look), text(look.event()), look));
            }
            ticks.addAll(ticks(first, last));
        }
        int height = TOP + Math.min(Math.max(1, lanes.size()), MOST_LANES) * LANE + 14;
        return new TimeLineChart(
                height,
                lanes.values().stream()
                        .filter(lane -> lane.number() <= MOST_LANES)
                        .toList(),
                marks,
                ticks);
    }

    private static List<Tick> ticks(Instant first, Instant last) {
        Duration whole = Duration.between(first, last);
        List<Tick> ticks = new ArrayList<>();
        String before = "";
        for (int i = 0; i <= MOST_TICKS; i++) {
            Instant at = first.plus(whole.multipliedBy(i).dividedBy(MOST_TICKS));
            String day = at.toString().substring(0, 10);
            if (!day.equals(before)) {
                ticks.add(new Tick(x(at, first, last), day));
            }
            before = day;
        }
        return ticks;
    }

    private static int x(Instant at, Instant first, Instant last) {
        long whole = Math.max(1, Duration.between(first, last).toMillis());
        long part = Duration.between(first, at).toMillis();
        return (int) (LEFT + part * (WIDTH - LEFT - RIGHT) / whole);
    }

    private static String shape(TimeLinePages.Look look) {
        return switch (look.found()) {
            case "new_version", "data", "text", "restored" -> "version";
            case "same", "cosmetic" -> "same";
            case "moved" -> "moved";
            case "other_report", "no_report" -> "other";
            default -> "failure";
        };
    }

    private static String text(TimeLine.Event event) {
        return event.version().map(String::valueOf).orElse("");
    }
}
