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
        double dom = times.get("domOfJsoup");
        double parse = times.get("wholeParse");
        System.out.printf(
                Locale.ROOT,
                "%nA report page of 100 KB: jsoup's tree %.0f µs, whole parse %.0f µs, ratio %.2f; %.0f pages a second and core.%n"
                        + "Java %s on %s %s, %d processors.%n",
                dom,
                parse,
                parse / dom,
                MICROSECONDS / parse,
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }
}
