package org.annals.document;

import java.util.Optional;

/** Cuts RTF (Word 2007 Rich Text Format, version 1.9.1) into groups, control words and bytes of text. */
final class RtfTokens {
    private static final RtfToken BEGIN = new RtfToken(RtfToken.Kind.BEGIN, "{", RtfToken.NONE);
    private static final RtfToken END = new RtfToken(RtfToken.Kind.END, "}", RtfToken.NONE);
    private static final int LONGEST_WORD = 40;

    private final byte[] bytes;
    private int at;

    RtfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    Optional<RtfToken> next() {
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == 0)) {
            at++;
        }
        if (at >= bytes.length) {
            return Optional.empty();
        }
        int c = bytes[at++] & 0xFF;
        return Optional.of(
                switch (c) {
                    case '{' -> BEGIN;
                    case '}' -> END;
                    case '\\' -> control();
                    default -> text(c);
                });
    }

    private static RtfToken text(int c) {
        return new RtfToken(RtfToken.Kind.BYTE, "", c);
    }

    private RtfToken control() {
        if (at >= bytes.length) {
            return END;
        }
        int c = bytes[at] & 0xFF;
        if (!isLetter(c)) {
            at++;
            return symbol(c);
        }
        int from = at;
        while (at < bytes.length && at - from < LONGEST_WORD && isLetter(bytes[at] & 0xFF)) {
            at++;
        }
        StringBuilder word = new StringBuilder();
        for (int i = from; i < at; i++) {
            word.append((char) bytes[i]);
        }
        int value = number();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        if (word.toString().equals("bin") && value > 0) {
            at = (int) Math.min(bytes.length, (long) at + value);
        }
        return new RtfToken(RtfToken.Kind.CONTROL, word.toString(), value);
    }

    private RtfToken symbol(int c) {
        if (c == '\'' && at + 1 < bytes.length) {
            int high = Character.digit(bytes[at], 16);
            int low = Character.digit(bytes[at + 1], 16);
            at += 2;
            return text(high < 0 || low < 0 ? '?' : high * 16 + low);
        }
        return switch (c) {
            case '\\', '{', '}' -> text(c);
            case '\r', '\n' -> new RtfToken(RtfToken.Kind.CONTROL, "par", RtfToken.NONE);
            default -> new RtfToken(RtfToken.Kind.CONTROL, String.valueOf((char) c), RtfToken.NONE);
        };
    }

    private int number() {
        boolean negative = at < bytes.length && bytes[at] == '-';
        int from = negative ? at + 1 : at;
        int end = from;
        long value = 0;
        // To the last digit, however many: what is left over would be read as text, and as the beginning of a figure.
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            value = Math.min(value * 10 + bytes[end] - '0', Integer.MAX_VALUE);
            end++;
        }
        if (end == from) {
            return RtfToken.NONE;
        }
        at = end;
        return (int) (negative ? -value : value);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
