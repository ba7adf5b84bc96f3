package org.annals.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A file to take captures from: a WARC file, or a WACZ with several of them. */
final class SourceFile implements Closeable {
    /** WARC files in a WACZ are stored as they are; one that grows more than this is a bomb. */
    private static final int MOST_GROWTH = 100;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Path path;
    private final String name;
    private final String sha256;
    private final long length;
    private final List<Path> unpacked = new ArrayList<>();

    private SourceFile(Path path, String sha256, long length) {
        this.path = path;
        this.name = path.getFileName().toString();
        this.sha256 = sha256;
        this.length = length;
    }

    /**
     * Reads the whole file once for its digest.
     *
     * @throws IOException in words for people if it cannot be read
     */
    static SourceFile open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder; name the files in it");
        }
        try {
            return new SourceFile(path, Sha256.hex(path), Files.size(path));
        } catch (IOException e) {
            throw new IOException(DiskFault.reason(e), e);
        }
    }

    String name() {
        return name;
    }

    String sha256() {
        return sha256;
    }

    long length() {
        return length;
    }

    /** One WARC file of it. */
    interface Opening {
        SourceReader open() throws IOException;

        /** Name for people: that of the file, and of the entry in it. */
        String name();
    }

    /** @throws IOException in words for people if it is no WACZ that can be read */
    List<Opening> warcs() throws IOException {
        if (!isZip()) {
            return List.of(opening(name, path, 0, -1));
        }
        List<Opening> openings = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder()
                .setPath(path)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                String lower = entry.getName().toLowerCase(Locale.ROOT);
                if (lower.startsWith("archive/") && (lower.endsWith(".warc.gz") || lower.endsWith(".warc"))) {
                    String full = name + "/" + entry.getName();
                    if (entry.getMethod() == ZipEntry.STORED) {
                        openings.add(opening(full, path, entry.getDataOffset(), entry.getSize()));
                    } else {
                        openings.add(opening(full, unpacked(zip, entry), 0, -1));
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the zip file is damaged: " + e.getMessage(), e);
        }
        if (openings.isEmpty()) {
            throw new IOException("it is a zip file and no WACZ: it has no archive/….warc.gz");
        }
        return openings;
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static Opening opening(String name, Path path, long start, long length) {
        return new Opening() {
            @Override
            public SourceReader open() throws IOException {
                PositionedInput in = new PositionedInput(path, name, start, length);
                try {
                    return new SourceReader(in, name);
                } catch (IOException e) {
                    in.close();
                    throw e;
                }
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    private Path unpacked(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        Path file = Files.createTempFile("annals-import", ".warc");
        unpacked.add(file);
        long most = Math.max(1 << 20, entry.getCompressedSize() * MOST_GROWTH);
        long written = 0;
        byte[] piece = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                written += n;
                if (written > most) {
                    throw new IOException(entry.getName() + " unpacks to more than " + MOST_GROWTH + " times its size");
                }
                out.write(piece, 0, n);
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : unpacked) {
            Files.deleteIfExists(file);
        }
    }
}
