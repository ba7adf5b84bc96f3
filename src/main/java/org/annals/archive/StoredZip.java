package org.annals.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip file whose entries are stored as they are, so that a reader can ask for a part of one by its place in the whole; without dates. */
final class StoredZip implements Closeable {
    /** The first day that a zip file can name. */
    private static final long NO_DATE = 315_532_800_000L;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final ZipArchiveOutputStream zip;

    StoredZip(Path file) throws IOException {
        zip = new ZipArchiveOutputStream(file.toFile());
        zip.setUseZip64(Zip64Mode.AsNeeded);
    }

    /** @return what a data package says of the entry */
    ObjectNode add(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        try (InputStream in = new ByteArrayInputStream(content)) {
            put(name, content.length, crc.getValue(), in);
        }
        return resource(name, Sha256.hex(content), content.length);
    }

    ObjectNode add(String name, Path content) throws IOException {
        CRC32 crc = new CRC32();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(content)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                crc.update(piece, 0, n);
            }
        }
        long length = Files.size(content);
        try (InputStream in = Files.newInputStream(content)) {
            put(name, length, crc.getValue(), in);
        }
        return resource(name, Sha256.hex(content), length);
    }

    private void put(String name, long length, long crc, InputStream content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(length);
        entry.setCompressedSize(length);
        entry.setCrc(crc);
        entry.setTime(NO_DATE);
        zip.putArchiveEntry(entry);
        content.transferTo(zip);
        zip.closeArchiveEntry();
    }

    private static ObjectNode resource(String path, String sha256, long bytes) {
        return JSON.createObjectNode()
                .put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("path", path)
                .put("hash", "sha256:" + sha256)
                .put("bytes", bytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
