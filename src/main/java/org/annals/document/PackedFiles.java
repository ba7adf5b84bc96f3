package org.annals.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The files in an archive that commons-compress opens, within limits. */
final class PackedFiles {
    static final String SEVEN_Z = "application/x-7z-compressed";
    static final String TAR = "application/x-tar";
    private static final Set<String> STREAMS = Set.of("application/gzip", "application/x-bzip2", "application/x-xz");

    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_MEMORY_KIB = 64 << 10;

    private PackedFiles() {}

    static boolean opens(String kind) {
        return STREAMS.contains(kind) || Set.of(ZipKind.ZIP, SEVEN_Z, TAR).contains(kind);
    }

    static List<PackedFile> of(byte[] bytes, String kind, Inflation inflation, List<String> warnings)
            throws Unreadable {
        try {
            return switch (kind) {
                case ZipKind.ZIP -> zip(bytes, inflation, warnings);
                case SEVEN_Z -> sevenZ(bytes, inflation);
                case TAR -> tar(bytes, inflation);
                default -> stream(bytes, inflation);
            };
        } catch (IOException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        }
    }

    private static List<PackedFile> zip(byte[] bytes, Inflation inflation, List<String> warnings)
            throws IOException, Unreadable {
        List<PackedFile> files = new ArrayList<>();
        try (ZipFile zip = Zips.open(bytes)) {
            int entries = 0;
            for (ZipArchiveEntry entry : Zips.entries(zip)) {
                limit(++entries);
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    warnings.add(entry.getName() + " is encrypted");
                } else if (isDocument(entry) && zip.canReadEntryData(entry)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.add(new PackedFile(entry.getName(), inflation.bytes(in)));
                    }
                }
            }
        }
        return files;
    }

    private static List<PackedFile> sevenZ(byte[] bytes, Inflation inflation) throws IOException, Unreadable {
        List<PackedFile> files = new ArrayList<>();
        try (SevenZFile archive = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setMaxMemoryLimitKiB(MOST_MEMORY_KIB)
                .get()) {
            int entries = 0;
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                limit(++entries);
                if (isDocument(entry)) {
                    files.add(new PackedFile(entry.getName(), inflation.bytes(archive.getInputStream(entry))));
                }
            }
        }
        return files;
    }

    private static List<PackedFile> tar(byte[] bytes, Inflation inflation) throws IOException, Unreadable {
        List<PackedFile> files = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.name())) {
            int entries = 0;
            for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                limit(++entries);
                if (isDocument(entry)) {
                    files.add(new PackedFile(entry.getName(), inflation.bytes(tar)));
                }
            }
        }
        return files;
    }

    private static List<PackedFile> stream(byte[] bytes, Inflation inflation) throws IOException, Unreadable {
        CompressorStreamFactory factory = new CompressorStreamFactory(true, MOST_MEMORY_KIB);
        try (InputStream in = factory.createCompressorInputStream(new ByteArrayInputStream(bytes))) {
            return List.of(new PackedFile("content", inflation.bytes(in)));
        }
    }

    private static void limit(int entries) throws Unreadable {
        if (entries > MOST_ENTRIES) {
            throw new Unreadable("more than " + MOST_ENTRIES + " files");
        }
    }

    /** Neither a folder nor what file managers leave behind. */
    private static boolean isDocument(ArchiveEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && !name.startsWith("__MACOSX/")
                && !name.endsWith(".DS_Store")
                && !name.endsWith("Thumbs.db");
    }
}
