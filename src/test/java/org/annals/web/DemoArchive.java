package org.annals.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.annals.catalog.Catalog;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Evidence;
import org.annals.cli.Main;

/** The archive that {@code annals demo} leaves: made once for all tests of the pages, and only read by them. */
final class DemoArchive {
    private static Path folder;

    private DemoArchive() {}

    static synchronized Path folder() throws IOException, InterruptedException {
        if (folder == null) {
            Path parent = Files.createTempDirectory("annals-web");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(parent)));
            Path archive = parent.resolve("demo");
            Path said = parent.resolve("said.txt");
            Process demo = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "demo",
                            "--archive",
                            archive.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!demo.waitFor(3, TimeUnit.MINUTES) || demo.exitValue() != 0) {
                demo.destroyForcibly();
                throw new AssertionError("the demo failed: " + Files.readString(said));
            }
            folder = archive;
        }
        return folder;
    }

    /** Something that is there for each name of a parameter that names a thing: the revised report and what belongs to it. */
    static Map<String, String> ids() throws IOException, InterruptedException {
        try (Catalog catalog = Catalog.open(folder())) {
            DetectedRevision revision = catalog.revisions(Optional.empty()).stream()
                    .filter(one -> one.kind().equals("data"))
                    .findFirst()
                    .orElseThrow();
            Evidence version = catalog.evidence(revision.publicationId()).get(0);
            return Map.of(
                    "revision_id", revision.revisionId(),
                    "publication_id", revision.publicationId(),
                    "report_id", version.reportId(),
                    "capture_id", version.captureId(),
                    "government_code", revision.publicationId().substring(0, 6),
                    "field", "t3.granted.natural",
                    "run_id", catalog.crawls().list().get(0).id());
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path one, IOException fault) throws IOException {
                    Files.delete(one);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("left behind: " + e);
        }
    }
}
