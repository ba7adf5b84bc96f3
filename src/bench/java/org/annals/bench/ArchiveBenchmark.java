package org.annals.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.RunInfo;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.capture.Visit;

/**
 * The archive's speed and size, as ratios within one run: writing against bare gzip of the same bytes; ten yearly revisits against plain copies and against git; rebuild
 * and verify on all processors against one. The number of captures may be given: memory is the same 256 MB heap for any.
 */
public final class ArchiveBenchmark {
    private static final String PAGE = "/org/annals/corpus/golden/word-export-of-100-kb.html";
    private static final Pattern SENTENCE = Pattern.compile("这一年我们把[^。]*。");
    private static final Instant START = Instant.parse("2016-04-01T00:00:00Z");
    private static final int GZIP_LEVEL = 6;
    /** Of a gzip member. */
    private static final int HEADER = 10;

    private static final int TRAILER = 8;
    private static final int REPORTS_OF_A_BODY = 10;

    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    private final Path work;
    private final String page;

    private ArchiveBenchmark(Path work) throws IOException {
        this.work = work;
        try (InputStream in = ArchiveBenchmark.class.getResourceAsStream(PAGE)) {
            this.page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int captures = args.length > 0 && args[0].matches("\\d{1,7}") ? Integer.parseInt(args[0]) : 2_000;
        Path work = Files.createTempDirectory("annals-bench");
        try {
            ArchiveBenchmark benchmark = new ArchiveBenchmark(work);
            benchmark.writing();
            benchmark.revisits();
            benchmark.processors(captures);
        } finally {
            delete(work);
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** A report of one body and year; the noise makes every capture another one. */
    private byte[] report(int body, int year, String noise) {
        Random random = new Random(body * 31L + year);
        return SENTENCE.matcher(page)
                .replaceAll(same -> prose(random))
                .replace("青石县水利局", "第" + body + "县水利局")
                .replace("2023", String.valueOf(year))
                .replace("访问量：1234567", noise)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Text that packs about as well as prose does, which one sentence over and over does not. */
    private static String prose(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append((char) (0x4e00 + (int) Math.abs(random.nextGaussian() * 600)));
            if (random.nextInt(14) == 0) {
                text.append('，');
            }
        }
        return text.append('。').toString();
    }

    private static Exchange exchange(String url, byte[] body, Instant at) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream response = new ByteArrayOutputStream(head.length + body.length);
        response.writeBytes(head);
        response.writeBytes(body);
        return new Exchange(
                url,
                at,
                at.plusMillis(100),
                "192.0.2.1",
                "GET / HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                response.toByteArray(),
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                Payload.of(body, "text/html; charset=utf-8", url),
                null);
    }

    private static Visit visit(String anchor) {
        return new Visit(
                "100001",
                Purpose.REPORT,
                new Via("http://www.example.gov.cn/nb/", anchor, 2),
                Outcome.ARCHIVED,
                "",
                List.of());
    }

    private static RunInfo run(Instant at) {
        return new RunInfo(RunId.startedAt(at), "crawl", at, Map.of("software", "annals/bench"));
    }

    private void writing() throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            exchanges.add(exchange("http://www.example.gov.cn/" + i, report(i, 2023, "" + i), START.plusSeconds(i)));
        }
        Path once = work.resolve("once");
        write(once, exchanges);
        List<byte[]> records = records(once);
        double best = 0;
        double worked = 0;
        for (int round = 0; round < 8; round++) {
            long begun = System.nanoTime();
            long cpu = TIMES.getCurrentThreadCpuTime();
            try (OutputStream out = Files.newOutputStream(work.resolve("bare.gz"))) {
                for (byte[] record : records) {
                    GZIPOutputStream gzip = new GZIPOutputStream(out) {
                        {
                            def.setLevel(GZIP_LEVEL);
                        }
                    };
                    gzip.write(record);
                    gzip.finish();
                }
            }
            long bare = System.nanoTime() - begun;
            long bareCpu = TIMES.getCurrentThreadCpuTime() - cpu;
            Path folder = work.resolve("writing" + round);
            begun = System.nanoTime();
            cpu = TIMES.getCurrentThreadCpuTime();
            write(folder, exchanges);
            best = Math.max(best, (double) bare / (System.nanoTime() - begun));
            worked = Math.max(worked, (double) bareCpu / (TIMES.getCurrentThreadCpuTime() - cpu));
        }
        say(
                "writing records, synced one by one, index and commit included: %.2f of bare gzip of the same records at the same level; %.2f by processor time alone",
                best, worked);
    }

    private static void write(Path folder, List<Exchange> exchanges) throws IOException {
        try (Archive archive = Archive.openForWriting(folder);
                ArchiveWriter writer = archive.write(run(START))) {
            for (Exchange exchange : exchanges) {
                writer.exchange(exchange, visit("2023年年报"));
            }
            writer.commit(START, Map.of(), "3");
        }
    }

