package org.annals.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.annals.archive.Archive;
import org.annals.catalog.WrittenCrawls;

/** Archives of crawls a year apart, and what packages of them hold. */
final class PackagedCrawls {
    static final Software SOFTWARE = new Software("1.2.3", "3");

    private PackagedCrawls() {}

    /** A report as it was first published: a fee with decimals, a blank, a cell that cannot be read, a text that a spreadsheet would run. */
    static void firstCrawl(Path archive) throws IOException {
        WrittenCrawls.run(archive, "2025-03-01", crawl -> crawl.page(WrittenCrawls.REPORT, 200, report("7")));
    }

    /** A year later a figure is another. */
    static void secondCrawl(Path archive) throws IOException {
        WrittenCrawls.run(archive, "2026-03-01", crawl -> crawl.page(WrittenCrawls.REPORT, 200, report("8")));
    }

    private static String report(String documents) throws IOException {
        return WrittenCrawls.report(text -> text.replace("行政规范性文件\t0", "行政规范性文件\t" + documents)
                .replace("行政事业性收费\t0", "行政事业性收费\t1234.000001元")
                .replace("行政许可\t0", "行政许可\t-")
                .replace("行政处罚\t0", "行政处罚\t十几件")
                .replace("第1段", "=HYPERLINK(\"http://example.org\") 第1段"));
    }

    static Exported export(Path archive, Path out, String at, Set<Format> formats) throws IOException {
        return export(archive, out, at, formats, false);
    }

    static Exported export(Path archive, Path out, String at, Set<Format> formats, boolean incomplete)
            throws IOException {
        try (Archive opened = Archive.openForReading(archive)) {
            Edition edition = new Edition(CommitChoice.upTo(opened.commits(), at), formats, SOFTWARE, incomplete);
            return DataPackage.export(opened, edition, out);
        }
    }

    static Set<Format> all() {
        return EnumSet.allOf(Format.class);
    }

    /** Digest of every file by path. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, PackedFile.of(folder, path).sha256());
            }
        }
        return files;
    }
}
