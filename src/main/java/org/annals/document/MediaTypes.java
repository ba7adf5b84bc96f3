package org.annals.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What bytes are, by their signatures. */
final class MediaTypes {
    static final String HTML = "text/html";
    static final String PLAIN = "text/plain";

    private record Signature(String mediaType, String magic) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("application/pdf", "%PDF-"),
            new Signature("application/msword", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
            new Signature("application/rtf", "{\\rtf"),
            new Signature("application/gzip", "\u001F\u008B"),
            new Signature("application/vnd.rar", "Rar!"),
            new Signature("application/x-bzip2", "BZh"),
            new Signature("application/x-xz", "\u00FD7zXZ\0"),
            new Signature("application/x-7z-compressed", "7z\u00BC\u00AF\u0027\u001C"),
            new Signature("image/png", "\u0089PNG"),
            new Signature("image/jpeg", "\u00FF\u00D8\u00FF"),
            new Signature("image/gif", "GIF8"),
            new Signature("image/tiff", "II*\0"),
            new Signature("image/tiff", "MM\0*"),
            new Signature("image/webp", "RIFF"));
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype\\s+html|html|head|body|meta|title|table|div|p|span|h[1-6])\\b", Pattern.CASE_INSENSITIVE);
    private static final int LOOK = 8192;
    private static final int TAR_MAGIC = 257;

    private MediaTypes() {}

    /** The kind of a payload that is no text; empty for text. */
    static Optional<String> binary(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
        for (Signature signature : SIGNATURES) {
            if (head.startsWith(signature.magic())) {
                return Optional.of(signature.mediaType());
            }
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of(ZipKind.ZIP);
        }
        if (head.startsWith("ustar", TAR_MAGIC)) {
            return Optional.of("application/x-tar");
        }
        boolean utf16 = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        return !utf16 && head.indexOf('\0') >= 0 && !Charsets.looksLikeUtf16(bytes)
                ? Optional.of(head.startsWith("BM") ? "image/bmp" : "application/octet-stream")
                : Optional.empty();
    }

    static String ofText(String text, String declared) {
        String head = text.substring(0, Math.min(text.length(), LOOK));
        String start = head.stripLeading();
        // a page may open with thousands of tags that say nothing
        boolean markup = MARKUP.matcher(start.startsWith("<") ? text : head).find();
        boolean saysHtml = declared.toLowerCase(Locale.ROOT).contains("html");
        return markup && (saysHtml || start.startsWith("<")) || saysHtml && text.indexOf('<') >= 0 ? HTML : PLAIN;
    }
}
