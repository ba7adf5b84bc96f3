package org.annals.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.capture.RunId;

/**
 * Name of a WARC file that Annals wrote: {@code warc/YYYY/annals-RUN-NNNNN.warc.gz}.
 *
 * @param year in which the run was started, UTC
 * @param number counts the files of the run from 0
 */
record WarcName(int year, RunId run, int number) {
    private static final Pattern PATH =
            Pattern.compile("warc/(\\d{4})/annals-([0-9A-Za-z-]{1,64})-(\\d{5})\\.warc\\.gz");

    static WarcName first(RunId run, Instant startedAt) {
        return new WarcName(startedAt.atOffset(ZoneOffset.UTC).getYear(), run, 0);
    }

    WarcName next() {
        return new WarcName(year, run, number + 1);
    }

    String fileName() {
        return String.format(Locale.ROOT, "annals-%s-%05d.warc.gz", run, number);
    }

    String path() {
        return String.format(Locale.ROOT, "warc/%04d/%s", year, fileName());
    }

    /** Empty for a file that another program wrote. */
    static Optional<WarcName> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new WarcName(
                Integer.parseInt(matcher.group(1)), new RunId(matcher.group(2)), Integer.parseInt(matcher.group(3))));
    }
}
