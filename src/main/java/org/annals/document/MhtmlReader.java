package org.annals.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.capture.Payload;

/** Web pages in one file (MHTML, RFC 2557), which Word writes too, often under the name of a .doc: the first page inside is read. */
final class MhtmlReader {
    static final String TYPE = "multipart/related";

    private static final Pattern START = Pattern.compile(
            "(?is)\\A\\s*(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?content-type:\\s*multipart/(?:related|mixed|alternative)\\b.*");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\n]{1,100})\"|([^\\s;]{1,100}))");
    private static final Pattern HEADER =
            Pattern.compile("(?im)^(content-type|content-transfer-encoding)\\s*:\\s*([^\\n]*(?:\\n[ \\t][^\\n]*)*)");
    private static final int LOOK = 4_096;
    private static final int MOST_PARTS = 1_000;

    private MhtmlReader() {}

    static boolean is(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOK)).replace("\r", "");
        boolean mail = head.stripLeading().regionMatches(true, 0, "mime-version", 0, 12)
                || head.stripLeading().regionMatches(true, 0, "from:", 0, 5)
                || head.stripLeading().regionMatches(true, 0, "content-type", 0, 12);
        return mail && START.matcher(head).lookingAt() && BOUNDARY.matcher(head).find();
    }

    static Document read(byte[] bytes) throws Unreadable {
        // byte for byte: each part has a charset of its own
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher boundary = BOUNDARY.matcher(all.substring(0, Math.min(all.length(), LOOK)));
        if (!boundary.find()) {
            throw new Unreadable("does not say where its parts begin");
        }
        String line = "--" + Optional.ofNullable(boundary.group(1)).orElse(boundary.group(2));
        int at = all.indexOf(line, boundary.end());
        for (int i = 0; at >= 0 && i < MOST_PARTS; i++) {
            int from = at + line.length();
            int next = all.indexOf(line, from);
            Optional<Document> page = part(all.substring(from, next < 0 ? all.length() : next));
            if (page.isPresent()) {
                List<String> warnings = new ArrayList<>(page.get().warnings());
                if (next < 0) {
                    warnings.add("this " + TYPE + " is cut off: only its beginning was read");
                }
                return new Document(
                        TYPE,
                        page.get().charset(),
                        page.get().meta(),
                        page.get().blocks(),
                        warnings);
            }
            at = next;
        }
        throw new Unreadable("holds no page of text");
    }

    private static Optional<Document> part(String part) {
        String unix = part.replace("\r\n", "\n");
        int end = unix.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String type = "";
        String encoding = "";
        Matcher header = HEADER.matcher(unix.substring(0, end));
        while (header.find()) {
            boolean isType = header.group(1).equalsIgnoreCase("content-type");
            type = isType ? header.group(2).replace("\n", " ").strip() : type;
            encoding = isType ? encoding : header.group(2).strip().toLowerCase(Locale.ROOT);
        }
        if (!type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            return Optional.empty();
        }
        String body = unix.substring(end + 2);
        byte[] content = switch (encoding) {
            case "quoted-printable" -> quotedPrintable(body);
            case "base64" -> Base64.getMimeDecoder().decode(body.replaceAll("[^A-Za-z0-9+/=]", ""));
            default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
        return Optional.of(Documents.read(Payload.of(content, type, null)));
    }

    /** RFC 2045, 6.7. What is no escape stays as it is. */
    private static byte[] quotedPrintable(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '=') {
                out.write(c);
            } else if (i + 1 < body.length() && body.charAt(i + 1) == '\n') {
                i++;
            } else if (i + 2 < body.length()
                    && Character.digit(body.charAt(i + 1), 16) >= 0
                    && Character.digit(body.charAt(i + 2), 16) >= 0) {
                out.write(Integer.parseInt(body.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }
}
