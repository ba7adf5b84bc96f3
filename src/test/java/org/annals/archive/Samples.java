package org.annals.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.annals.capture.Outlink;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Truncation;
import org.annals.capture.Via;
import org.annals.capture.Visit;
import org.netpreserve.jwarc.WarcReader;

/** Exchanges, visits and runs to write; ids and times that are the same in every test run. */
public final class Samples {
    static final Instant START = Instant.parse("2026-03-01T08:00:00.250Z");
    static final String URL = "http://www.example.gov.cn/zfxxgk/nb/2025.html";

    private Samples() {}

    static ArchiveSettings settings() {
        return settings(1L << 30);
    }

    /** Ids that count up and a clock that goes on a second a question. */
    static ArchiveSettings settings(long rotateAt) {
        AtomicLong ids = new AtomicLong();
        AtomicLong seconds = new AtomicLong();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return START.plusSeconds(seconds.getAndIncrement());
            }
        };
        return new ArchiveSettings(rotateAt, 6, () -> new UUID(0x4000, ids.incrementAndGet()), clock);
    }

    static RunInfo run(int day) {
        Instant started = START.plus(Duration.ofDays(day));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("software", "annals/0.1.0");
        settings.put("delay", "3s");
        settings.put("contact", "https://example.org/annals");
        return new RunInfo(RunId.startedAt(started), "crawl", started, settings);
    }

    static Visit visit() {
        return new Visit(
                "440100",
                Purpose.REPORT,
                new Via("http://www.example.gov.cn/zfxxgk/nb/", "2025年政府信息公开工作年度报告", 3),
                Outcome.ARCHIVED,
                "",
                List.of(
                        new Outlink("http://www.example.gov.cn/a.pdf", "附件", Purpose.REPORT, 80),
                        new Outlink("http://www.example.gov.cn/b", "", Purpose.OTHER, -1)));
    }

    static Visit failed(Outcome outcome, String detail) {
        return new Visit("440100", Purpose.COLUMN, Via.SEED, outcome, detail, List.of());
    }

    static Exchange page(String url, String text, Instant at) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return exchange(
                url,
                "HTTP/1.1 200 OK",
                List.of("Content-Type: text/html; charset=utf-8", "Content-Length: " + body.length),
                body,
                at,
                null);
    }

    /** An answer with these bytes after its head, as on the wire. */
    static Exchange exchange(
            String url, String statusLine, List<String> headers, byte[] wireBody, Instant at, Truncation truncation) {
        StringBuilder head = new StringBuilder(statusLine).append("\r\n");
        List<Header> parsed = new ArrayList<>();
        for (String header : headers) {
            head.append(header).append("\r\n");
            int colon = header.indexOf(':');
            if (colon > 0) {
                parsed.add(new Header(
                        header.substring(0, colon), header.substring(colon + 1).strip()));
            }
        }
        head.append("\r\n");
        byte[] headBytes = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] response = new byte[headBytes.length + wireBody.length];
        System.arraycopy(headBytes, 0, response, 0, headBytes.length);
        System.arraycopy(wireBody, 0, response, headBytes.length, wireBody.length);
        byte[] request = "GET /x HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        return new Exchange(
                url,
                at,
                at.plusMillis(120),
                "203.0.113.7",
                request,
                response,
                status,
                parsed,
                Payload.of(wireBody, null, url),
                truncation);
    }

    static byte[] chunked(byte[] body, int chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += chunk) {
            int n = Math.min(chunk, body.length - at);
            out.writeBytes((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, at, n);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** Every kind of record there is, in one run. */
    static void writeAll(ArchiveWriter writer, Instant at) throws IOException {
        writer.seeds("provinces.csv", "code,name\n440000,广东省\n".getBytes(StandardCharsets.UTF_8), at);
        byte[] text = "<html><body>年度报告</body></html>".repeat(20).getBytes(StandardCharsets.UTF_8);
        writer.exchange(page(URL, "<p>受理 12 件</p>", at.plusSeconds(1)), visit());
        writer.exchange(page(URL, "<p>受理 12 件</p>", at.plusSeconds(2)), visit());
        writer.exchange(
                exchange(
                        URL + "?chunked",
                        "HTTP/1.1 200 OK",
                        List.of("Content-Type: text/html", "Transfer-Encoding: chunked"),
                        chunked(text, 100),
                        at.plusSeconds(3),
                        null),
                visit());
        writer.exchange(
                exchange(
                        URL + "?gzip",
                        "HTTP/1.1 200 OK",
                        List.of("Content-Type: text/html", "Content-Encoding: gzip", "Transfer-Encoding: chunked"),
                        chunked(gzip(text), 64),
                        at.plusSeconds(4),
                        null),
                visit());
        writer.exchange(
                exchange(
                        URL + "?moved",
                        "HTTP/1.1 302 Found",
                        List.of("Location: /new.html", "Content-Length: 0"),
                        new byte[0],
                        at.plusSeconds(5),
                        null),
                visit());
        writer.exchange(
                exchange(
                        URL + "?big",
                        "HTTP/1.1 200 OK",
                        List.of("Content-Type: text/html", "Content-Length: 100000"),
                        text,
                        at.plusSeconds(6),
                        Truncation.LENGTH),
                failed(Outcome.TOO_LARGE, "cut"));
        writer.attempt(URL + "?slow", at.plusSeconds(7), failed(Outcome.TIMEOUT, "no answer in 20 s"));
    }

    static void commit(ArchiveWriter writer, Instant at) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("pages", 6L);
        counts.put("errors", 1L);
        writer.commit(at, counts, "1");
    }

    /** The folder's files but for the lock, by relative path. */
    static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith(".lock")) {
                    contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    static void restore(Path folder, Map<String, byte[]> contents) throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** What jwarc's own validator says; empty if it accepts. */
    public static String jwarcSays(List<Path> warcs) throws IOException, InterruptedException {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    Path.of(WarcReader.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                            .toString(),
                    "org.netpreserve.jwarc.tools.ValidateTool"));
            warcs.forEach(warc -> command.add(warc.toString()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said;
            try (InputStream out = process.getInputStream()) {
                said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            return process.waitFor() == 0 ? "" : "refused: " + said;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static List<ArchivedRecord> readAll(Archive archive) throws IOException {
        List<ArchivedRecord> records = new ArrayList<>();
        for (String file : archive.files()) {
            archive.read(file, 0, records::add);
        }
        return records;
    }
}
