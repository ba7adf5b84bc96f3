package org.annals.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.annals.check.Checks;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.annals.report.Cell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * Damages files of the corpus and reports made by chance, and parses them: never a throw, never longer than {@value #LONGEST_SECONDS} s a file, and, where
 * the damage is to the structure and the figures are known, never a number that is not there.
 *
 * <p>{@code -Dannals.fuzz.seconds=3600} goes on for an hour; {@code -Dannals.fuzz.seed=N} begins with that seed. Every case has a seed of its own, the
 * first one plus its number, which a failure names. What a seed finds becomes a file of the corpus: seeds mean something else when the corpus grows.
 */
class FuzzTest {
    private static final int LONGEST_SECONDS = 60;
    /** The same cases on every machine, unless a time is asked for. */
    private static final long CASES = 1_500;

    private static final long SECONDS = Long.getLong("annals.fuzz.seconds", 0);
    private static final long FIRST_SEED = Long.getLong("annals.fuzz.seed", 1);
    private static final List<Golden> CORPUS = Corpus.read();
    private static final List<Golden> KNOWN = CORPUS.stream()
            .filter(golden ->
                    !golden.name().startsWith("charset") && !golden.name().contains("gb18030"))
            // Without its head nobody can tell that these are yuan.
            .filter(golden -> !golden.name().equals("money-yuan-in-the-head"))
            // Damaged already: a second fault may take away the sum that tells of the first.
            .filter(golden -> !golden.name().equals("rows-cell-lost-and-a-zero-elsewhere"))
            .filter(golden -> !golden.name().equals("rows-merged-cell-written-out"))
            .filter(Golden::isText)
            .toList();

    @Test
    void damagedFilesNeverThrowAndNeverGiveAWrongNumber() throws InterruptedException {
        long seed = FIRST_SEED;
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
        List<String> faults = new ArrayList<>();
        while ((seed < FIRST_SEED + CASES || System.nanoTime() < end) && faults.size() < 10) {
            faults.addAll(tried(worker, seed++));
        }
        worker.shutdownNow();
        System.out.println("fuzz: seeds " + FIRST_SEED + " to " + (seed - 1));
        assertThat(faults).isEmpty();
    }

    private static List<String> tried(ExecutorService worker, long seed) throws InterruptedException {
        Future<List<String>> trial = worker.submit(() -> faults(seed));
        try {
            return trial.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return List.of("seed " + seed + " threw " + e.getCause() + " at "
                    + Arrays.stream(e.getCause().getStackTrace()).limit(5).toList());
        } catch (TimeoutException e) {
            throw new AssertionError("seed " + seed + " took longer than " + LONGEST_SECONDS + " s", e);
        }
    }

    /** What is wrong with the parser's reading of the case. */
    private static List<String> faults(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Golden source = random.nextInt(3) == 0 ? RandomReports.next(random) : KNOWN.get(random.nextInt(KNOWN.size()));
        List<String> did = new ArrayList<>(List.of(source.name()));
        if (random.nextInt(3) == 0) {
            source = random.nextBoolean() ? source : CORPUS.get(random.nextInt(CORPUS.size()));
            byte[] bytes = source.bytes().clone();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                bytes = ByteMutation.values()[random.nextInt(ByteMutation.values().length)].apply(bytes, random);
            }
            parse(source.bytes(bytes));
            return List.of();
        }
        Golden damaged = source.bytes(
                source.extension().equals("html") ? page(source, random, did) : lines(source, random, did));
        if (source.name().startsWith("columns-in-another-order") && !namesStand(source, damaged)) {
            return List.of();
        }
        return wrong(damaged).stream()
                .map(fault -> "seed " + seed + " " + did + ": " + fault)
                .toList();
    }

    /** Whether the names of the columns still stand as they stood: without them nobody can tell that the order is another. */
    private static boolean namesStand(Golden source, Golden damaged) {
        return names(source).equals(names(damaged));
    }

    private static List<String> names(Golden golden) {
        List<String> names = List.of("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他");
        Document page = Jsoup.parse(new String(golden.bytes(), StandardCharsets.UTF_8));
        return page.select("td").eachText().stream().filter(names::contains).toList();
    }

    private static ParseResult parse(Golden golden) {
        ParseResult result = ReportParser.parse(Comparison.payload(golden));
        result.report().ifPresent(Checks::run);
        return result;
    }

    private static byte[] page(Golden source, Random random, List<String> did) {
        Document page = Jsoup.parse(new String(source.bytes(), StandardCharsets.UTF_8));
        page.outputSettings().prettyPrint(false);
        PageMutation first = PageMutation.values()[random.nextInt(PageMutation.values().length)];
        first.apply(page, random);
        did.add(first.name());
        if (random.nextBoolean()) {
            PageMutation second = PageMutation.KEEPING_ROWS.get(random.nextInt(PageMutation.KEEPING_ROWS.size()));
            second.apply(page, random);
            did.add(second.name());
        }
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(Golden source, Random random, List<String> did) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(source.bytes(), StandardCharsets.UTF_8).split("\n", -1)));
        int at = random.nextInt(lines.size());
        LineMutation mutation = LineMutation.values()[random.nextInt(LineMutation.values().length)];
        did.add(mutation.name() + " at line " + (at + 1));
        mutation.apply(lines, at, random);
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> wrong(Golden damaged) {
        Map<String, Cell> read =
                parse(damaged).report().map(report -> report.cells()).orElse(Map.of());
        return read.entrySet().stream()
                .filter(cell -> cell.getValue().value().number().isPresent())
                .filter(cell -> !same(
                        damaged, cell.getKey(), cell.getValue().value().number().get()))
                .map(cell -> cell.getKey() + " is "
                        + damaged.expected().path("values").path(cell.getKey()) + ", read as "
                        + cell.getValue())
                .limit(3)
                .collect(Collectors.toList());
    }

    private static boolean same(Golden golden, String field, BigDecimal read) {
        return Optional.of(golden.expected().path("values").path(field).path("value"))
                .filter(value -> value.isNumber() && value.decimalValue().compareTo(read) == 0)
                .isPresent();
    }
}
