package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.annals.catalog.DetectedRevision;

/**
 * Runs the user's command for each revision that was not handed over before, the oldest first, with the revision as JSON on standard input. Nothing that a portal
 * wrote becomes part of the command line or of the environment.
 *
 * @param command as the user wrote it, for the shell
 * @param limit of one run
 */
record RevisionHandover(String command, Duration limit) {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    /** How many were taken, and how many were not. */
    record Result(int taken, int failed) {}

    /** @param failures gets a line for each revision that the command did not take; it is new again next time */
    Result run(List<DetectedRevision> newestFirst, HandedOver handedOver, Consumer<String> failures)
            throws IOException {
        List<DetectedRevision> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        int taken = 0;
        int failed = 0;
        for (DetectedRevision revision : oldestFirst) {
            if (handedOver.contains(revision.revisionId())) {
                continue;
            }
            Optional<String> failure = handOver(revision);
            if (failure.isEmpty()) {
                handedOver.add(revision.revisionId());
                taken++;
            } else {
                failures.accept("'" + command + "' " + failure.get() + " for " + revision.revisionId() + " ("
                        + revision.title() + "); it is handed over again next time");
                failed++;
            }
        }
        return new Result(taken, failed);
    }

    /** What went wrong, if anything. The input is a file, so that a command that does not read it holds up nobody. */
    private Optional<String> handOver(DetectedRevision revision) throws IOException {
        Path input = Files.createTempFile("annals-revision", ".json");
        try {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(input, StandardCharsets.UTF_8))) {
                RevisionsJson.write(out, revision, ItemNames::of);
                if (out.checkError()) {
                    throw new IOException("cannot write " + input + " for the command to read");
                }
            }
            Process process = new ProcessBuilder(
                            WINDOWS ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command))
                    .redirectInput(input.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return ended(process);
        } finally {
            Files.delete(input);
        }
    }

    private Optional<String> ended(Process process) throws IOException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                stop(process);
                return Optional.of("did not end within " + limit.toSeconds() + " s");
            }
            int code = process.exitValue();
            return code == 0 ? Optional.empty() : Optional.of("ended with exit code " + code);
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while '" + command + "' was running", e);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
