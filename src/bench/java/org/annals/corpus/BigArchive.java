package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.annals.catalog.Indexed;
import org.annals.catalog.Indexer;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.government.Seeds;

/**
 * A big archive by chance: reports of the governments of the real seeds, on pages that the real parser reads, written and indexed through the front doors. About 50,000
 * reports and ten million values with the default settings; the same every time but for the times.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=org.annals.corpus.BigArchive -Dbench.what=FOLDER}; system property {@code share} for a smaller one.
 */
public final class BigArchive {
    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2025;
    private static final Instant FIRST_RUN = Instant.parse("2026-04-06T01:00:00Z");
    private static final Instant SECOND_RUN = Instant.parse("2026-08-20T01:00:00Z");
    private static final Instant THIRD_RUN = Instant.parse("2026-10-12T01:00:00Z");
    private static final List<String> DEPARTMENTS = List.of("财政局", "教育局", "水利局", "民政局", "交通运输局");

    private final ArchiveWriter writer;
    private final BigReports reports = new BigReports();
    private Instant now;
    private int written;

    BigArchive(ArchiveWriter writer, Instant start) {
        this.writer = writer;
        this.now = start;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        double share = Double.parseDouble(System.getProperty("share", "1"));
        Path seedsFolder = Path.of("seeds");
        List<Path> files;
        try (Stream<Path> all = Files.list(seedsFolder)) {
            files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        List<Government> governments = new ArrayList<>();
        for (Path file : files) {
            governments.addAll(Seeds.parse(Files.readString(file)).governments());
        }
        governments = governments.subList(0, (int) (governments.size() * share));
        long begun = System.nanoTime();
        write(folder, FIRST_RUN, files, governments, 0);
        write(folder, SECOND_RUN, files, governments, 1);
        write(folder, THIRD_RUN, files, governments, 2);
        say("written after %d s", seconds(begun));
        try (Archive archive = Archive.openForReading(folder)) {
            Indexed indexed = Indexer.rebuild(archive);
            say("%s, indexed after %d s", indexed, seconds(begun));
        }
    }

    static void write(Path folder, Instant at, List<Path> seeds, List<Government> governments, int visit)
            throws IOException {
        ArchiveSettings settings = new ArchiveSettings(1L << 28, 1, UUID::randomUUID, Clock.systemUTC());
        RunInfo run = new RunInfo(
                RunId.startedAt(at), "crawl", at, Map.of("software", "annals/bench", "delay", "PT3S", "max-hosts", "64"));
        try (Archive archive = Archive.openForWriting(folder, settings);
                ArchiveWriter writer = archive.write(run)) {
            BigArchive big = new BigArchive(writer, at);
            for (Path file : seeds) {
                writer.seeds(file.getFileName().toString(), Files.readAllBytes(file), at);
            }
            List<Finish> finishes = new ArrayList<>();
            for (Government government : governments) {
                switch (visit) {
                    case 0 -> finishes.add(big.all(government));
                    case 1 -> finishes.add(big.again(government));
                    default -> big.more(government).ifPresent(finishes::add);
                }
            }
            writer.finishes(finishes, big.now);
            writer.commit(big.now, Map.of("captures", (long) big.written), "3");
        }
    }

    /** Everything of a government: robots.txt, its column, its reports, those of some departments; one in twenty-five cannot be reached. */
    private Finish all(Government government) throws IOException {
        Random random = new Random(government.code().hashCode());
        if (government.portal().isEmpty() || random.nextInt(25) == 0) {
            attempt(government, site(government), Purpose.SEED, Outcome.values()[4 + random.nextInt(3)]);
            return finish(government, Finish.End.NO_COLUMN, 0, 0);
        }
        String site = site(government);
        page(government, site + "robots.txt", "User-agent: *\nDisallow: /search\n", "text/plain", Purpose.ROBOTS, "");
        page(government, site + "zwgk/nb/", column(government), "text/html; charset=utf-8", Purpose.COLUMN, "政府信息公开年报");
        int found = 0;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (random.nextInt(12) == 0) {
                if (random.nextBoolean()) {
                    attempt(government, address(government, government.name(), year), Purpose.REPORT, Outcome.TIMEOUT);
                }
                continue;
            }
            report(government, government.name(), year, 0);
            found++;
        }
        if (departments(government)) {
            found += departmentReports(government);
        }
        return finish(government, Finish.End.EXHAUSTED, found + 2, found);
    }

