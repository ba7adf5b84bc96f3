package org.annals.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.annals.capture.Payload;
import org.annals.parse.PlantedReport.Style;
import org.annals.report.Report;
import org.annals.revision.Change;
import org.annals.revision.Observation;
import org.annals.revision.Reading;
import org.annals.revision.Revision;
import org.annals.revision.RevisionKind;
import org.annals.revision.Sighting;
import org.annals.revision.TimeMap;
import org.junit.jupiter.api.Test;

/** Whether what a reader reads makes a revision, and nothing else does: through the whole parser, in every style. */
class PlantedChangesTest {
    private static final long SEED = 20240131;
    private static final int ROUNDS = 3;
    private static final int NOISES = 320;

    private static Observation seen(int day, byte[] bytes, Style style) {
        return seen(day, "http://127.0.0.1/r", bytes, style);
    }

    private static Observation seen(int day, String url, byte[] bytes, Style style) {
        Payload payload = Payload.of(bytes, style.mediaType(), url);
        ParseResult result = ReportParser.parse(payload);
        Report report =
                result.report().orElseThrow(() -> new AssertionError(style + " is no report: " + result.warnings()));
        String time = "2024-0" + day + "-01";
        return new Observation(
                "c" + day + url,
                Instant.parse(time + "T00:00:00Z"),
                time,
                url,
                new Sighting.Carries(Reading.of(report), Arrays.hashCode(bytes) + "." + bytes.length));
    }

    private static TimeMap history(Style style, byte[]... visits) {
        List<Observation> observations = new ArrayList<>();
        for (byte[] visit : visits) {
            observations.add(seen(observations.size() + 1, visit, style));
        }
        return TimeMap.of(observations);
    }

    @Test
    void everyPlantedChangeIsFoundAndSaid() {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        int planted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Style style : Style.values()) {
                for (PlantedChange change : PlantedChange.values()) {
                    PlantedReport before = new PlantedReport(random);
                    PlantedReport after = new PlantedReport(before);
                    String item = change.plant(before, after, random);
                    // the first time within one and the same template, then with other things around it
                    long template = random.nextInt(1000);
                    long later = round == 0 ? template : template + 1;
                    byte[] first = before.bytes(style, new PortalNoise(template));
                    byte[] second = after.bytes(style, new PortalNoise(later));
                    TimeMap map = history(style, first, second, first);
                    if (!isSaid(map, change.kind(), item) || saysAnotherNumber(map, after, change, item)) {
                        missed.add(change + " in " + style + ", " + item + ": " + map.revisions());
                    }
                    planted++;
                }
            }
        }
        System.out.println(planted + " planted changes, " + missed.size() + " missed");
        assertThat(planted).isGreaterThanOrEqualTo(300);
        assertThat(missed).isEmpty();
    }

    /** There and back again: three versions, two revisions of the kind, each naming the item and, but for a day, little else. */
    private static boolean isSaid(TimeMap map, RevisionKind kind, String item) {
        return map.versions().size() == 3
                && map.revisions().stream().map(Revision::kind).toList().equals(List.of(kind, kind))
                && map.revisions().stream()
                        .allMatch(revision -> revision.changes().stream()
                                .map(Change::item)
                                .toList()
                                .contains(item));
    }

    /** A figure that does not add up any more may become unreadable, and never another number. */
    private static boolean saysAnotherNumber(TimeMap map, PlantedReport after, PlantedChange change, String item) {
        if (change.kind() != RevisionKind.DATA || change == PlantedChange.ANOTHER_UNIT_FOR_THE_SAME_NUMBER) {
            return false;
        }
        String printed = after.figures.get(item);
        String expected = printed.isEmpty() ? "blank" : printed;
        return map.revisions().get(0).changes().stream()
                .filter(said -> said.item().equals(item))
                .anyMatch(said ->
                        !said.newValue().equals(expected) && !said.newValue().equals("unreadable"));
    }

    @Test
    void noNoiseMakesAVersion() {
        Random random = new Random(SEED + 1);
        List<String> alarms = new ArrayList<>();
        int changes = 0;
        for (int i = 0; i < NOISES; i++) {
            Style style = Style.values()[i % Style.values().length];
            PlantedReport report = new PlantedReport(random);
            report.signed = random.nextInt(3) > 0;
            byte[] first = report.bytes(style, new PortalNoise(random.nextLong()));
            byte[] second = report.bytes(style, new PortalNoise(random.nextLong()));
            TimeMap map = history(style, first, second);
            boolean differ = !Arrays.equals(first, second);
            changes += differ ? 1 : 0;
            List<RevisionKind> kinds =
                    map.revisions().stream().map(Revision::kind).toList();
            if (!kinds.equals(differ ? List.of(RevisionKind.COSMETIC) : List.of())) {
                alarms.add(style + " " + i + ": " + map.revisions());
            }
        }
        System.out.println(changes + " noise changes, " + alarms.size() + " false alarms");
        assertThat(alarms).isEmpty();
        assertThat(changes).isGreaterThanOrEqualTo(300);
    }

    /** Both are visited twice. */
    private static TimeMap twoRenditions(PlantedReport page, PlantedReport file, Style pageStyle, Style fileStyle) {
        List<Observation> observations = new ArrayList<>();
        for (int day = 1; day <= 2; day++) {
            PortalNoise noise = new PortalNoise(day);
            observations.add(seen(day, "http://127.0.0.1/p", page.bytes(pageStyle, noise), pageStyle));
            observations.add(seen(day, "http://127.0.0.1/f", file.bytes(fileStyle, noise), fileStyle));
        }
        return TimeMap.of(observations);
    }

    @Test
    void twoRenditionsThatSayTheSameAreOneVersionAndOthersAreNamed() {
        Random random = new Random(SEED + 2);
        for (Style page : List.of(Style.SPANS, Style.GBK, Style.TABS)) {
            for (Style file : List.of(Style.DOCX, Style.SQUARE, Style.MARKDOWN)) {
                PlantedReport report = new PlantedReport(random);
                TimeMap same = twoRenditions(report, report, page, file);
                assertThat(same.versions()).as(page + " and " + file).hasSize(1);
                assertThat(same.mismatches()).isEmpty();
                assertThat(same.revisions()).allMatch(revision -> revision.kind() == RevisionKind.COSMETIC);

                PlantedReport other = new PlantedReport(report);
                String item = PlantedChange.FIGURE_OF_TABLE_2.plant(report, other, random);
                TimeMap differing = twoRenditions(report, other, page, file);
                assertThat(differing.mismatches())
                        .as(page + " and " + file)
                        .singleElement()
                        .satisfies(mismatch -> assertThat(mismatch.values())
                                .extracting(Change::item)
                                .containsExactly(item));
                assertThat(differing.revisions()).allMatch(revision -> revision.kind() == RevisionKind.COSMETIC);
            }
        }
    }

    @Test
    void theSameAmountInAnotherUnitIsTheSameValue() {
        for (Style style : Style.values()) {
            PlantedReport before = new PlantedReport(new Random(SEED));
            before.figures.put("t2.fees.amount", "25.1");
            PlantedReport after = new PlantedReport(before);
            after.feesUnit = "元";
            after.figures.put("t2.fees.amount", new BigDecimal("251000").toPlainString());
            TimeMap map =
                    history(style, before.bytes(style, new PortalNoise(1)), after.bytes(style, new PortalNoise(1)));
            assertThat(map.revisions())
                    .as(style.name())
                    .extracting(Revision::kind)
                    .containsExactly(RevisionKind.COSMETIC);
        }
    }
}
