package org.annals.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.annals.capture.Payload;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole parse of a report page of 100 KB, from bytes to checked cells, against jsoup's building of the page's tree from the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class ParseBenchmark {
    private static final String PAGE = "/org/annals/corpus/golden/word-export-of-100-kb.html";

    private byte[] bytes;

    @Setup
    public void read() throws IOException {
        try (InputStream in = ParseBenchmark.class.getResourceAsStream(PAGE)) {
            bytes = in.readAllBytes();
        }
    }

    @Benchmark
    public Document domOfJsoup() throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    }

    @Benchmark
    public ParseResult wholeParse() {
        return ReportParser.parse(Payload.of(bytes, null, null));
    }
}
