package org.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentDecodingTest {
    private static final byte[] PAGE = "年度报告 ".repeat(1_000).getBytes(StandardCharsets.UTF_8);

    @Test
    void codingsComeOffInReverseOrder() throws IOException {
        assertThat(decode(gzip(PAGE), "gzip").bytes()).isEqualTo(PAGE);
        assertThat(decode(gzip(PAGE), " X-GZip ").bytes()).isEqualTo(PAGE);
        assertThat(decode(gzip(deflate(PAGE, false)), "deflate, gzip").bytes()).isEqualTo(PAGE);
        assertThat(decode(gzip(gzip(PAGE)), "gzip", "gzip").bytes()).isEqualTo(PAGE);
        assertThat(decode(gzip(PAGE), "identity", "gzip").state()).isEqualTo(ContentDecoding.State.WHOLE);
    }

    @Test
    void deflateIsReadWithAndWithoutItsZlibHead() throws IOException {
        assertThat(decode(deflate(PAGE, false), "deflate").bytes()).isEqualTo(PAGE);
        assertThat(decode(deflate(PAGE, true), "deflate").bytes()).isEqualTo(PAGE);
    }

    @Test
    void membersAfterEachOtherAreOneAndGarbageBehindIsIgnored() throws IOException {
        byte[] two = concat(gzip(PAGE), gzip(PAGE));
        assertThat(decode(two, "gzip").bytes()).isEqualTo(concat(PAGE, PAGE));
        ContentDecoding withGarbage =
                decode(concat(gzip(PAGE), "trailing garbage, long enough".getBytes(StandardCharsets.US_ASCII)), "gzip");
        assertThat(withGarbage.bytes()).isEqualTo(PAGE);
    }

    @Test
    void whatTheHeaderSaysWronglyIsLeftAsItIs() throws IOException {
        assertThat(decode(PAGE, "gzip").bytes()).isEqualTo(PAGE);
        assertThat(decode(PAGE, "deflate").bytes()).isEqualTo(PAGE);
        assertThat(decode(PAGE, "br").bytes()).isEqualTo(PAGE);
        assertThat(decode(new byte[0], "gzip").bytes()).isEmpty();
        assertThat(decode(gzip(PAGE)).bytes()).isEqualTo(gzip(PAGE));
        assertThat(decode(gzip(PAGE), "br, gzip").bytes()).isEqualTo(PAGE);
    }

    @Test
    void limitStopsDecodingExactly() throws IOException {
        ContentDecoding all = ContentDecoding.decode(gzip(PAGE), List.of("gzip"), PAGE.length);
        assertThat(all.state()).isEqualTo(ContentDecoding.State.WHOLE);
        ContentDecoding cut = ContentDecoding.decode(gzip(PAGE), List.of("gzip"), PAGE.length - 1);
        assertThat(cut.state()).isEqualTo(ContentDecoding.State.TOO_LONG);
        assertThat(cut.bytes()).isEqualTo(Arrays.copyOf(PAGE, PAGE.length - 1));
    }

    @Test
    void everyCutOfAStreamIsReadWithoutError() throws IOException {
        byte[] packed = gzip("short".getBytes(StandardCharsets.US_ASCII));
        for (int length = 0; length < packed.length; length++) {
            ContentDecoding decoding = decode(Arrays.copyOf(packed, length), "gzip");
            assertThat(decoding.state() == ContentDecoding.State.DAMAGED
                            || Arrays.equals(decoding.bytes(), Arrays.copyOf(packed, length)))
                    .as("cut at %d", length)
                    .isTrue();
        }
    }

    @Test
    void fiveCodingsAreAnAttack() throws IOException {
        byte[] nested = gzip(gzip(gzip(gzip(gzip(PAGE)))));
        assertThat(decode(nested, "gzip", "gzip", "gzip", "gzip", "gzip").bytes())
                .isEqualTo(nested);
    }

    private static ContentDecoding decode(byte[] body, String... codings) {
        return ContentDecoding.decode(body, List.of(codings), 1 << 20);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        Deflater deflater = new Deflater(6, bare);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
