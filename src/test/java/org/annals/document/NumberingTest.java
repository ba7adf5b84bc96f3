package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.annals.capture.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a word processor counts by itself is written out. */
class NumberingTest {
    private static final String ITEM =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
    private static final String NUMBERING = """
            <w:numbering xmlns:w='w'>
              <w:abstractNum w:abstractNumId='7'>
                <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>
                <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2.'/>
                  <w:suff w:val='nothing'/></w:lvl>
              </w:abstractNum>
              <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>
              <w:num w:numId='2'><w:abstractNumId w:val='7'/>
                <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
            </w:numbering>
            """;

    @ParameterizedTest
    @CsvSource({
        "chineseCounting,10,十",
        "chineseCountingThousand,21,二十一",
        "chineseCounting,103,一百零三",
        "chineseCounting,110,一百一十",
        "chineseLegalSimplified,12,壹拾贰",
        "ideographTraditional,3,丙",
        "decimalEnclosedCircle,4,④",
        "decimalFullWidth,12,１２",
        "upperRoman,14,XIV",
        "lowerLetter,28,bb",
        "ofSomeOtherWord,6,6",
        "bullet,2,''",
        "decimal,-1,-1"
    })
    void everyFormatOfNumbersIsWritten(String format, int value, String written) {
        assertThat(ListNumberFormat.write(format, value)).isEqualTo(written);
    }

    @Test
    void levelsBeginAnewBelowTheNextItemAbove() throws Exception {
        assertThat(texts(item(0, 1, "甲") + item(1, 1, "乙") + item(1, 1, "丙") + item(0, 1, "丁") + item(1, 1, "戊")))
                .containsExactly("一、 甲", "一.1.乙", "一.2.丙", "二、 丁", "二.1.戊");
    }

    @Test
    void aListThatSaysWhereItBeginsBeginsThereOnce() throws Exception {
        assertThat(texts(item(0, 1, "甲") + item(0, 2, "乙") + item(0, 2, "丙"))).containsExactly("一、 甲", "五、 乙", "六、 丙");
    }

    @Test
    void aCountedNumberNeverJoinsAFigure() throws Exception {
        assertThat(texts(item(0, 1, "甲") + item(1, 1, "25"))).containsExactly("一、 甲", "一.1. 25");
    }

    @Test
    void listsThatAreNotThereNumberNothing() throws Exception {
        assertThat(texts(item(0, 9, "甲") + item(8, 1, "乙") + item(0, 0, "丙"))).containsExactly("甲", "乙", "丙");
    }

    @Test
    void aStyleMakesHeadingsAndItems() throws Exception {
        String styles = "<w:styles xmlns:w='w'><w:style w:styleId='1'><w:name w:val='heading 2'/></w:style>"
                + "<w:style w:styleId='x'><w:basedOn w:val='1'/><w:pPr><w:outlineLvl w:val='1'/>"
                + "<w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
                + "<w:style w:styleId='round'><w:basedOn w:val='round'/></w:style></w:styles>";
        String paragraph = "<w:p><w:pPr><w:pStyle w:val='%s'/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
        List<Block> blocks = HostileFilesTest.docx(
                        "<w:document xmlns:w='w'><w:body>" + paragraph.formatted("1", "甲")
                                + paragraph.formatted("x", "乙") + paragraph.formatted("round", "丙")
                                + "</w:body></w:document>",
                        styles,
                        NUMBERING)
                .blocks();
        assertThat(blocks).extracting(block -> ((Paragraph) block).level()).containsExactly(2, 2, 0);
        assertThat(blocks).extracting(block -> ((Paragraph) block).text()).containsExactly("甲", "一、 乙", "丙");
    }

    /** However long the number behind a control word is, none of its digits is read as text. */
    @Test
    void theNumberOfAControlWordIsNoFigure() {
        byte[] rtf =
                "{\\rtf1 {\\revised\\revdttm-1480513024 7}\\revdttm14805130240}".getBytes(StandardCharsets.US_ASCII);
        assertThat(Documents.read(Payload.of(rtf, null, null)).blocks())
                .extracting(block -> ((Paragraph) block).text())
                .containsExactly("7");
    }

    private static String item(int level, int list, String text) {
        return ITEM.formatted(level, list, text);
    }

    private static List<String> texts(String body) throws Exception {
        return HostileFilesTest.docx(
                        "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>", "<w:styles/>", NUMBERING)
                .blocks()
                .stream()
                .map(block -> ((Paragraph) block).text())
                .toList();
    }
}
