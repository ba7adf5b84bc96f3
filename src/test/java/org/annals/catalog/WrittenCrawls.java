package org.annals.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveSettings;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.RunInfo;
import org.annals.capture.Exchange;
import org.annals.capture.Finish;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.capture.Visit;

/** Writes crawls into a real archive: each step is one page that a portal answered with. */
public final class WrittenCrawls {
    public static final String SEEDS =
            RecordedCrawls.HEADER + "411421,民权县高新技术产业开发区,zone,河南省,商丘市,http://www.example.gov.cn/,\n";
    public static final String REPORT = "http://www.example.gov.cn/2022.txt";

    private final Archive archive;
    private final ArchiveWriter writer;
    private final Instant start;
    private int exchanges;

    private WrittenCrawls(Archive archive, ArchiveWriter writer, Instant start) {
        this.archive = archive;
        this.writer = writer;
        this.start = start;
    }

    /** What a run asks for. */
    @FunctionalInterface
    public interface Steps {
        void run(WrittenCrawls crawl) throws IOException;
    }

    /** One run from seeds to commit. */
    public static void run(Path folder, String day, Steps steps) throws IOException {
        Instant start = Instant.parse(day + "T08:00:00Z");
        RunInfo run = new RunInfo(RunId.startedAt(start), "crawl", start, Map.of("software", "annals/test"));
        ArchiveSettings settings =
                new ArchiveSettings(1L << 30, 6, UUID::randomUUID, Clock.fixed(start, ZoneOffset.UTC));
        try (Archive archive = Archive.openForWriting(folder, settings);
                ArchiveWriter writer = archive.write(run)) {
            WrittenCrawls crawl = new WrittenCrawls(archive, writer, start);
            writer.seeds("seeds.csv", SEEDS.getBytes(StandardCharsets.UTF_8), start);
            steps.run(crawl);
            writer.commit(crawl.next(), Map.of("pages", (long) crawl.exchanges), "1");
        }
    }

    /** A real report in the real form, with changes. */
    public static String report(UnaryOperator<String> change) throws IOException {
        try (InputStream in = WrittenCrawls.class.getResourceAsStream("/org/annals/parse/layouts/tabs.txt")) {
            return change.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public void page(String url, int status, String body) throws IOException {
        page(url, status, body, status == 404 ? Outcome.GONE : Outcome.ARCHIVED, Via.SEED);
    }

    public void page(String url, int status, String body, Outcome outcome, Via via) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " X\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] response = new byte[headBytes.length + bytes.length];
        System.arraycopy(headBytes, 0, response, 0, headBytes.length);
        System.arraycopy(bytes, 0, response, headBytes.length, bytes.length);
        Instant at = next();
        Exchange exchange = new Exchange(
                url,
                at,
                at.plusMillis(20),
                "192.0.2.1",
                ("GET / HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n").getBytes(StandardCharsets.US_ASCII),
                response,
                status,
                List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
                Payload.of(bytes, "text/plain; charset=utf-8", url),
                null);
        writer.exchange(exchange, new Visit("411421", Purpose.REPORT, via, outcome, "", List.of()));
    }

    /** The portal says that the page is as it was. */
    public void notModified(String url) throws IOException {
        Instant at = next();
        Exchange exchange = new Exchange(
                url,
                at,
                at.plusMillis(20),
                "192.0.2.1",
                "GET / HTTP/1.1\r\nHost: www.example.gov.cn\r\nIf-None-Match: \"a\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII),
                "HTTP/1.1 304 Not Modified\r\nContent-Type: image/png\r\nContent-Length: 9\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII),
                304,
                List.of(),
                Payload.of(new byte[0], null, url),
                null);
        Visit visit = new Visit("411421", Purpose.REPORT, Via.SEED, Outcome.ARCHIVED, "", List.of());
        writer.notModified(exchange, archive.original(url).orElseThrow(), visit);
    }

    /** How the government's crawl ended, said at the end of the run. */
    public void finish(Finish.End end, int beyondBudget) throws IOException {
        writer.finishes(List.of(new Finish("411421", end, 3, 1, 1, 0, 0, 0, beyondBudget, 0)), next());
    }

    public void attempt(String url, Outcome outcome) throws IOException {
        writer.attempt(url, next(), new Visit("411421", Purpose.REPORT, Via.SEED, outcome, "", List.of()));
    }

    /** An address that is refused, or was not asked because its host is left alone. */
    public void notAsked(String url, Outcome outcome) throws IOException {
        String why = Visit.NOT_ASKED + "a rule";
        writer.attempt(url, next(), new Visit("411421", Purpose.REPORT, Via.SEED, outcome, why, List.of()));
    }

    private Instant next() {
        return start.plusSeconds(++exchanges);
    }
}