    /** What stands in the gzip members of an archive's only file. */
    private static List<byte[]> records(Path folder) throws IOException {
        Path file;
        try (Stream<Path> files = Files.walk(folder.resolve("warc"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        List<byte[]> records = new ArrayList<>();
        byte[] piece = new byte[1 << 16];
        int at = 0;
        while (at < bytes.length) {
            Inflater inflater = new Inflater(true);
            inflater.setInput(bytes, at + HEADER, bytes.length - at - HEADER);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            try {
                while (!inflater.finished()) {
                    plain.write(piece, 0, inflater.inflate(piece));
                }
            } catch (DataFormatException e) {
                throw new IOException(e);
            }
            at += HEADER + (int) inflater.getBytesRead() + TRAILER;
            inflater.end();
            records.add(plain.toByteArray());
        }
        return records;
    }

    private void revisits() throws IOException, InterruptedException {
        Path folder = work.resolve("revisits");
        Path git = Files.createDirectories(work.resolve("git"));
        int addresses = 50;
        long plain = 0;
        boolean hasGit = git(git, "init", "-q") == 0;
        for (int visit = 0; visit < 10; visit++) {
            Instant at = START.plus(Duration.ofDays(365L * visit));
            try (Archive archive = Archive.openForWriting(folder);
                    ArchiveWriter writer = archive.write(run(at))) {
                for (int i = 0; i < addresses; i++) {
                    // every tenth is corrected between two visits
                    int version = (visit * 10 + i) / 100 + (i % 10 == visit ? 1 : 0);
                    byte[] body = report(i, 2015, "版本" + version);
                    writer.exchange(
                            exchange("http://www.example.gov.cn/" + i, body, at.plusSeconds(i)), visit("2015年年报"));
                    ByteArrayOutputStream copy = new ByteArrayOutputStream();
                    try (GZIPOutputStream gzip = new GZIPOutputStream(copy)) {
                        gzip.write(body);
                    }
                    plain += copy.size();
                    Files.write(git.resolve(i + ".html"), body);
                }
                writer.commit(at.plusSeconds(addresses), Map.of(), "3");
            }
            if (hasGit) {
                git(git, "add", "-A");
                git(git, "-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "-q", "-m", "visit " + visit);
            }
        }
        long ours = size(folder.resolve("warc"));
        say("ten yearly visits of %d reports: %d bytes of WARC, %.2f of gzipped copies", addresses, ours, (double) ours / plain);
        if (hasGit && git(git, "gc", "-q", "--aggressive") == 0) {
            long packed = size(git.resolve(".git/objects/pack"));
            say("the same in git, packed as tight as it can: %d bytes; WARC takes %.1f times that", packed, (double) ours / packed);
        }
    }

    private static int git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // there is no git
        }
    }

    private void generate(Path folder, int captures) throws IOException {
        StringBuilder seeds = new StringBuilder("code,name,level,province,parent,portal_url,report_list_url\n");
        int bodies = Math.max(1, captures / REPORTS_OF_A_BODY);
        for (int body = 0; body < bodies; body++) {
            seeds.append(body)
                    .append(",第")
                    .append(body)
                    .append("县,county,示范省,示范市,http://www.c")
                    .append(body)
                    .append(".gov.cn/,\n");
        }
        try (Archive archive = Archive.openForWriting(folder);
                ArchiveWriter writer = archive.write(run(START))) {
            writer.seeds("seeds.csv", seeds.toString().getBytes(StandardCharsets.UTF_8), START);
            for (int i = 0; i < captures; i++) {
                int body = i / REPORTS_OF_A_BODY;
                int year = 2010 + i % REPORTS_OF_A_BODY;
                String url = "http://www.c" + body + ".gov.cn/" + year + ".html";
                writer.exchange(
                        exchange(url, report(body, year, "" + i), START.plusMillis(i)), visit(year + "年年报"));
            }
            writer.commit(START.plusSeconds(captures), Map.of(), "3");
        }
    }

    private void processors(int captures) throws IOException, InterruptedException {
        Path folder = work.resolve("many");
        generate(folder, captures);
        say("%d captures, %d MB of WARC", captures, size(folder.resolve("warc")) >> 20);
        int all = Runtime.getRuntime().availableProcessors();
        for (String command : List.of("rebuild", "verify")) {
            double one = seconds(folder, command, 1);
            double many = seconds(folder, command, all);
            say("%s: %.1f s on one processor, %.1f s on %d: %.2f times as fast, %.0f captures a second",
                    command, one, many, all, one / many, captures / many);
        }
    }

    /** Of a process of its own, bound to so many processors, with a heap that would not hold the archive. */
    private double seconds(Path folder, String command, int processors) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (processors == 1 && Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            line.addAll(List.of("/usr/bin/taskset", "-c", "0"));
        }
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseParallelGC",
                "-XX:ActiveProcessorCount=" + processors,
                "-cp",
                System.getProperty("java.class.path"),
                "org.annals.cli.Main",
                command,
                "--archive",
                folder.toString()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.HOURS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " failed");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
