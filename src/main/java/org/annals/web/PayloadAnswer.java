package org.annals.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.capture.Payload;

/** Sends a payload as a file for keeping, or the one range of it that was asked for (RFC 9110, 14). */
final class PayloadAnswer {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,12})-(\\d{0,12})");
    private static final Pattern TYPE = Pattern.compile("[a-zA-Z0-9!#$&^_.+-]{1,80}/[a-zA-Z0-9!#$&^_.+-]{1,80}");
    private static final int LONGEST_NAME = 120;

    private PayloadAnswer() {}

    static void send(Context context, String url, Payload payload) {
        byte[] bytes = payload.bytes();
        String tag = "\"" + payload.sha256() + "\"";
        context.header("ETag", tag);
        context.header("Accept-Ranges", "bytes");
        context.header("Content-Disposition", disposition(name(url, payload)));
        context.contentType(type(payload));
        // else a range would be one of the packed bytes
        context.disableCompression();
        String asked = context.header("Range");
        String condition = context.header("If-Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked.replace(" ", ""));
        boolean usable = range.matches() && (condition == null || condition.equals(tag));
        if (!usable || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            context.result(bytes);
            return;
        }
        long length = bytes.length;
        boolean suffix = range.group(1).isEmpty();
        long from = suffix ? Math.max(0, length - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long to =
                suffix || range.group(2).isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(range.group(2)));
        if (from > to) {
            context.status(HttpStatus.RANGE_NOT_SATISFIABLE);
            context.header("Content-Range", "bytes */" + length);
            context.result("");
            return;
        }
        context.status(HttpStatus.PARTIAL_CONTENT);
        context.header("Content-Range", "bytes " + from + "-" + to + "/" + length);
        context.result(Arrays.copyOfRange(bytes, (int) from, (int) to + 1));
    }

    /** As declared, but for what a browser would show: this is a file, whatever it calls itself. */
    private static String type(Payload payload) {
        String declared =
                payload.contentType().orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(declared).matches() ? declared : "application/octet-stream";
    }

    /** Out of the address, with what no file system minds; never a path, never a name that runs. */
    static String name(String url, Payload payload) {
        String step = Addresses.lastStep(url);
        String name = decoded(step)
                .codePoints()
                .map(sign -> Character.isLetterOrDigit(sign) || "._-（）()".indexOf(sign) >= 0 ? sign : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("^[._]+", "")
                .replaceAll("\\.{2,}", ".");
        if (name.length() > LONGEST_NAME) {
            name = name.substring(name.length() - LONGEST_NAME);
        }
        if (name.isEmpty()) {
            name = "payload";
        }
        return name.contains(".") ? name : name + extension(payload);
    }

    private static String extension(Payload payload) {
        return Optional.of(type(payload))
                .map(type -> switch (type) {
                    case "text/html" -> ".html";
                    case "text/plain" -> ".txt";
                    case "application/pdf" -> ".pdf";
                    default -> ".bin";
                })
                .orElseThrow();
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }

    /** For old readers in ASCII, for all others as it is (RFC 6266). */
    private static String disposition(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (b & 0xFF);
            boolean plain = sign < 0x80 && (Character.isLetterOrDigit(sign) || "._-".indexOf(sign) >= 0);
            encoded.append(plain ? String.valueOf(sign) : "%%%02X".formatted(b & 0xFF));
        }
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"; filename*=UTF-8''" + encoded;
    }
}
