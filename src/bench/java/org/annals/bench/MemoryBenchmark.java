package org.annals.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * Memory of the commands that go over a whole archive: the same small heap for 1,000 captures and for 200,000 (or the numbers given, with commas between), and the most
 * memory that each process had, native memory of SQLite included. One capture in twenty is a report, the others are small pages, each with another text.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=org.annals.bench.MemoryBenchmark -Dbench.what=1000,20000,200000}
 */
public final class MemoryBenchmark {
    private static final Path REPORT =
            Path.of("src", "test", "resources", "org", "annals", "corpus", "golden", "zeros-sanmen.html");
    private static final Path PAGE =
            Path.of("src", "test", "resources", "org", "annals", "corpus", "golden", "other-home-page.html");
    private static final Instant START = Instant.parse("2024-04-01T00:00:00Z");
    private static final String HEAP = "-Xmx192m";
    private static final int ONE_IN = 20;
    private static final int OF_A_BODY = 100;
    private static final int LOOK_MILLIS = 20;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    private MemoryBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String asked = args.length == 0 || args[0].equals("all") ? "1000,20000,200000" : args[0];
        Path work = Files.createTempDirectory("annals-memory");
        try {
            for (String captures : asked.split(",")) {
                Path folder = work.resolve(captures);
                generate(folder, Integer.parseInt(captures));
                measure(folder, captures, "rebuild");
                measure(folder, captures, "verify");
                measure(folder, captures, "export", "--out", folder.resolve("dataset").toString(), "--format", "csv");
                delete(folder);
            }
        } finally {
            delete(work);
        }
    }

    private static void generate(Path folder, int captures) throws IOException {
        String report = Files.readString(REPORT);
        String page = Files.readString(PAGE);
        StringBuilder seeds = new StringBuilder("code,name,level,province,parent,portal_url,report_list_url\n");
        for (int body = 0; body <= captures / OF_A_BODY; body++) {
            seeds.append("%d,第%d县,county,示范省,示范市,http://www.c%d.gov.cn/,%n".formatted(body, body, body));
        }
        RunInfo run = new RunInfo(RunId.startedAt(START), "crawl", START, Map.of("software", "annals/bench"));
        try (Archive archive = Archive.openForWriting(folder);
                ArchiveWriter writer = archive.write(run)) {
            writer.seeds("seeds.csv", seeds.toString().getBytes(StandardCharsets.UTF_8), START);
            for (int i = 0; i < captures; i++) {
                int body = i / OF_A_BODY;
                boolean isReport = i % ONE_IN == 0;
                String text = (isReport ? report.replace("三门县", "第" + body + "县").replace("2022", "" + (2008 + i / ONE_IN % 5)) : page)
                        .replace("</body>", "<p>访问量：" + i + "</p></body>");
                Visit visit = new Visit(
                        String.valueOf(body),
                        isReport ? Purpose.REPORT : Purpose.OTHER,
                        new Via("http://www.c" + body + ".gov.cn/", isReport ? "年度报告" : "栏目", 1),
                        Outcome.ARCHIVED,
                        "",
                        List.of());
                writer.exchange(
                        exchange("http://www.c" + body + ".gov.cn/t" + i + ".html", text, START.plusMillis(i)), visit);
            }
            writer.commit(START.plusSeconds(captures), Map.of(), "4");
        }
    }

    private static Exchange exchange(String url, String text, Instant at) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] response = new byte[head.length + body.length];
        System.arraycopy(head, 0, response, 0, head.length);
        System.arraycopy(body, 0, response, head.length, body.length);
        return new Exchange(
                url,
                at,
                at.plusMillis(1),
                "192.0.2.1",
                "GET / HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                response,
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8")),
                Payload.of(body, "text/html; charset=utf-8", url),
                null);
    }

    private static void measure(Path folder, String captures, String command, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.annals.cli.Main",
                command,
                "--archive",
                folder.toString()));
        line.addAll(List.of(arguments));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        System.out.printf(
                Locale.ROOT,
                "%7s captures, %-7s in a heap of %s: %4d MB at most, %.1f s, exit code %d%n",
                captures,
                command,
                HEAP.substring(4),
                peak >> 10,
                (System.nanoTime() - begun) / 1e9,
                process.exitValue());
    }

    /** Most memory of a process so far in kB, as Linux says; 0 elsewhere. */
    private static long peak(long pid) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0; // it has just ended, or there is no /proc
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
