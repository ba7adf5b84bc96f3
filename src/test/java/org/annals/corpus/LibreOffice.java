package org.annals.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Turns a file into one of another kind with LibreOffice, so that the corpus holds what a real office program writes. Only needed to make a file that the
 * corpus does not hold yet: {@code apt-get install libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk}.
 */
final class LibreOffice {
    private static final int PATIENCE_SECONDS = 120;

    private LibreOffice() {}

    /** The corpus's own file of a name, if it is there; else made anew. */
    static byte[] stored(String name, String extension, byte[] docx) {
        return Corpus.stored(name, extension).orElseGet(() -> converted(docx, extension));
    }

    private static byte[] converted(byte[] docx, String to) {
        try {
            Path folder = Files.createTempDirectory("convert");
            Path in = Files.write(folder.resolve("file.docx"), docx);
            Path out = Files.createDirectory(folder.resolve("out"));
            Process process = new ProcessBuilder(List.of(
                            "soffice",
                            "--headless",
                            "-env:UserInstallation=file://" + folder.resolve("profile"),
                            "--convert-to",
                            to,
                            "--outdir",
                            out.toString(),
                            in.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Optional.of(out.resolve("file." + to))
                    .filter(Files::exists)
                    .map(LibreOffice::bytes)
                    .orElseThrow(() -> new IllegalStateException("no " + to + " came of it, see " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("LibreOffice is needed to make the files of the corpus", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
