package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.annals.capture.Payload;
import org.annals.cli.InputFiles.Input;
import org.annals.parse.ParseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelReadingTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();

    /** The files 0, 1, 2 …, each holding its number. */
    private Iterator<FileReading> files(int count, Function<Payload, ParseResult> parser) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    asked.incrementAndGet();
                    return new FileReading(file(i), null, parser, (source, payload, result) -> text(payload));
                })
                .iterator();
    }

    private Input.File file(int number) {
        try {
            Path path = Files.writeString(folder.resolve(number + ".txt"), String.valueOf(number));
            return new Input.File(path.toString(), path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Payload payload) {
        return new String(payload.bytes(), StandardCharsets.UTF_8);
    }

    private static ParseResult nothing(Payload payload) {
        return new ParseResult("text/plain", Optional.of("UTF-8"), Optional.empty(), List.of());
    }

    private static List<ParsedFile> all(Iterator<FileReading> files, int threads, Duration limit) {
        List<ParsedFile> results = new ArrayList<>();
        try (ParallelReading reading = new ParallelReading(files, threads, limit)) {
            reading.forEachRemaining(results::add);
        }
        return results;
    }

    private static List<String> printed(List<ParsedFile> results) {
        return results.stream().map(result -> result.printed().orElse("")).toList();
    }

    private static List<String> problems(List<ParsedFile> results) {
        return results.stream().flatMap(result -> result.problem().stream()).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void resultsComeInTheOrderOfTheFilesThoughTheyEndInAnother() {
        CountDownLatch secondIsDone = new CountDownLatch(1);
        List<ParsedFile> results = all(
                files(300, payload -> {
                    if (text(payload).equals("0")) {
                        // ends only if another thread reads the second file meanwhile
                        await(secondIsDone);
                    } else if (text(payload).equals("1")) {
                        secondIsDone.countDown();
                    }
                    return nothing(payload);
                }),
                2,
                LONG);
        assertThat(printed(results))
                .isEqualTo(IntStream.range(0, 300).mapToObj(String::valueOf).toList());
        assertThat(problems(results)).isEmpty();
    }

    @Test
    void filesAreAskedForOnlyAsTheyAreRead() {
        try (ParallelReading reading = new ParallelReading(files(1000, ParallelReadingTest::nothing), 2, LONG)) {
            for (int taken = 1; taken <= 500; taken++) {
                reading.next();
                assertThat(asked.get() - taken).isLessThan(64);
            }
        }
        assertThat(asked.get()).isLessThan(1000);
    }

    @Test
    void aFileThatHangsIsGivenUpAndTheRestIsRead() {
        CountDownLatch end = new CountDownLatch(1);
        List<ParsedFile> results = all(
                files(5, payload -> {
                    if (text(payload).equals("1")) {
                        await(end);
                    }
                    return nothing(payload);
                }),
                1,
                Duration.ofSeconds(1));
        end.countDown();
        assertThat(printed(results)).containsExactly("0", "1", "2", "3", "4");
        assertThat(problems(results)).containsExactly("not read: took longer than 1 s");
        assertThat(results.get(1).isReport()).isFalse();
    }

    @Test
    void aFileThatKeepsTheProcessorBusyForEverIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        List<ParsedFile> results = all(
                files(3, payload -> {
                    while (text(payload).equals("0") && end.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return nothing(payload);
                }),
                1,
                Duration.ofSeconds(1));
        end.countDown();
        assertThat(printed(results)).containsExactly("0", "1", "2");
        assertThat(problems(results)).hasSize(1);
    }

    @Test
    void aFileThatRunsOutOfMemoryIsReadAgainAlone() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();
        List<ParsedFile> results = all(
                files(100, payload -> {
                    int others = inFlight.getAndIncrement();
                    try {
                        if (text(payload).equals("7") && attempts.getAndIncrement() == 0) {
                            throw new OutOfMemoryError("as among many");
                        }
                        if (text(payload).equals("7")) {
                            assertThat(others).isZero();
                        }
                        return nothing(payload);
                    } finally {
                        inFlight.decrementAndGet();
                    }
                }),
                2,
                LONG);
        assertThat(attempts).hasValue(2);
        assertThat(printed(results))
                .isEqualTo(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        assertThat(problems(results)).isEmpty();
    }

    @Test
    void aFileTooLargeForTheMemoryIsNamed() {
        List<ParsedFile> results = all(
                files(3, payload -> {
                    if (text(payload).equals("1")) {
                        throw new OutOfMemoryError("always");
                    }
                    return nothing(payload);
                }),
                2,
                LONG);
        assertThat(printed(results)).containsExactly("0", "1", "2");
        assertThat(problems(results)).singleElement().asString().contains("memory", "-Xmx");
    }

    @Test
    void aParserThatFailsStopsNothing() {
        List<ParsedFile> results = all(
                files(3, payload -> {
                    if (text(payload).equals("1")) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return nothing(payload);
                }),
                2,
                LONG);
        assertThat(printed(results)).containsExactly("0", "1", "2");
        assertThat(problems(results)).singleElement().asString().contains("the parser failed", "a fault of ours");
    }
}
