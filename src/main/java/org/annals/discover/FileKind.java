package org.annals.discover;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.annals.capture.Payload;

/** Tells pages from files by declared type and first bytes; the first bytes win, since portals label files freely. */
final class FileKind {
    private static final Pattern FILE_TYPE =
            Pattern.compile("application/(pdf|msword|vnd\\..*|zip|x-zip.*|rtf|wps.*|x-rar.*|ofd|kswps)");
    private static final Pattern OTHER_TYPE = Pattern.compile("(image|audio|video|font)/.*|text/(css|javascript)"
            + "|application/(octet-stream|(x-)?javascript|x-7z.*|x-msdownload)");

    private FileKind() {}

    /** A PDF, a word processor file, a spreadsheet or a package of such files. */
    static boolean isReportFile(Payload page) {
        byte[] bytes = page.bytes();
        String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")
                || start.startsWith("PK\u0003\u0004")
                || start.startsWith("\u00d0\u00cf\u0011\u00e0")
                || start.startsWith("Rar!")
                || start.startsWith("{\\rtf")) {
            return true;
        }
        return FILE_TYPE.matcher(type(page)).matches() && !looksLikeMarkup(start);
    }

    static boolean isText(Payload page) {
        byte[] bytes = page.bytes();
        String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
        return looksLikeMarkup(start) || !OTHER_TYPE.matcher(type(page)).matches();
    }

    private static boolean looksLikeMarkup(String start) {
        String trimmed = start.replace("\u00ef\u00bb\u00bf", "").stripLeading();
        return trimmed.startsWith("<");
    }

    private static String type(Payload page) {
        String declared = page.contentType().orElse("");
        int semicolon = declared.indexOf(';');
        return (semicolon < 0 ? declared : declared.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
