package org.annals.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints what the README says of them: the best iteration of each, since another program on the machine only ever slows. */
public final class Benchmarks {
    private static final double MICROSECONDS = 1e6;

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        Map<String, Double> times = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ParseBenchmark.class.getName())
                        .build())
                .run()) {
            times.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics().getMin());
        }
        System.out.println();
        say("A report page of 100 KB", "jsoup's tree", times.get("libraryPage"), times.get("wholePage"));
        say("A report as DOCX", "POI's text", times.get("libraryWord"), times.get("wholeWord"));
        say("A report as PDF", "PDFBox's text", times.get("libraryPdf"), times.get("wholePdf"));
        System.out.printf(
                Locale.ROOT,
                "Java %s on %s %s, %d processors.%n",
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    private static void say(String what, String by, double library, double whole) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s %.0f µs, whole parse %.0f µs, ratio %.2f; %.0f a second and core.%n",
                what,
                by,
                library,
                whole,
                whole / library,
                MICROSECONDS / whole);
    }
}
