package org.annals.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;

/**
 * A record as one gzip member. The ten bytes of its header are the same for every member of a level, so that the same records give the same bytes:
 *
 * <pre>
 * 1f 8b 08  00     00 00 00 00  xx                      ff
 * deflate   flags  no time      2 best, 4 fast, else 0  no operating system
 * </pre>
 */
final class GzipMember {
    static final int HEADER_LENGTH = 10;

    private GzipMember() {}

    static byte[] of(WarcRecord record, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, parameters(level))) {
            // straight into the gzip stream: a record may be big
            new WarcWriter(PlainChannel.of(gzip), WarcCompression.NONE).write(record);
        }
        return bytes.toByteArray();
    }

    /** Any bytes as one member. */
    static byte[] of(byte[] content, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, parameters(level))) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static GzipParameters parameters(int level) {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(level);
        parameters.setModificationTime(0);
        parameters.setOS(GzipParameters.OS.UNKNOWN);
        return parameters;
    }

    /** Whether a member's header is as we write it. */
    static boolean isOurs(byte[] header) {
        return header.length == HEADER_LENGTH
                && (header[0] & 0xff) == 0x1f
                && (header[1] & 0xff) == 0x8b
                && header[2] == 8
                && header[3] == 0
                && header[4] == 0
                && header[5] == 0
                && header[6] == 0
                && header[7] == 0
                && (header[8] == 0 || header[8] == 2 || header[8] == 4)
                && (header[9] & 0xff) == 0xff;
    }
}
