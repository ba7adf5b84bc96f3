package org.annals.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The text of a paragraph of RTF, part of it as bytes in the charset of their font. */
final class RtfText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Numbers of charsets in font tables. */
    private static final Map<Integer, Charset> OF_FONTS = Map.of(
            134, GB18030,
            136, Charset.forName("Big5"),
            128, Charset.forName("windows-31j"),
            129, Charset.forName("x-windows-949"));

    private static final Map<Integer, Charset> OF_PAGES = Map.of(
            936,
            GB18030,
            54936,
            GB18030,
            950,
            Charset.forName("Big5"),
            932,
            Charset.forName("windows-31j"),
            949,
            Charset.forName("x-windows-949"),
            65001,
            StandardCharsets.UTF_8);

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset page = GB18030;
    private Charset charset = GB18030;
    private boolean apart;

    void codePage(int number) {
        page = OF_PAGES.getOrDefault(number, WESTERN);
    }

    void font(int font, int number) {
        Charset known = OF_FONTS.get(number);
        if (known != null) {
            fonts.put(font, known);
        }
    }

    void add(byte one, int font, boolean nowApart) {
        Charset now = fonts.getOrDefault(font, page);
        if (!now.equals(charset)) {
            flush();
            charset = now;
        }
        divide(nowApart);
        bytes.write(one);
    }

    void add(String character, boolean nowApart) {
        divide(nowApart);
        flush();
        text.append(character);
    }

    /** Raised, lowered and struck-out text never joins its neighbours. */
    private void divide(boolean nowApart) {
        if (nowApart != apart) {
            flush();
            text.append(' ');
            apart = nowApart;
        }
    }

    private void flush() {
        if (bytes.size() > 0) {
            text.append(bytes.toString(charset));
            bytes.reset();
        }
    }

    /** What was added since the last time. */
    String take() {
        flush();
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
