package org.annals.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import org.annals.capture.Printable;

/** Tells on a terminal how far the reading of many files has come, in one line that is written over; elsewhere it tells problems only. */
final class ParseProgress {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    /** Files in all; zero: nothing is shown. */
    private final long total;

    private final long startedAt = System.nanoTime();
    private long done;
    private long reports;
    private long problems;

    ParseProgress(PrintWriter err, long total) {
        this.err = err;
        this.total = total;
    }

    /** Takes the line away, so that a result can be printed where stdout is the same terminal. */
    void pause() {
        if (total > 0) {
            err.print(CLEAR);
            err.flush();
        }
    }

    void done(ParsedFile file) {
        done++;
        reports += file.isReport() ? 1 : 0;
        file.problem().ifPresent(problem -> {
            problems++;
            err.println("annals: " + Printable.of(file.source() + ": " + problem));
        });
        if (total > 0) {
            err.print(line());
        }
        err.flush();
    }

    void end() {
        if (total > 0) {
            err.println(CLEAR + line());
            err.flush();
        }
    }

    private String line() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
        return "%d:%02d  %d of %d files | reports %d | no report %d | not read %d"
                .formatted(
                        seconds / 60,
                        seconds % 60,
                        done,
                        // files may come and go while they are read
                        Math.max(done, total),
                        reports,
                        done - reports - problems,
                        problems);
    }
}
