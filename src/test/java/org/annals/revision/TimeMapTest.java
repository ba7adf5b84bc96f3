package org.annals.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.annals.report.CellValue;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Histories in short: {@code 2a=B} means that in run 2 address a carried content B. A capital letter is a set of figures, a small letter after it another narrative,
 * {@code -} one without figures, a digit after that other bytes, {@code @1} a date of publication; {@code x} gone, {@code >} leads elsewhere, {@code ?} says nothing.
 */
class TimeMapTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            first sight                               | 1a=A                                      | 1 |
            nothing changed                           | 1a=A 2a=A 3a=A                            | 1 |
            figures changed                           | 1a=A 2a=B                                 | 2 | data 1-2
            narrative changed                         | 1a=A 2a=At                                | 2 | text 1-2
            figures and narrative changed             | 1a=A 2a=Bt                                | 2 | data 1-2
            template changed                          | 1a=A 2a=A2                                | 1 | cosmetic 1-1
            template changed and back                 | 1a=A 2a=A2 3a=A                           | 1 | cosmetic 1-1, cosmetic 1-1
            template and figures changed              | 1a=A 2a=B2                                | 2 | data 1-2
            changed back                              | 1a=A 2a=B 3a=A                            | 3 | data 1-2, data 2-3
            changed back and again                    | 1a=A 2a=B 3a=A 4a=B                       | 4 | data 1-2, data 2-3, data 3-4
            narrative there and back                  | 1a=A 2a=At 3a=A                           | 3 | text 1-2, text 2-3
            three different ones                      | 1a=A 2a=B 3a=C                            | 3 | data 1-2, data 2-3
            changed within one run                    | 1a=A 1a=B                                 | 2 | data 1-2
            old address gone, then the new one        | 1a=A 2a=x 2b=A                            | 1 | moved 1-1 a-b
            new address, then the old one gone        | 1a=A 2b=A 2a=x                            | 1 | moved 1-1 a-b
            old address redirects                     | 1a=A 2a=> 2b=A                            | 1 | moved 1-1 a-b
            redirect seen after the new address       | 1a=A 2b=A 2a=>                            | 1 | moved 1-1 a-b
            moved with another template               | 1a=A 2a=x 2b=A2                           | 1 | moved 1-1 a-b
            moved, figures changed too                | 1a=A 2a=x 2b=B                            | 2 | data 1-2
            moved, narrative changed too              | 1a=A 2a=> 2b=At                           | 2 | text 1-2
            new figures at a new address beside       | 1a=A 2b=B                                 | 2 | data 1-2
            corrected beside, the old one then gone   | 1a=A 2b=B 3a=x 3b=B                       | 2 | data 1-2
            moved and stays                           | 1a=A 2a=x 2b=A 3b=A                       | 1 | moved 1-1 a-b
            moved twice                               | 1a=A 2a=x 2b=A 3b=x 3c=A                  | 1 | moved 1-1 a-b, moved 1-1 b-c
            moved there and back                      | 1a=A 2a=x 2b=A 3b=x 3a=A                  | 1 | moved 1-1 a-b, moved 1-1 b-a
            moved, then figures changed               | 1a=A 2a=x 2b=A 3b=B                       | 2 | moved 1-1 a-b, data 1-2
            new address found a run after the old one went | 1a=A 2a=x 3b=A                       | 1 | moved 1-1 a-b
            a copy is no revision                     | 1a=A 2a=A 2b=A                            | 1 |
            a copy with other bytes is no revision    | 1a=A 2a=A 2b=A2                           | 1 |
            a copy from the start remains             | 1a=A 1b=A 2a=x 2b=A                       | 1 |
            a copy takes over                         | 1a=A 2a=A 2b=A 3a=x 3b=A                  | 1 | moved 1-1 a-b
            a copy that was not asked is no proof     | 1a=A 2a=A 2b=A 3a=x                       | 1 |
            a copy goes, the first one stays          | 1a=A 2b=A 3a=A 3b=x 4b=x                  | 1 |
            an old address that failed is not gone    | 1a=A 2a=? 2b=A                            | 1 |
            gone in one visit                         | 1a=A 2a=x                                 | 1 |
            gone twice in one run is one visit        | 1a=A 2a=x 2a=x                            | 1 |
            gone in two visits                        | 1a=A 2a=x 3a=x                            | 1 | withdrawn 1-
            gone in three visits                      | 1a=A 2a=x 3a=x 4a=x                       | 1 | withdrawn 1-
            gone and a failure between                | 1a=A 2a=x 3a=? 4a=x                       | 1 | withdrawn 1-
            a challenge is no visit                   | 1a=A 2a=x 3a=?                            | 1 |
            failures only                             | 1a=A 2a=? 3a=? 4a=?                       | 1 |
            gone once, back, gone once                | 1a=A 2a=x 3a=A 4a=x                       | 1 |
            gone once and back with other bytes       | 1a=A 2a=x 3a=A2                           | 1 | cosmetic 1-1
            gone once and back with other figures     | 1a=A 2a=x 3a=B                            | 2 | data 1-2
            a redirect is no withdrawal               | 1a=A 2a=> 3a=>                            | 1 |
            only one of two addresses gone            | 1a=A 1b=A 2a=x 2b=A 3a=x 3b=A             | 1 |
            both of two addresses gone                | 1a=A 1b=A 2a=x 2b=x 3a=x 3b=x             | 1 | withdrawn 1-
            one of two not asked in the second visit  | 1a=A 1b=A 2a=x 2b=x 3a=x                  | 1 |
            moved, then gone in two visits            | 1a=A 2a=x 2b=A 3b=x 4b=x                  | 1 | moved 1-1 a-b, withdrawn 1-
            restored                                  | 1a=A 2a=x 3a=x 4a=A                       | 1 | withdrawn 1-, restored 1-1
            restored with another template            | 1a=A 2a=x 3a=x 4a=A2                      | 1 | withdrawn 1-, restored 1-1
            restored at another address               | 1a=A 2a=x 3a=x 4b=A                       | 1 | withdrawn 1-, restored 1-1 a-b
            back with other figures                   | 1a=A 2a=x 3a=x 4a=B                       | 2 | withdrawn 1-, data 1-2
            back with another narrative               | 1a=A 2a=x 3a=x 4a=At                      | 2 | withdrawn 1-, text 1-2
            back as it was before the last change     | 1a=A 2a=B 3a=x 4a=x 5a=A                  | 3 | data 1-2, withdrawn 2-, data 2-3
            withdrawn, restored, withdrawn            | 1a=A 2a=x 3a=x 4a=A 5a=x 6a=x             | 1 | withdrawn 1-, restored 1-1, withdrawn 1-
            restored elsewhere, then gone there       | 1a=A 2a=x 3a=x 4b=A 5b=x 6b=x             | 1 | withdrawn 1-, restored 1-1 a-b, withdrawn 1-
            two forms that differ from the start      | 1a=A 1b=At                                | 2 |
            two forms do not change to and fro        | 1a=A 1b=At 2a=A 2b=At 3a=A 3b=At          | 2 |
            two forms, one of them corrected          | 1a=A 1b=At 2a=B 2b=At                     | 3 | data 1-3
            a stale copy of an earlier version        | 1a=A 2a=B 2b=A                            | 2 | data 1-2
            a stale address catches up                | 1a=A 2b=B 3a=B 3b=B                       | 2 | data 1-2
            only the stale address is left            | 1a=A 2b=B 3b=x 3a=A                       | 3 | data 1-2, data 2-3
            date of publication changed               | 1a=A@1 2a=A@2                             | 2 | text 1-2 1-2
            date and back                             | 1a=A@1 2a=A@2 3a=A@1                      | 3 | text 1-2 1-2, text 2-3 2-1
            date there, not there, another            | 1a=A 2a=A@1 3a=A 4a=A@2                   | 2 | cosmetic 1-1, cosmetic 1-1, text 1-2 1-2
            date and figures changed                  | 1a=A@1 2a=B@2                             | 2 | data 1-2 1-2
            a copy has a date of its own              | 1a=A@1 1b=A@5 2a=A@1 2b=A@5               | 1 |
            moved and stamped anew                    | 1a=A@1 2a=x 2b=A@2                        | 1 | moved 1-1 a-b
            a copy catches up with the date           | 1a=A@1 1b=A@1 2a=A@2 2b=A@2 3a=A@2 3b=A@2 | 2 | text 1-2 1-2
            restored under another date               | 1a=A@1 2a=x 3a=x 4a=A@2                   | 2 | withdrawn 1-, text 1-2 1-2
            gone before it was ever seen              | 1a=x 2a=x 3a=A                            | 1 |
            never seen                                | 1a=x 2a=? 3a=>                            | 0 |
            a page in front of a file                 | 1a=- 1b=A                                 | 1 |
            the file before the page in front         | 1b=A 1a=-                                 | 1 |
            the page in front stays                   | 1a=- 1b=A 2a=- 2b=A                       | 1 |
            the page in front says it otherwise       | 1a=- 1b=A 2a=-t 2b=A                      | 1 |
            the file behind it is corrected           | 1a=- 1b=A 2a=- 2b=B 3a=- 3b=B             | 2 | data 1-2
            the page in front is found later          | 1b=A 2b=A 2a=-                            | 1 |
            the page in front gets the figures too    | 1a=- 1b=A 2a=A 2b=A                       | 1 |
            a page gets its figures                   | 1a=- 2a=A                                 | 2 | data 1-2
            a page gets a file                        | 1a=- 2a=- 2b=A 3a=- 3b=A                  | 2 | data 1-2
            the file goes, the page stays             | 1a=- 1b=A 2a=- 2b=x 3a=-                  | 2 | data 1-2
            page and file go                          | 1a=- 1b=A 2a=x 2b=x 3a=x 3b=x             | 1 | withdrawn 1-
            """)
    void historyGives(String name, String observations, int versions, String revisions) {
        TimeMap map = TimeMap.of(observations(observations));
        assertThat(map.versions()).hasSize(versions);
        assertThat(map.revisions().stream().map(TimeMapTest::shown).collect(Collectors.joining(", ")))
                .isEqualTo(revisions == null ? "" : revisions);
    }

    @Test
    void everyCarryingCaptureBelongsToOneVersion() {
        TimeMap map = TimeMap.of(observations("1a=A 2a=B 2b=A 3a=? 4a=B2"));
        assertThat(map.versions().get(0).captures()).containsExactly("1a=A", "2b=A");
        assertThat(map.versions().get(1).captures()).containsExactly("2a=B", "4a=B2");
    }

    @Test
    void theFileBehindAPageStandsForTheVersion() {
        TimeMap map = TimeMap.of(observations("1a=- 1b=A 2a=- 2b=A"));
        assertThat(map.versions().get(0).captures()).containsExactly("1b=A", "1a=-", "2a=-", "2b=A");
        assertThat(map.mismatches()).isEmpty();
    }

    @Test
    void withdrawalIsProvedByTheSecondGoneCapture() {
        Revision revision =
                TimeMap.of(observations("1a=A 2a=x 3a=x 4a=x")).revisions().get(0);
        assertThat(revision.toCapture()).isEqualTo("3a=x");
        assertThat(revision.to()).isEmpty();
        assertThat(revision.changes()).isEmpty();
    }

    @Test
    void moveIsProvedByTheCaptureAtTheNewAddress() {
        Revision revision =
                TimeMap.of(observations("1a=A 2b=A 2a=x")).revisions().get(0);
        assertThat(revision.toCapture()).isEqualTo("2b=A");
        assertThat(revision.detectedAt()).isEqualTo(Instant.EPOCH.plusSeconds(2));
    }

    @Test
    void changesNameEveryFieldAndSectionWithBothValues() {
        Revision revision = TimeMap.of(observations("1a=A 2a=Bt")).revisions().get(0);
        assertThat(revision.changes())
                .containsExactly(
                        new Change("t3.new.total", "65", "66"), new Change("overview", "narrative", "narrative t"));
    }

    @Test
    void blankIsNotZero() {
        Reading blank = reading(new CellValue.Blank());
        Reading zero = reading(new CellValue.Number(BigDecimal.ZERO));
        assertThat(blank.changesTo(zero)).containsExactly(new Change("t3.new.total", "blank", "0"));
    }

    @Test
    void unreadableIsNotAbsentAndItsReasonIsNoChange() {
        Reading unreadable = reading(new CellValue.Unreadable("two numbers"));
        assertThat(unreadable.changesTo(reading(new CellValue.Absent())))
                .containsExactly(new Change("t3.new.total", "unreadable", "absent"));
        assertThat(unreadable.sameAs(reading(new CellValue.Unreadable("slid")))).isTrue();
    }

    @Test
    void spellingOfANumberIsNoChange() {
        Reading plain = reading(new CellValue.Number(new BigDecimal("25.1")));
        assertThat(plain.sameAs(reading(new CellValue.Number(new BigDecimal("25.100")))))
                .isTrue();
        assertThat(plain.sameAs(reading(new CellValue.Number(new BigDecimal("25.2")))))
                .isFalse();
        assertThat(reading(new CellValue.Number(new BigDecimal("1E+3")))
                        .changesTo(reading(new CellValue.Number(new BigDecimal("0.00")))))
                .containsExactly(new Change("t3.new.total", "1000", "0"));
    }

    @Test
    void whiteSpaceInChineseTextIsNoChange() {
        Reading spaced = narrative("全年 主动公开\n\u3000 12 件");
        assertThat(spaced.sameAs(narrative("全年主动公开12件"))).isTrue();
        assertThat(spaced.sameAs(narrative("全年主动公开13件"))).isFalse();
        assertThat(narrative("1 2").sameAs(narrative("12"))).isFalse();
    }

    @Test
    void anEmptySectionReadsLikeNone() {
        Reading none = Reading.of(Map.of(), Optional.empty(), Map.of());
        assertThat(none.sameAs(Reading.of(Map.of(), Optional.empty(), Map.of(Section.OTHER, " \n"))))
                .isTrue();
    }

    @Test
    void titleCountsAsNarrative() {
        Reading first = Reading.of(Map.of(), Optional.of("2022年报告"), Map.of());
        assertThat(first.changesTo(Reading.of(Map.of(), Optional.of("2022年 度报告"), Map.of())))
                .containsExactly(new Change("title", "2022年报告", "2022年 度报告"));
    }

    @Test
    void addressesWorthAsking() {
        assertThat(TimeMap.of(observations("1a=A 1b=A")).toAsk()).containsExactly("a", "b");
        assertThat(TimeMap.of(observations("1a=A 2a=x 2b=A")).toAsk()).containsExactly("b");
        assertThat(TimeMap.of(observations("1a=A 2a=x")).toAsk()).containsExactly("a");
        assertThat(TimeMap.of(observations("1a=A 1b=A 2a=x 2b=x")).toAsk()).containsExactly("a", "b");
        assertThat(TimeMap.of(observations("1a=A 2a=x 2b=A 3b=x")).toAsk()).containsExactly("b");
        assertThat(TimeMap.of(observations("1a=A 2a=x 3a=x")).toAsk()).containsExactly("a");
        assertThat(TimeMap.of(observations("1a=A 2a=x 2b=A 3b=x 4b=x")).toAsk()).containsExactly("b");
    }

    @Test
    void aSecondReadingOfTheSameHistoryFindsTheSame() {
        List<Observation> history = observations("1a=A 2b=A 2a=x 3b=B 4b=x 5b=x 6c=B");
        assertThat(TimeMap.of(history).revisions())
                .isEqualTo(TimeMap.of(history).revisions())
                .hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1a=A 2a=B                | {}
            1a=A 1b=At               | {}
            1a=A 1b=B                | {1=2}
            1a=A 1b=B 2b=B 2a=A 3a=A | {1=2}
            1a=A 2b=B                | {}
            1a=A 2b=B 3b=B 3a=A      | {1=2}
            1a=A 2b=B 2a=x           | {}
            1a=A 1b=B 2a=B 2b=B      | {1=2}
            """)
    void renditionsThatContradictEachOtherInOneRunAreNamed(String history, String expected) {
        Map<Integer, Integer> named = new LinkedHashMap<>();
        for (Mismatch mismatch : TimeMap.of(observations(history)).mismatches()) {
            named.put(mismatch.one(), mismatch.other());
            assertThat(mismatch.values()).containsExactly(new Change("t3.new.total", "65", "66"));
        }
        assertThat(named).hasToString(expected);
    }

    @Test
    void whatIsUnreadableContradictsNothing() {
        Reading number = reading(new CellValue.Number(BigDecimal.ONE));
        assertThat(number.contradicts(reading(new CellValue.Unreadable("slid"))))
                .isFalse();
        assertThat(number.contradicts(reading(new CellValue.Absent()))).isFalse();
        assertThat(number.contradicts(reading(new CellValue.Blank()))).isTrue();
        assertThat(number.contradictions(reading(new CellValue.Blank()))).hasSize(1);
    }

    @Test
    void historyOutOfOrderIsRefused() {
        List<Observation> history = new ArrayList<>(observations("1a=A 2a=B"));
        history.add(history.remove(0));
        assertThatThrownBy(() -> TimeMap.of(history)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String shown(Revision revision) {
        String to = revision.to().isPresent() ? String.valueOf(revision.to().getAsInt()) : "";
        String url = revision.changes().stream()
                .filter(c -> c.item().equals("url") || c.item().equals("published_on"))
                .map(c -> " " + c.oldValue().replace("2023-01-0", "") + "-"
                        + c.newValue().replace("2023-01-0", ""))
                .collect(Collectors.joining());
        return revision.kind().code() + " " + revision.from() + "-" + to + url;
    }

    static List<Observation> observations(String history) {
        List<Observation> all = new ArrayList<>();
        for (String step : history.strip().split(" ")) {
            Instant at = Instant.EPOCH.plusSeconds(all.size());
            String seen = step.substring(3);
            all.add(new Observation(step, at, step.substring(0, 1), step.substring(1, 2), sighting(seen)));
        }
        return all;
    }

    private static Sighting sighting(String seen) {
        switch (seen.charAt(0)) {
            case 'x':
                return new Sighting.Gone();
            case '>':
                return new Sighting.Elsewhere();
            case '?':
                return new Sighting.Unknown();
            default:
                Map<String, CellValue> cells = new LinkedHashMap<>();
                boolean figures = seen.charAt(0) != '-';
                cells.put("t3.new.natural", figures ? new CellValue.Blank() : new CellValue.Absent());
                cells.put(
                        "t3.new.total",
                        figures
                                ? new CellValue.Number(BigDecimal.valueOf(seen.charAt(0)))
                                : new CellValue.Unreadable(""));
                Optional<LocalDate> date = seen.contains("@")
                        ? Optional.of(LocalDate.of(2023, 1, Integer.parseInt(seen.substring(seen.indexOf('@') + 1))))
                        : Optional.empty();
                String letters = seen.substring(1).replaceAll("[0-9@]", "");
                String text = ("narrative " + letters).strip();
                return new Sighting.Carries(
                        Reading.of(cells, Optional.of("title"), Map.of(Section.OVERVIEW, text), date), seen);
        }
    }

    private static Reading reading(CellValue value) {
        return Reading.of(Map.of("t3.new.total", value), Optional.empty(), Map.of());
    }

    private static Reading narrative(String text) {
        return Reading.of(Map.of(), Optional.empty(), Map.of(Section.PROACTIVE, text));
    }
}
