package org.annals.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveWriter;
import org.annals.archive.RunInfo;
import org.annals.capture.ContentDecoding;
import org.annals.capture.Exchange;
import org.annals.capture.Header;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RunId;
import org.annals.capture.Truncation;
import org.annals.capture.Via;
import org.annals.capture.Visit;
import org.annals.catalog.Indexer;

/** An archive of pages that nobody should trust, each of one kind of trick, and of the parts that a good page is made of. */
final class PlantedArchive {
    static final String HOST = "http://www.example.gov.cn";
    /** What every planted script does: a page that runs one says so in its title. */
    static final String SCRIPT = "document.title='RAN';top.document.title='RAN'";

    private static final String SEEDS = "code,name,level,province,parent,portal_url,report_list_url\n"
            + "411421,民权县高新技术产业开发区,zone,河南省,商丘市,http://www.example.gov.cn/,\n";
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final ArchiveWriter writer;
    private Instant time;

    private PlantedArchive(ArchiveWriter writer, Instant start) {
        this.writer = writer;
        this.time = start;
    }

    static void write(Path folder) throws IOException {
        Instant start = Instant.parse("2026-02-01T08:00:00Z");
        RunInfo run = new RunInfo(RunId.startedAt(start), "crawl", start, Map.of("software", "annals/test"));
        try (Archive archive = Archive.openForWriting(folder)) {
            try (ArchiveWriter writer = archive.write(run)) {
                writer.seeds("seeds.csv", SEEDS.getBytes(StandardCharsets.UTF_8), start);
                PlantedArchive planted = new PlantedArchive(writer, start);
                planted.parts();
                planted.pages();
                planted.report();
                writer.commit(planted.time.plusSeconds(1), Map.of(), "1");
            }
            Indexer.catchUp(archive);
        }
    }

    private void parts() throws IOException {
        answer("/p.png", 200, "image/png", PICTURE);
        answer("/drawing.svg", 200, "image/svg+xml", utf8("""
                <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="%s">
                <script>%s</script><image href="http://evil.invalid/svg.png"/><rect width="9" height="9"/></svg>
                """.formatted(SCRIPT, SCRIPT)));
        answer("/style.css", 200, "text/css", utf8("""
                @import "http://evil.invalid/import.css"; @import url(more.css);
                body { background: url(http://evil.invalid/ground.png); color: rgb(1, 2, 3) }
                h1 { background: url('/p.png') } @font-face { font-family: x; src: url(//evil.invalid/f.woff) }
                """));
        answer("/more.css", 200, "text/css", utf8("h1 { letter-spacing: 7px }"));
        answer("/moved.css", 302, "text/html", utf8(""), "Location", "/style.css");
        answer("/other.html", 200, "text/html; charset=utf-8", utf8("<h1>the other page</h1>"));
    }

    private void pages() throws IOException {
        answer(
                "/hostile.html",
                200,
                "text/html; charset=utf-8",
                utf8(HOSTILE.replace("SCRIPT", SCRIPT)),
                "Set-Cookie",
                "planted=1",
                "Refresh",
                "0; url=http://evil.invalid/refresh",
                "Link",
                "<http://evil.invalid/link.css>; rel=stylesheet",
                "Access-Control-Allow-Origin",
                "*",
                "Content-Security-Policy",
                "default-src *",
                "Content-Disposition",
                "attachment; filename=a.exe");
        answer("/gbk.html", 200, "text/html", GBK.getBytes(Charset.forName("GBK")));
        answer(
                "/packed.html",
                200,
                "text/html; charset=utf-8",
                gzip(utf8("<p>packed and unpacked</p>")),
                "Content-Encoding",
                "gzip");
        answer("/old.html", 301, "text/html", utf8("gone on"), "Location", "other.html");
        answer("/lost.html", 301, "text/html", utf8("gone on"), "Location", "http://evil.invalid/x");
        answer("/frames.html", 200, "text/html", utf8("<frameset cols='*'><frame src='/other.html'></frameset>"));
        answer("/empty.html", 200, "text/html", new byte[0]);
        answer("/huge.html", 200, "text/html", utf8("<p>" + "一二三四五".repeat(700_000)));
        exchange("/cut.html", 200, "text/html; charset=utf-8", utf8("<p>begun <b>and not"), Truncation.LENGTH);
        answer(
                "/files/年报%2F..%2F..%2Fetc%2Fpasswd.pdf",
                200, "application/pdf", resource("/org/annals/corpus/golden/pdf-landscape.pdf"));
        answer("/twice.html", 200, "text/html", utf8("<p>first</p>"));
        time = time.plusSeconds(86_400);
        answer("/twice.html", 200, "text/html", utf8("<p>second</p>"));
        answer("/other.html", 200, "text/html; charset=utf-8", utf8("<h1>the other page, a day later</h1>"));
        answer("/other.html", 200, "text/html; charset=utf-8", utf8("<h1>the other page, a day later</h1>"));
    }

    /** A real report with script in its title and text, and its revision a day later. */
    private void report() throws IOException {
        String text = new String(resource("/org/annals/parse/layouts/tabs.txt"), StandardCharsets.UTF_8);
        String planted = text.replace("第3段是", "</script><script>" + SCRIPT + "</script>第3段是");
        String title = "<html><head><title>民权县高新技术产业开发区2022年政府信息公开工作年度报告\"><img src=x onerror=\"" + SCRIPT
                + "\"></title></head><body><pre>";
        answer("/2022.txt", 200, "text/plain; charset=utf-8", utf8(planted));
        time = time.plusSeconds(86_400);
        answer("/2022.txt", 200, "text/plain; charset=utf-8", utf8(planted.replace("第2段是", "第二段是<b>")));
        answer("/titled.html", 200, "text/html; charset=utf-8", utf8(title));
    }

