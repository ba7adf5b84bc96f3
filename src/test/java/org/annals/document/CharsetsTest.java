package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CharsetsTest {
    private static final String TEXT = "<meta charset=%s><p>镕、畲族乡：公开 27 件</p>";

    private static DecodedText decode(String declared, String charset, String header) {
        return Charsets.decode(TEXT.replace("%s", declared).getBytes(Charset.forName(charset)), header);
    }

    @Test
    void whatIsLabelledGb2312IsReadAsItsSuperset() {
        DecodedText decoded = decode("gb2312", "GB18030", "");
        assertThat(decoded.text()).contains("镕、畲族乡");
        assertThat(decoded.charset()).isEqualTo("GB18030");
        assertThat(decoded.warnings()).isEmpty();
    }

    @Test
    void aDeclarationThatTheBytesContradictIsOverruled() {
        assertThat(decode("gb2312", "UTF-8", "")).satisfies(decoded -> {
            assertThat(decoded.text()).contains("畲族乡");
            assertThat(decoded.charset()).isEqualTo("UTF-8");
            assertThat(decoded.warnings()).hasSize(1);
        });
        assertThat(decode("utf-8", "GBK", "text/html; charset=UTF-8")).satisfies(decoded -> {
            assertThat(decoded.text()).contains("公开 27 件");
            assertThat(decoded.charset()).isEqualTo("GB18030");
            assertThat(decoded.warnings()).hasSize(1);
        });
        assertThat(decode("iso-8859-1", "GBK", "").text()).contains("公开 27 件");
    }

    @Test
    void theHeaderGoesBeforeTheMetaTag() {
        assertThat(decode("big5", "GBK", "text/html;charset=gbk").text()).contains("公开");
    }

    @Test
    void big5IsReadWhereItIsDeclared() {
        byte[] bytes = "<meta charset=big5><p>公開</p>".getBytes(Charset.forName("Big5"));
        assertThat(Charsets.decode(bytes, "").text()).contains("公開");
    }

    @Test
    void aByteOrderMarkDecides() {
        byte[] utf16 = "\uFEFF公开".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Charsets.decode(utf16, "text/plain; charset=utf-8").text()).isEqualTo("公开");
        byte[] utf8 = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
        assertThat(Charsets.decode(utf8, "text/html; charset=gbk").text()).startsWith("<meta");
    }

    @Test
    void aCharacterCutOffAtTheEndIsNoContradiction() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        int inside = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00E4\u00BB\u00B6") + 2;
        DecodedText decoded = Charsets.decode(Arrays.copyOf(bytes, inside), "");
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.text()).endsWith("27 ");
    }

    @Test
    void oneWrongByteDoesNotTurnAPageIntoAnotherCharset() {
        byte[] bytes = TEXT.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xFF;
        DecodedText decoded = Charsets.decode(bytes, "");
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.text()).contains("畲族乡");
        assertThat(decoded.warnings()).hasSize(1);
    }

    @Test
    void plainAsciiKeepsItsDeclaration() {
        byte[] bytes = "<meta charset=gbk>27".getBytes(StandardCharsets.US_ASCII);
        assertThat(Charsets.decode(bytes, "").charset()).isEqualTo("GB18030");
        assertThat(Charsets.decode("27".getBytes(StandardCharsets.US_ASCII), "").charset())
                .isEqualTo("UTF-8");
    }
}
