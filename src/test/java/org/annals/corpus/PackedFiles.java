package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Reports inside archives. */
final class PackedFiles {
    private static final String NAME = "青石县水利局2023年政府信息公开工作年度报告";

    private PackedFiles() {}

    static List<Golden> all() {
        Draft draft = Draft.distinct();
        byte[] word = new WordFile().write(draft.parts());
        List<Golden> files = new ArrayList<>();
        files.add(packed("packed-word", "zip", zip(NAME + ".docx", word), draft));
        files.add(packed("packed-word", "7z", sevenZ(NAME + ".docx", word), draft));
        files.add(packed("packed-word", "tar", tar(NAME + ".docx", word), draft));
        files.add(packed("packed-word-and-gzip", "tgz", gzip(tar(NAME + ".docx", word)), draft));
        files.add(packed(
                "packed-page",
                "gz",
                gzip(HtmlPage.portal().write(draft.parts()).getBytes(StandardCharsets.UTF_8)),
                draft));
        return files;
    }

    private static Golden packed(String name, String extension, byte[] bytes, Draft draft) {
        String whole = name + "-" + extension;
        return new Golden(whole, extension, Corpus.stored(whole, extension).orElse(bytes), Expectation.of(draft));
    }

    /** The name of the file as tools of Chinese Windows write it, and beside it a picture. */
    static byte[] zip(String name, byte[] content) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GB18030"))) {
            zip.putNextEntry(new ZipEntry("封面.png"));
            zip.write(UnreadableFiles.picture());
            zip.putNextEntry(new ZipEntry("年报/" + name));
            zip.write(content);
            zip.closeEntry();
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tar(String name, byte[] content) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            tar.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sevenZ(String name, byte[] content) {
        try {
            Path file = Files.createTempFile("packed", ".7z");
            try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(name);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