    private void answer(String path, int status, String type, byte[] body, String... headers) throws IOException {
        exchange(path, status, type, body, null, headers);
    }

    private void exchange(String path, int status, String type, byte[] body, Truncation truncation, String... headers)
            throws IOException {
        time = time.plusSeconds(1);
        List<Header> all = new ArrayList<>(List.of(new Header("Content-Type", type)));
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new Header(headers[i], headers[i + 1]));
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        all.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(utf8(head + "\r\n"));
        response.writeBytes(body);
        List<String> codings = all.stream()
                .filter(header -> header.name().equals("Content-Encoding"))
                .map(Header::value)
                .toList();
        byte[] decoded =
                ContentDecoding.decode(body, codings, ContentDecoding.LIMIT).bytes();
        writer.exchange(
                new Exchange(
                        HOST + path,
                        time,
                        time.plusMillis(20),
                        "192.0.2.1",
                        utf8("GET " + path + " HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n"),
                        response.toByteArray(),
                        status,
                        all,
                        Payload.of(decoded, type, HOST + path),
                        truncation),
                new Visit("411421", Purpose.REPORT, Via.SEED, Outcome.ARCHIVED, "", List.of()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = PlantedArchive.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static final String GBK = """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>
            <body><p>行政许可决定数量</p></body></html>
            """;

    private static final String HOSTILE = """
            <!DOCTYPE html><html manifest="http://evil.invalid/m" onload="SCRIPT"><head>
            <title>hostile</title>
            <base href="http://evil.invalid/base/"><base href="http://www.example.gov.cn/">
            <meta http-equiv="refresh" content="0; url=http://evil.invalid/meta">
            <META HTTP-EQUIV="Set-Cookie" content="planted=2">
            <meta http-equiv="Content-Security-Policy" content="script-src *">
            <link rel="preconnect dns-prefetch" href="http://evil.invalid/">
            <link rel="prefetch" href="http://evil.invalid/prefetch">
            <link rel="stylesheet" href="http://evil.invalid/link.css">
            <link rel="StyleSheet" href="http://www.example.gov.cn/moved.css">
            <script>SCRIPT</script><script src="http://evil.invalid/x.js"></script>
            <style>@import 'http://evil.invalid/imported.css'; p { background: url("http://evil.invalid/p.png") }
            em { background: u\\72l(http://evil.invalid/escaped.png) }</style>
            </head>
            <body onload="SCRIPT" background="http://evil.invalid/body.png" style="background: url(http://evil.invalid/s.png)">
            <h1 onclick="SCRIPT" onmouseover="SCRIPT">heading</h1>
            <p>text</p><em>more</em>
            <img src="http://evil.invalid/i.png" onerror="SCRIPT"><img src="x" onerror=SCRIPT>
            <img src="http://www.example.gov.cn/p.png" srcset="http://evil.invalid/2.png 2x, http://www.example.gov.cn/p.png 3x" alt="good">
            <img src="http://www.example.gov.cn/drawing.svg" alt="drawing">
            <picture><source srcset="http://evil.invalid/3.png"><img src="data:text/html,<script>SCRIPT</script>"></picture>
            <svg onload="SCRIPT"><script>SCRIPT</script><a xlink:href="javascript:SCRIPT"><text>x</text></a>
            <image xlink:href="http://evil.invalid/si.png"/><use href="http://evil.invalid/use.svg#a"/>
            <animate onbegin="SCRIPT" attributeName="x" dur="1s"/><set attributeName="href" to="javascript:SCRIPT"/></svg>
            <math><mtext><a href="javascript:SCRIPT">m</a></mtext></math>
            <a id="js" href="javascript:SCRIPT">run</a><a href=" java\tscript:SCRIPT">run</a>
            <a href="vbscript:x">run</a><a href="data:text/html,<script>SCRIPT</script>">data</a>
            <a id="link" href="http://www.example.gov.cn/other.html" target="_self" ping="http://evil.invalid/ping" onclick="SCRIPT">other</a>
            <a id="missing" href="http://evil.invalid/page">missing</a><a id="inside" href="#here">inside</a>
            <form action="http://evil.invalid/form"><input name="a" autofocus onfocus="SCRIPT"><button formaction="javascript:SCRIPT">send</button></form>
            <iframe srcdoc="<script>SCRIPT</script>"></iframe><iframe src="javascript:SCRIPT"></iframe>
            <iframe src="http://evil.invalid/frame"></iframe><embed src="http://evil.invalid/e"><object data="http://evil.invalid/o"></object>
            <video src="http://evil.invalid/v" poster="http://evil.invalid/vp.png" autoplay></video><audio src="http://evil.invalid/a"></audio>
            <noscript><img src="http://evil.invalid/n.png"></noscript>
            <template><img src="http://evil.invalid/t.png"></template>
            <table><tr><td background="http://evil.invalid/td.png">a</td><td id="here">42</td></tr><tr><td>b</td><td>43</td></tr></table>
            <div style="height: 3000px"></div>
            <table><tr><td>c</td><td>44</td></tr><tr><td>d</td><td>far down</td></tr></table><div style="height: 3000px"></div>
            </body></html>
            """;
}
