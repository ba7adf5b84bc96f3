package org.annals.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which charset a text is in: byte order mark, then what is declared (header, then {@code meta}), then strict UTF-8, then GB18030, the superset of
 * everything labelled gb2312 or gbk. A declaration that the bytes contradict is overruled, with a warning: bytes that are sound UTF-8 beyond ASCII are
 * UTF-8, whatever they are called.
 */
public final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    /** Characters that every official page has, as they are written on the mainland and elsewhere. */
    private static final String EVERYDAY = "的一是在不了有和人中大为為上国國年月日公开開信息资資讯訊政府机關关市县縣区區";

    private static final Set<String> GB_NAMES =
            Set.of("gb2312", "gbk", "gb18030", "gb_2312-80", "cp936", "ms936", "windows-936", "x-gbk", "euc-cn");
    private static final Pattern NAMED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int LOOK = 8192;

    private Charsets() {}

    /** @param declaredType the declared media type with its charset parameter; empty where there is none */
    public static DecodedText decode(byte[] bytes, String declaredType) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenient(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (looksLikeUtf16(bytes)) {
            return lenient(bytes, 0, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        Optional<Charset> declared =
                named(NAMED, declaredType).or(() -> named(NAMED, head)).or(() -> named(XML, head));
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            boolean ascii = utf8.get().length() == bytes.length;
            Charset found = ascii ? declared.orElse(StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
            return new DecodedText(utf8.get(), found.name(), contradicted(declared, found));
        }
        for (Charset candidate : List.of(declared.orElse(GB18030), GB18030, BIG5)) {
            Optional<String> text = strict(bytes, candidate);
            if (text.isPresent() && !isSingleByte(candidate) && !isOther(text.get(), candidate, bytes)) {
                return new DecodedText(text.get(), candidate.name(), contradicted(declared, candidate));
            }
        }
        // Damaged: the decoding that loses least. A single wrong byte must not turn a UTF-8 page into GB18030.
        DecodedText asUtf8 = lenient(bytes, 0, StandardCharsets.UTF_8);
        DecodedText asGb = lenient(bytes, 0, GB18030);
        return lost(asGb.text()) < lost(asUtf8.text()) ? asGb : asUtf8;
    }

    /** Latin text stored as UTF-16 without a mark: every other byte of the beginning is zero. */
    static boolean looksLikeUtf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, 64) / 2;
        int zeros = 0;
        for (int i = 0; i < 2 * pairs; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return pairs >= 8 && zeros >= pairs * 3 / 4 && zeros <= pairs && (bytes[0] == 0) != (bytes[1] == 0);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        if (GB_NAMES.contains(name)) {
            return Optional.of(GB18030);
        }
        try {
            Charset charset = Charset.forName(name);
            // A page whose declaration can be read byte by byte is not in UTF-16 (HTML standard, "prescan").
            return charset.name().startsWith("UTF-16") ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // an unknown name says nothing
        }
    }

    private static List<String> contradicted(Optional<Charset> declared, Charset found) {
        return declared.filter(name -> !name.equals(found))
                .map(name -> List.of("declared as " + name.name() + ", but the bytes are " + found.name()))
                .orElse(List.of());
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, charset);
            if (text.indexOf('\uFFFD') < 0) {
                return Optional.of(text);
            }
        }
        CharBuffer out = CharBuffer.allocate(bytes.length + 16);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // endOfInput false: a character cut off by the size limit at the very end is no contradiction.
        CoderResult result = decoder.decode(in, out, false);
        return result.isError() ? Optional.empty() : Optional.of(out.flip().toString());
    }

    private static DecodedText lenient(byte[] bytes, int from, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            long lost = lost(text);
            return new DecodedText(
                    text,
                    charset.name(),
                    lost == 0 ? List.of() : List.of(lost + " characters could not be decoded as " + charset.name()));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a decoder that replaces does not report", e);
        }
    }

    /** Whether a text decoded as GB18030 is really Big5, or the other way round: nearly all bytes of the one are something in the other too. */
    private static boolean isOther(String text, Charset charset, byte[] bytes) {
        if (!charset.equals(GB18030) && !charset.equals(BIG5)) {
            return false;
        }
        Optional<String> other = strict(bytes, charset.equals(BIG5) ? GB18030 : BIG5);
        return other.isPresent() && everyday(other.get()) > everyday(text);
    }

    private static long everyday(String text) {
        return text.chars().limit(20_000).filter(c -> EVERYDAY.indexOf(c) >= 0).count();
    }

    private static long lost(String text) {
        return text.chars().filter(c -> c == '\uFFFD').count();
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() <= 1;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
