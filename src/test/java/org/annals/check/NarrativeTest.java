package org.annals.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.annals.report.Generation;
import org.annals.report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables say: 50 new and 7 carried in, 55 results and 2 carried out; 3 reviews, 2 suits at once and 1 after review; 4 documents issued, 1 repealed, 20 in force. */
class NarrativeTest {
    private final Reports report = Reports.of(Generation.G2021)
            .by("江州市水务局")
            .with("t3.new.total", 50)
            .with("t3.carried_in.total", 7)
            .with("t3.granted.total", 20)
            .with("t3.partial.total", 5)
            .with("t3.denied_safety.total", 4)
            .with("t3.denied_process.total", 6)
            .with("t3.unavailable_not_held.total", 8)
            .with("t3.rejected_petition.total", 4)
            .with("t3.other_no_correction.total", 6)
            .with("t3.other_unpaid.total", 2)
            .with("t3.result_total.total", 55)
            .with("t3.carried_out.total", 2)
            .with("t4.review.total", 3)
            .with("t4.suit_direct.total", 2)
            .with("t4.suit_after_review.total", 1)
            .with("t2.normative.issued", 4)
            .with("t2.normative.repealed", 1)
            .with("t2.normative.in_force", 20);

    /** All but the check of the year, which is asked by tests of its own. */
    private List<String> checked(Section section, String text) {
        return all(section, text).stream()
                .filter(result -> !result.startsWith("text.year"))
                .toList();
    }

    private List<String> all(Section section, String text) {
        return Checks.run(report.says(section, text).report()).stream()
                .filter(result -> result.code().startsWith("text."))
                .map(result -> result.code() + " " + result.scope() + " "
                        + result.status().name().toLowerCase(Locale.ROOT)
                        + result.expected().map(number -> " " + number).orElse("")
                        + result.actual().map(number -> " " + number).orElse(""))
                .toList();
    }