    /** A second visit: three reports of the year before are asked; half of them were changed. */
    private Finish again(Government government) throws IOException {
        Random random = new Random(government.code().hashCode() * 31L);
        String site = site(government);
        page(government, site + "zwgk/nb/", column(government), "text/html; charset=utf-8", Purpose.COLUMN, "政府信息公开年报");
        int asked = 0;
        for (int year = LAST_YEAR - 2; year <= LAST_YEAR; year++) {
            report(government, government.name(), year, random.nextInt(2));
            asked++;
        }
        return random.nextInt(40) == 0
                ? finish(government, Finish.End.BUDGET, asked + 1, asked)
                : finish(government, Finish.End.EXHAUSTED, asked + 1, asked);
    }

    /** A third visit finds the reports of departments of further governments. */
    private Optional<Finish> more(Government government) throws IOException {
        if (!government.code().endsWith("02") || departments(government)) {
            return Optional.empty();
        }
        return Optional.of(finish(government, Finish.End.EXHAUSTED, 1, departmentReports(government)));
    }

    private int departmentReports(Government government) throws IOException {
        int found = 0;
        for (String department : DEPARTMENTS) {
            for (int year = LAST_YEAR - 4; year <= LAST_YEAR; year++) {
                report(government, government.name() + department, year, 0);
                found++;
            }
        }
        return found;
    }

    private static boolean departments(Government government) {
        return government.level() == Level.PREFECTURE || government.code().endsWith("21");
    }

    private static Finish finish(Government government, Finish.End end, int pages, int reports) {
        return new Finish(government.code(), end, pages, reports, reports > 0 ? 1 : 0, 0, 0, 0, 0, 0);
    }

    private static String site(Government government) {
        return government.portal().orElse("http://www.example.gov.cn/").replaceFirst("^(https?://[^/]+).*$", "$1/");
    }

    private static String address(Government government, String body, int year) {
        return site(government) + "zwgk/nb/" + (year + 1) + "/t" + Integer.toHexString((body + year).hashCode()) + ".html";
    }

    private static String column(Government government) {
        StringBuilder list = new StringBuilder("<!DOCTYPE html><html><head><title>政府信息公开年报</title></head><body><ul>\n");
        for (int year = LAST_YEAR; year >= FIRST_YEAR; year--) {
            list.append("<li><a href=\"")
                    .append(address(government, government.name(), year))
                    .append("\">")
                    .append(title(government.name(), year))
                    .append("</a></li>\n");
        }
        return list.append("</ul></body></html>").toString();
    }

    private static String title(String body, int year) {
        return body + year + "年政府信息公开工作年度报告";
    }

    void report(Government government, String body, int year, int version) throws IOException {
        page(
                government,
                address(government, body, year),
                reports.page(government, body, year, version),
                "text/html; charset=utf-8",
                Purpose.REPORT,
                title(body, year));
    }

    private void page(Government government, String url, String text, String type, Purpose purpose, String anchor)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream response = new ByteArrayOutputStream(head.length + body.length);
        response.writeBytes(head);
        response.writeBytes(body);
        Exchange exchange = new Exchange(
                url,
                tick(),
                now.plusMillis(120),
                "192.0.2.1",
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                response.toByteArray(),
                200,
                List.of(new Header("Content-Type", type)),
                Payload.of(body, type, url),
                null);
        writer.exchange(exchange, visit(government, purpose, anchor, Outcome.ARCHIVED));
        written++;
    }

    private void attempt(Government government, String url, Purpose purpose, Outcome outcome) throws IOException {
        writer.attempt(url, tick(), visit(government, purpose, purpose == Purpose.REPORT ? "年度报告" : "", outcome));
    }

    private static Visit visit(Government government, Purpose purpose, String anchor, Outcome outcome) {
        Via via = anchor.isEmpty() ? Via.SEED : new Via(site(government) + "zwgk/nb/", anchor, 2);
        return new Visit(government.code(), purpose, via, outcome, "", List.of());
    }

    private Instant tick() {
        now = now.plus(Duration.ofMillis(900));
        return now;
    }

    private static long seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000L;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
