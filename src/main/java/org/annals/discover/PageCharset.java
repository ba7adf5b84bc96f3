package org.annals.discover;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.capture.Payload;

/**
 * Bytes to text: byte order mark, strict UTF-8, then what header or meta say, then GB18030, which holds GB2312 and
 * GBK. A page whose label its bytes contradict is read in whichever of the two loses less.
 */
final class PageCharset {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern LABEL = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");
    private static final int META_WITHIN = 8192;

    private PageCharset() {}

    record Decoded(String text, Charset charset) {}

    static Decoded decode(Payload page) {
        byte[] bytes = page.bytes();
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return new Decoded(text.startsWith("\ufeff") ? text.substring(1) : text, marked);
        }
        Charset declared = label(page.contentType().orElse(""));
        if (declared == null) {
            String start = new String(bytes, 0, Math.min(META_WITHIN, bytes.length), StandardCharsets.ISO_8859_1);
            declared = label(start);
        }
        // what is sound UTF-8 is UTF-8, whatever it is called
        String utf8 = strictUtf8(bytes);
        if (utf8 != null) {
            // in plain ASCII the label still says what the query of a link is sent in
            boolean ascii = utf8.length() == bytes.length && declared != null;
            return new Decoded(utf8, ascii ? declared : StandardCharsets.UTF_8);
        }
        // Latin 1 is what servers say when nobody told them; a Chinese page is never in it
        Charset likely = declared == null || isLatin(declared) ? GB18030 : declared;
        Charset second = likely.equals(StandardCharsets.UTF_8) ? GB18030 : StandardCharsets.UTF_8;
        Decoded asDeclared = new Decoded(new String(bytes, likely), likely);
        Decoded other = new Decoded(new String(bytes, second), second);
        return lost(other.text()) < lost(asDeclared.text()) ? other : asDeclared;
    }

    /** How many characters a decoding could not make out. */
    private static long lost(String text) {
        return text.chars().filter(c -> c == '\ufffd').count();
    }

    private static Charset byteOrderMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static Charset label(String text) {
        Matcher matcher = LABEL.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1);
        if (name.equals("gb2312") || name.equals("gbk") || name.equals("gb_2312-80")) {
            return GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknownLabel) {
            return null;
        }
    }

    private static boolean isLatin(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
    }

    private static String strictUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