    /** What is found is named without its code's first part; several are parted by +. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022年，我局新收政府信息公开申请50件。                          | text.new new pass 50 50
            本年度新收到政府信息公开申请 51 件。                             | text.new new fail 50 51
            江州市水务局2022年共新收政府信息公开申请50件                      | text.new new pass 50 50
            2022年，市水务局新收政府信息公开申请48宗。                        | text.new new fail 50 48
            2022年，市审计局新收政府信息公开申请48件。                        | text.new new skip
            2022年，全市各单位共新收政府信息公开申请480件。                   | text.new new skip
            全市机关合力推进政务公开，本局新收政府信息公开申请48件。            | text.new new skip
            2022年上半年，我局新收政府信息公开申请48件。                      | text.new new skip
            截至11月，我局新收政府信息公开申请48件。                          | text.new new skip
            我局新收政府信息公开申请约48件。                                 |
            我局新收政府信息公开申请48余件。                                 |
            我局新收政府信息公开申请48件次。                                 | text.new new skip
            我局新收政府信息公开申请48件（含上年结转7件）。                    | text.new new skip
            我局新收政府信息公开申请50件（较上年增长3%）。                     | text.new new pass 50 50
            我局新收政府信息公开申请50件，比2021年增加12件。                   | text.new new pass 50 50
            我局新收政府信息公开申请50件，较上年多新收申请12件。                | text.new new pass 50 50
            2021年，我局新收政府信息公开申请38件。2022年新收50件。              | text.new new pass 50 50
            2021年，我局新收政府信息公开申请38件，答复申请38件。                |
            我局新收政府信息公开申请50件。我局新收政府信息公开申请51件。         | text.new new skip
            我局新收政府信息公开申请1 2件。                                  |
            我局新收政府信息公开申请1.2万件。                                |
            我局新收政府信息公开申请1,050件。                                | text.new new fail 50 1050

            我局共收到政府信息公开申请50件。                                 | text.received new pass 50 50
            我局共收到政府信息公开申请57件。                                 | text.received result_total+carried_out pass 57 57
            我局共收到政府信息公开申请60件。                                 | text.received new fail 50 60
            我局共收到公民、法人或其他组织提出的政府信息公开申请60件。           | text.received new fail 50 60
            我局共收到60件政府信息公开申请。                                 | text.received new fail 50 60
            自2022年1月1日起至2022年12月31日，我局收到依申请公开60件。          | text.received new fail 50 60
            自2008年条例施行以来，我局共收到政府信息公开申请600件。             |
            我局共收到政府信息依申请公开60条.                                | text.received new fail 50 60
            我局收到入党申请60件。                                          |
            我局受理政府信息公开申请60件。                                   |
            我局通过网络收到政府信息公开申请30件。                            | text.received new skip
            我局收到政府信息公开申请50件，其中网络收到申请30件。                | text.received new pass 50 50
            我局收到政府信息公开申请50件，信函方式收到申请20件。                | text.received new skip

            上年结转政府信息公开申请7件。                                    | text.carried_in carried_in pass 7 7
            2021年结转政府信息公开申请8件。                                  | text.carried_in carried_in fail 7 8
            2020年结转政府信息公开申请8件。                                  |
            2022年办结政府信息公开申请55件，其中上年结转5件。                  | text.done result_total pass 55 55
            依申请公开方面，结转上年度申请6件。                               | text.carried_in carried_in fail 7 6

            我局共答复政府信息公开申请55件。                                 | text.done result_total pass 55 55
            我局共答复政府信息公开申请56件。                                 | text.done result_total fail 55 56
            我局共答复政府信息公开申请39件。                                 | text.done result_total fail 55 39
            我局共答复政府信息公开申请48件。                                 | text.done result_total skip
            我局按时答复政府信息公开申请30件。                               | text.done result_total skip
            我局受理政府信息公开申请32件，答复政府信息公开申请55件。            | text.done result_total pass 55 55
            收到政府信息公开申请50件，所有申请均依法办理，现已办结56件，办结率100%。| text.received new pass 50 50 + text.done result_total fail 55 56
            共收到政府信息公开申请50件，上年度结转办理7件，其中结转2023年度3件，其余53件全部按时答复。| text.received new pass 50 50 + text.carried_in carried_in pass 7 7
            收到政府信息公开申请50件，已答复56件。                            | text.received new pass 50 50 + text.done result_total fail 55 56
            办理人大代表建议12件，政府信息公开宣传到位，均已答复22件。          |

            结转下年度继续办理政府信息公开申请2件。                           | text.carried_out carried_out pass 2 2
            其余3件政府信息公开申请结转至2023年继续办理。                      | text.carried_out carried_out fail 2 3
            收到政府信息公开申请50件，3件结转下年度。                         | text.received new pass 50 50 + text.carried_out carried_out fail 2 3
            """)
    void countsOfRequests(String sentence, String expected) {
        assertThat(checked(Section.OVERVIEW, sentence)).isEqualTo(results(expected));
    }

    private static List<String> results(String expected) {
        return expected == null ? List.of() : List.of(expected.split(" \\+ "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022年发生因政府信息公开引起的行政复议3件。                       | text.review review pass 3 3
            因政府信息公开工作被申请行政复议4件，被提起行政诉讼3件。            | text.review review fail 3 4 + text.litigation litigation pass 3 3
            政府信息公开行政诉讼案件5起。                                    | text.litigation litigation fail 3 5
            政府信息公开行政复议、行政诉讼案件5件。                            | text.litigation litigation skip
            全年因政府信息公开产生行政复议案件6件和行政诉讼案件3件，其中行政复议结果维持5件。| text.review review fail 3 6 + text.litigation litigation skip
            审结政府信息公开行政复议2件。                                    | text.review review skip
            我局作为复议机关办理行政复议120件。                              |
            全年政府信息公开行政复议3件，其中维持2件。                           | text.review review pass 3 3
            """)
    void countsOfCases(String sentence, String expected) {
        assertThat(checked(Section.OVERVIEW, sentence)).isEqualTo(results(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            本年制发行政规范性文件4件，废止1件，现行有效20件。                  | text.documents normative.issued pass 4 4 + text.documents normative.repealed pass 1 1 + text.documents normative.in_force pass 20 20
            2022年我局制发行政规范性文件4件、废止2件、现行有效21件。             | text.documents normative.issued pass 4 4 + text.documents normative.repealed fail 1 2 + text.documents normative.in_force fail 20 21
            废止行政规范性文件1件，现行有效件数19件。                          | text.documents normative.repealed pass 1 1 + text.documents normative.in_force fail 20 19
            行政规范性文件现行有效19件。                                     | text.documents normative.in_force fail 20 19
            全市现行有效行政规范性文件190件。                                | text.documents normative.in_force skip
            公开行政规范性文件9件，废止3件。                                 |
            2021年制发行政规范性文件9件。                                    |
            """)
    void countsOfDocuments(String sentence, String expected) {
        assertThat(checked(Section.PROACTIVE, sentence)).isEqualTo(results(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我局未收到政府信息公开申请。                                     | text.none requests fail 50 0
            本年度没有收到依申请公开的申请。                                  | text.none requests fail 50 0
            我局未收到公民、法人或其他组织提出的政府信息公开申请，也未发生行政复议。 | text.none requests fail 50 0 + text.none review fail 3 0
            我局线下未收到政府信息公开申请。                                  | text.none requests skip
            我局未收到涉及商业秘密的政府信息公开申请。                         |
            2021年我局未收到依申请公开申请，2022年有所增长。                    |
            收到政府信息公开申请50件，传真未收到政府信息公开申请。               | text.received new skip + text.none requests skip
            没有发生因政府信息公开被申请行政复议、提起行政诉讼的情况。            | text.none review fail 3 0 + text.none litigation fail 3 0
            无因政府信息依申请公开引起的行政复议、行政诉讼、投诉的情况。         | text.none review fail 3 0 + text.none litigation fail 3 0
            未发生政府信息公开行政复议被纠正的情况。                           |
            全市未发生行政诉讼案件。                                         | text.none litigation skip
            """)
    void statementsThatThereWereNone(String sentence, String expected) {
        assertThat(checked(Section.OVERVIEW, sentence)).isEqualTo(results(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            答复申请55件，其中予以公开20件、部分公开5件、不予公开10件、无法提供8件、不予处理4件、其他处理8件。| text.result granted pass 20 20 + text.result partial pass 5 5 + text.result denied pass 10 10 + text.result unavailable pass 8 8 + text.result rejected pass 4 4 + text.result other pass 8 8 + text.parts requests.1 pass 55 55
            答复申请55件，其中予以公开21件（占38%），不予公开11件。              | text.result granted fail 20 21 + text.result denied fail 10 11
            答复申请55件。其中，予以公开25件，不予公开10件。                    | text.result granted+partial pass 25 25 + text.result denied pass 10 10
            答复申请55件，其中自然人50件，予以公开11件。                       |
            收到政府信息公开申请50件，其中予以公开11件，不予公开3件。            | text.result granted skip + text.result denied skip
            信函申请方面，予以公开11件，不予公开3件。                          |
            """)
    void kindsOfResults(String sentence, String expected) {
        assertThat(checked(Section.REQUESTS, sentence))
                .filteredOn(r -> !r.startsWith("text.done") && !r.startsWith("text.received"))
                .isEqualTo(results(expected));
    }

    /** Figures of the Shanghai General Office for 2019: the tables balance, the text says other numbers for two kinds of results. */
    @Test
    void aTextThatContradictsItsBalancedTableIsFound() {
        Reports shanghai = Reports.of(Generation.G2019)
                .on(2019)
                .with("t3.new.total", 859)
                .with("t3.carried_in.total", 18)
                .with("t3.granted.total", 275)
                .with("t3.unavailable_not_held.total", 337)
                .with("t3.denied_process.total", 35)
                .with("t3.rejected_petition.total", 158)
                .with("t3.result_total.total", 805)
                .with("t3.carried_out.total", 72)
                .says(
                        Section.OVERVIEW,
                        "2019年，本机关新收政府信息公开申请859件，答复申请805件，其中予以公开和部分公开258件（33.9%），不予公开35件，无法提供265件（32.9%），不予处理158件。");
        assertThat(Checks.run(shanghai.report()))
                .filteredOn(result -> result.code().equals("text.result"))
                .extracting(result -> result.scope() + " " + result.status())
                .containsExactly("granted+partial FAIL", "denied PASS", "unavailable FAIL", "rejected PASS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            公开信息62条，其中人事2条，财政20条，通知40条。                    | text.parts overview.1 pass 62 62
            公开信息284条。其中，要闻类161条，占总量的56.7%；通知类123条，占总量的43.3%。| text.parts overview.1 pass 284 284
            公开信息62条，其中人事2条，财政20条。                             |
            公开信息62条，比上年增加22条，其中人事2条，财政20条。               |
            收到政府信息公开申请50件，其中自然人38件、法人或其他组织13件。        | text.received new pass 50 50 + text.parts overview.1 fail 51 50
            收到政府信息公开申请50件，其中自然人37件、法人或其他组织13件。        | text.received new pass 50 50 + text.parts overview.1 pass 50 50
            收到政府信息公开申请50件，答复申请55件，其中自然人38件，法人和其他组织13件。| text.received new pass 50 50 + text.done result_total pass 55 55
            """)
    void partsOfAWhole(String sentence, String expected) {
        assertThat(checked(Section.OVERVIEW, sentence)).isEqualTo(results(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022年度本机关未收取信息处理费。                                 | text.year other pass 2022 2022
            2021年度本机关未收取信息处理费。                                 | text.year other fail 2022 2021
            按照《收费管理办法》（国办函〔2020〕109号）规定，2021年我局未收取费用。| text.year other fail 2022 2021
            2021年度本机关未收取信息处理费，本年度也未收取。                   |
            2021年我局未收到投诉，2022年我局收到1件。                          |
            2019年度本机关未收取信息处理费。                                 |
            现将我局2023年度政府信息公开工作情况报告如下。                     | text.year other fail 2022 2023
            2021年我局未收取费用。⏎2022年我局收费12元。                       | text.year other skip
            我局落实2021年政务公开工作要点。                                 |
            """)
    void theYearThatASentenceStates(String sentence, String expected) {
        assertThat(all(Section.OTHER, sentence.replace("⏎", "\n"))).isEqualTo(results(expected));
    }

    @Test
    void aStatedYearOfAReportWithoutOneIsSkipped() {
        report.on(null);
        assertThat(all(Section.OTHER, "2021年度本机关未收取信息处理费。")).containsExactly("text.year other skip");
    }

    @Test
    void whoLetARequestLapseByNotPayingHadANotice() {
        assertThat(checked(Section.OTHER, "本年度发出收费通知2件，总金额300元。")).containsExactly("text.fee other_unpaid pass 2 2");
        assertThat(checked(Section.OTHER, "本年度发出收费通知1件，总金额300元。"))
                .as("the notice may have been sent in the year before")
                .containsExactly("text.fee other_unpaid skip");
        report.with("t3.carried_in.total", 0);
        assertThat(checked(Section.OTHER, "本年度发出收费通知1件，总金额300元。")).containsExactly("text.fee other_unpaid fail 2 1");
        assertThat(checked(Section.OTHER, "发出收费通知的件数和总金额，以及实际收取的总金额均为0。"))
                .containsExactly("text.fee other_unpaid fail 2 0");
        assertThat(checked(Section.OTHER, "本年度未收取信息处理费。")).isEmpty();
    }

    @Test
    void aBlankInTheTableSkips() {
        report.blank("t3.new.total").blank("t4.review.total").blank("t2.normative.issued");
        assertThat(checked(Section.OVERVIEW, "我局新收政府信息公开申请50件，政府信息公开行政复议3件，制发规范性文件4件。"))
                .containsExactly(
                        "text.new new skip", "text.review review skip", "text.documents normative.issued skip");
        report.blank("t3.result_total.total");
        assertThat(checked(Section.OVERVIEW, "我局收到政府信息公开申请50件，答复申请55件。"))
                .containsExactly("text.received new skip", "text.done result_total skip");
    }

    @Test
    void aReportOnAnUnknownYearIsReadOnlyWhereNoYearIsNamed() {
        report.on(null);
        assertThat(checked(Section.OVERVIEW, "2022年，我局新收政府信息公开申请48件。")).containsExactly("text.new new skip");
        assertThat(checked(Section.OVERVIEW, "我局新收政府信息公开申请48件。")).containsExactly("text.new new fail 50 48");
    }

    @Test
    void plansAreNotRead() {
        assertThat(checked(Section.PROBLEMS, "我局新收政府信息公开申请48件。")).isEmpty();
    }

    @Test
    void linesBrokenByAConverterAreReadAsOne() {
        assertThat(checked(Section.OVERVIEW, "（二）依申请公开情况\n2022 年，我局共新收政府信\n息公开申请 48\n件。"))
                .containsExactly("text.new new fail 50 48");
        assertThat(checked(Section.OVERVIEW, "全市各级机关共\n新收政府信息公开申请 48 件。")).containsExactly("text.new new skip");
        assertThat(checked(Section.OVERVIEW, "我局新收政府信息公开申请 4\n8 件。")).isEmpty();
    }

    @Test
    void theScopeOfAParagraphHoldsUntilSomethingNewBegins() {
        assertThat(checked(Section.REQUESTS, "全市工作有序推进。新收申请48件。")).containsExactly("text.new new skip");
        assertThat(checked(Section.REQUESTS, "全市工作有序推进。\n新收申请48件。")).containsExactly("text.new new skip");
        assertThat(checked(Section.REQUESTS, "全市工作有序推进。\n2022年，我局新收申请48件。")).containsExactly("text.new new fail 50 48");
    }

    @Test
    void aZoneIsKnownByItsShortName() {
        report.by("民权县高新技术产业开发区");
        assertThat(checked(Section.OVERVIEW, "2022年度，民高新区未收到政府信息公开申请。"))
                .containsExactly("text.none requests fail 50 0");
    }

    @Test
    void theNameOfAGovernmentIsManyBodies() {
        report.by("江州市人民政府");
        assertThat(checked(Section.OVERVIEW, "2022年，市政府新收政府信息公开申请48件。")).containsExactly("text.new new skip");
    }

    @Test
    void otherHandlingOfTheTrialFormatIsOneRow() {
        Reports old = Reports.of(Generation.G2019)
                .on(2020)
                .with("t3.new.total", 3)
                .with("t3.other_handling.total", 3)
                .with("t3.result_total.total", 3)
                .says(Section.REQUESTS, "2020年，我局答复申请3件，其中其他处理2件，予以公开0件。");
        assertThat(Checks.run(old.report()))
                .filteredOn(result -> result.code().equals("text.result"))
                .extracting(result -> result.scope() + " " + result.status())
                .containsExactly("other FAIL", "granted PASS");
    }

    @Test
    void hostileTextsAreReadInOneGo() {
        for (String piece : List.of(
                "收到政府信息公开申请1件，", "其中，", "未", "新收申请", "（", "1", "\n", "比，", "《", "我局2022年", "。其中1件、", "未发生复议、")) {
            String text = piece.repeat(200_000 / piece.length());
            assertThat(Checks.run(report.says(Section.REQUESTS, text).report())).isNotEmpty();
        }
    }
}
