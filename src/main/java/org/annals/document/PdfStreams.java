package org.annals.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for streams that unpack to more than any report holds, before the library unpacks them whole into memory. Pictures are left out: they are never
 * unpacked here.
 */
final class PdfStreams {
    private static final long LARGEST = 48L << 20;
    private static final long LARGEST_TOGETHER = 160L << 20;
    private static final int MOST_STREAMS = 50_000;
    private static final int DEEPEST = 3;
    /** One byte of these can stand for thousands: only short ones are let through. */
    private static final int LARGEST_OF_OTHERS = 64 << 10;

    private static final int DICTIONARY = 2_000;
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");
    private static final Pattern STRUCTURE = Pattern.compile("/Type\\s*/(ObjStm|XRef|Metadata)\\b");
    private static final Pattern OTHERS = Pattern.compile("/(LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);

    private PdfStreams() {}

    static void check(byte[] bytes) throws Unreadable {
        long together = 0;
        int streams = 0;
        for (int at = find(bytes, 0); at >= 0; at = find(bytes, at + 1)) {
            if (at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n') {
                continue; // endstream
            }
            if (++streams > MOST_STREAMS) {
                throw new Unreadable("more than " + MOST_STREAMS + " streams");
            }
            String dictionary = dictionary(bytes, at);
            boolean picture = PICTURE.matcher(dictionary).find()
                    && !STRUCTURE.matcher(dictionary).find();
            int from = at + STREAM.length;
            from += from < bytes.length && bytes[from] == '\r' ? 1 : 0;
            from += from < bytes.length && bytes[from] == '\n' ? 1 : 0;
            if (!picture) {
                together += inflated(bytes, from, bytes.length, DEEPEST);
                if (together > LARGEST_TOGETHER) {
                    throw tooLarge();
                }
                checkOthers(dictionary, bytes, from);
            }
        }
    }

    private static Unreadable tooLarge() {
        return new Unreadable("unpacks to more than any report holds");
    }

    private static int find(byte[] bytes, int from) {
        for (int i = from; i + STREAM.length <= bytes.length; i++) {
            if (bytes[i] == 's' && matches(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private static String dictionary(byte[] bytes, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        int begin = Math.max(before.lastIndexOf(" obj"), before.lastIndexOf("endobj"));
        return begin < 0 ? before : before.substring(begin);
    }

    private static void checkOthers(String dictionary, byte[] bytes, int from) throws Unreadable {
        Matcher others = OTHERS.matcher(dictionary);
        if (others.find()) {
            int end = from;
            while (end < bytes.length && end - from <= LARGEST_OF_OTHERS && !endsAt(bytes, end)) {
                end++;
            }
            if (end - from > LARGEST_OF_OTHERS) {
                throw new Unreadable("packed in a way that cannot be unpacked safely: " + others.group(1));
            }
        }
    }

    private static boolean endsAt(byte[] bytes, int at) {
        return bytes[at] == 'e' && at + 3 + STREAM.length <= bytes.length && matches(bytes, at + 3);
    }

    /** How much a deflated stream unpacks to; what unpacks to a deflated stream again is followed. */
    private static long inflated(byte[] bytes, int from, int to, int depth) throws Unreadable {
        boolean deflated = to - from > 2
                && (bytes[from] & 0x0F) == 8
                && ((bytes[from] & 0xFF) << 8 | bytes[from + 1] & 0xFF) % 31 == 0;
        if (!deflated || depth == 0) {
            return 0;
        }
        Inflater inflater = new Inflater();
        byte[] buffer = new byte[1 << 16];
        byte[] head = null;
        long total = 0;
        try {
            inflater.setInput(bytes, from, to - from);
            while (!inflater.finished()) {
                int got = inflater.inflate(buffer);
                if (got == 0) {
                    break;
                }
                if (head == null) {
                    head = buffer.clone();
                }
                total += got;
                if (total > LARGEST) {
                    throw tooLarge();
                }
            }
        } catch (DataFormatException e) {
            return total; // damaged: what can be unpacked of it was counted
        } finally {
            inflater.end();
        }
        return total + (head == null ? 0 : inflated(head, 0, (int) Math.min(total, head.length), depth - 1) * 2_000);
    }
}
