package org.annals.archive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What can still be told of a record whose gzip member is damaged: type and target, from whatever inflates before the
 * damage. Only for people to read, since no checksum vouches for it.
 */
final class DamagedMember {
    private static final int ENOUGH = 8 << 10;
    private static final Pattern TYPE = Pattern.compile("\r\nWARC-Type: ([a-z]{1,20})\r\n");
    private static final Pattern TARGET = Pattern.compile("\r\nWARC-Target-URI: ([\\x21-\\x7e]+)\r\n");

    private DamagedMember() {}

    /** @param bytes the beginning of the member; empty text where nothing can be told */
    static String described(byte[] bytes) {
        if (bytes.length <= GzipMember.HEADER_LENGTH) {
            return "";
        }
        byte[] plain = new byte[ENOUGH];
        int length = 0;
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, GzipMember.HEADER_LENGTH, bytes.length - GzipMember.HEADER_LENGTH);
            for (int n = inflater.inflate(plain); n > 0; n = inflater.inflate(plain, length, ENOUGH - length)) {
                length += n;
            }
        } catch (DataFormatException e) {
            length = (int) Math.min(ENOUGH, inflater.getBytesWritten());
        } finally {
            inflater.end();
        }
        return described(new String(plain, 0, length, StandardCharsets.ISO_8859_1));
    }

    /** @param text the beginning of a record, unpacked */
    static String described(String text) {
        Matcher type = TYPE.matcher(text);
        Matcher target = TARGET.matcher(text);
        return (type.find() ? type.group(1) : "") + (target.find() ? " " + target.group(1) : "");
    }
}
