package org.annals.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveSettings;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.RunInfo;
import org.annals.capture.RunId;
import org.annals.catalog.Catalog;
import org.annals.catalog.Indexer;
import org.annals.government.Government;

/**
 * Writes to an archive as a crawl does while it is looked at: a few reports a second, and the catalogue follows. Arguments: folder, seconds, reports a second. Leaves
 * a finished run behind.
 */
public final class BusyCrawl {
    private static final int YEAR = 2025;
    private static final int BETWEEN_MS = 250;

    private BusyCrawl() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
        int atOnce = Math.max(1, Integer.parseInt(args[2]) * BETWEEN_MS / 1_000);
        List<Government> governments;
        try (Catalog catalog = Catalog.open(folder)) {
            governments = catalog.governments();
        }
        Instant start = Instant.now();
        ArchiveSettings settings = new ArchiveSettings(1L << 28, 1, UUID::randomUUID, Clock.systemUTC());
        RunInfo run = new RunInfo(RunId.startedAt(start), "crawl", start, Map.of("software", "annals/bench"));
        int written = 0;
        try (Archive archive = Archive.openForWriting(folder, settings);
                ArchiveWriter writer = archive.write(run)) {
            BigArchive big = new BigArchive(writer, start);
            while (System.nanoTime() < end) {
                for (int i = 0; i < atOnce; i++) {
                    Government government = governments.get(written++ % governments.size());
                    big.report(government, government.name() + "林业局", YEAR, 0);
                }
                Indexer.catchUp(archive);
                Thread.sleep(BETWEEN_MS);
            }
            writer.commit(Instant.now(), Map.of("captures", (long) written), "4");
        }
        System.out.println(written + " reports written meanwhile");
    }
}
