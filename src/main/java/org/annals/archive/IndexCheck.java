package org.annals.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Compares the index with one made anew from the WARC files, line by line. */
final class IndexCheck {
    private static final String NAME = "index.cdxj";
    private final Set<String> committed;
    private final Consumer<Finding> found;

    IndexCheck(Set<String> committed, Consumer<Finding> found) {
        this.committed = committed;
        this.found = found;
    }

    /** @param fresh all captures of all files; those of uncommitted files may be missing in the index */
    void compare(Path index, Path fresh) throws IOException {
        if (!Files.exists(index)) {
            if (!committed.isEmpty()) {
                found.accept(new Finding(NAME, -1, "", "missing; opening the archive for writing makes it again"));
            }
            return;
        }
        try (SortedLines actual = new SortedLines(index);
                SortedLines expected = new SortedLines(fresh)) {
            if (!actual.endsWithLineEnd()) {
                found.accept(new Finding(NAME, -1, "", "its last line has no end"));
            }
            compare(new Lines(actual), new Lines(expected));
        }
    }

    /** Looks one line ahead, so that one wrong line gives one finding. */
    private void compare(Lines actual, Lines expected) throws IOException {
        while (actual.line.isPresent() || expected.line.isPresent()) {
            if (actual.line.equals(expected.line)) {
                actual.advance();
                expected.advance();
            } else if (expected.line.isEmpty() || actual.next.isPresent() && actual.next.equals(expected.line)) {
                report(actual, actual.line.get(), "the WARC files give no such line");
                actual.advance();
            } else if (actual.line.isEmpty() || expected.next.isPresent() && expected.next.equals(actual.line)) {
                missing(actual, expected.line.get());
                expected.advance();
            } else if (actual.next.equals(expected.next)) {
                report(actual, expected.line.get(), "the line is not what the WARC file gives");
                actual.advance();
                expected.advance();
            } else if (actual.line.get().compareTo(expected.line.get()) < 0) {
                report(actual, actual.line.get(), "the WARC files give no such line");
                actual.advance();
            } else {
                missing(actual, expected.line.get());
                expected.advance();
            }
        }
    }

    private void missing(Lines at, String line) {
        boolean must = IndexEntry.parse(line)
                .map(entry -> committed.contains(entry.location().warcPath()))
                .orElse(true);
        if (must) {
            report(at, line, "its line is missing");
        }
    }

    private void report(Lines at, String line, String problem) {
        String record = IndexEntry.parse(line)
                .map(entry -> entry.url() + " in " + entry.location().warcPath() + " at "
                        + entry.location().offset())
                .orElse("no index line");
        found.accept(new Finding(NAME, at.offset, record, problem));
    }

    /** A line, where it begins, and the one after it. */
    private static final class Lines {
        private final SortedLines source;
        private Optional<String> line = Optional.empty();
        private Optional<String> next = Optional.empty();
        private long offset;
        private long nextOffset;

        Lines(SortedLines source) throws IOException {
            this.source = source;
            advance();
            advance();
        }

        void advance() throws IOException {
            line = next;
            offset = nextOffset;
            nextOffset = source.position();
            next = source.atEnd() ? Optional.empty() : Optional.of(source.next());
        }
    }
}
