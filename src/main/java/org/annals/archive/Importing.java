package org.annals.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.annals.capture.ImportSource;
import org.annals.capture.Payload;
import org.annals.capture.RunId;

/**
 * Takes captures of other programs into an archive, as one run of its own: each is written again as a record of ours, with its own date and where it came from. A
 * capture that the archive has already, by address, second and payload, is passed by; so the same import a second time writes nothing, not even a run. Not safe for
 * many threads but for {@link #stop}.
 */
public final class Importing implements AutoCloseable {
    private final Archive archive;
    private final Map<String, String> settings;
    private final Map<String, byte[]> seeds;
    private final Function<String, String> governmentOf;
    private final Clock clock;
    private final ImportListener listener;
    private final List<Deferred> deferred = new ArrayList<>();
    private Optional<ArchiveWriter> writer = Optional.empty();
    private Optional<RunId> run = Optional.empty();
    private long taken;
    private long revisits;
    private long known;
    private long leftOut;
    private long failures;
    private volatile boolean stopped;

    /** A revisit whose original may stand in a file that is read later. */
    private record Deferred(SourceFile file, SourceFile.Opening warc, long offset, String id) {}

    /**
     * @param archive open for writing; stays open
     * @param settings said in the archive and in the commit
     * @param seeds seeds files by name, archived with the run
     * @param governmentOf code of the government that an address belongs to; empty text for none
     */
    public Importing(
            Archive archive,
            Map<String, String> settings,
            Map<String, byte[]> seeds,
            Function<String, String> governmentOf,
            Clock clock,
            ImportListener listener) {
        this.archive = archive;
        this.settings = new LinkedHashMap<>(settings);
        this.seeds = new LinkedHashMap<>(seeds);
        this.governmentOf = governmentOf;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Reads WARC and WACZ files, the captures of all of them as one run. A file that cannot be read is told to the listener, and the others are read.
     *
     * @throws CancellationException after {@link #stop}; what was taken in is kept, and the same call takes in the rest
     */
    public void files(List<Path> paths) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                open(path).ifPresent(files::add);
            }
            for (int i = 0; i < files.size(); i++) {
                settings.put(
                        "source-" + (i + 1),
                        files.get(i).name() + " sha256:" + files.get(i).sha256());
            }
            for (SourceFile file : files) {
                read(file);
            }
            for (Deferred revisit : deferred) {
                again(revisit);
            }
        } finally {
            for (SourceFile file : files) {
                file.close();
            }
        }
    }

    private Optional<SourceFile> open(Path path) {
        try {
            return Optional.of(SourceFile.open(path));
        } catch (IOException e) {
            fail(path.toString(), -1, "", "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void read(SourceFile file) throws IOException {
        List<SourceFile.Opening> warcs;
        try {
            warcs = file.warcs();
        } catch (IOException e) {
            fail(file.name(), -1, "", e.getMessage());
            return;
        }
        for (SourceFile.Opening warc : warcs) {
            try (SourceReader reader = open(file, warc)) {
                if (reader != null) {
                    SourceExchanges exchanges = new SourceExchanges(new Taking(file, warc));
                    reader.walk(exchanges, offset -> listener.reading(warc.name(), offset, file.length()));
                    exchanges.flush();
                }
            }
        }
    }

    private SourceReader open(SourceFile file, SourceFile.Opening warc) {
        try {
            return warc.open();
        } catch (IOException e) {
            fail(warc.name(), -1, "", e.getMessage());
            return null;
        }
    }

    private final class Taking implements SourceExchanges.Sink {
        private final SourceFile file;
        private final SourceFile.Opening warc;

        Taking(SourceFile file, SourceFile.Opening warc) {
            this.file = file;
            this.warc = warc;
        }

        @Override
        public void capture(RawRecord capture, Optional<RawRecord> request) throws IOException {
            if (stopped) {
                throw new CancellationException("stopped");
            }
            if (capture.is("revisit")) {
                revisit(file, warc, capture, false);
                return;
            }
            Optional<String> problem = problem(capture);
            if (problem.isPresent()) {
                fail(capture, problem.get());
            } else {
                take(SourceRecords.capture(capture, request, source(file, capture)), capture);
            }
        }

        @Override
        public void other(RawRecord record) {
            leftOut++;
        }

        @Override
        public void damaged(DamagedRecordException damage, OptionalLong next) {
            String end = next.isEmpty() ? "; nothing that can be read follows" : "";
            fail(warc.name(), damage.offset(), damage.record(), damage.getMessage() + end);
        }
    }

    private static Optional<String> problem(RawRecord capture) {
        if (capture.target().isEmpty()) {
            return Optional.of("it has no WARC-Target-URI");
        }
        return capture.date().equals(Instant.EPOCH)
                ? Optional.of("it has no WARC-Date that can be read")
                : SourceDigests.problem(capture);
    }

    private ImportSource source(SourceFile file, RawRecord capture) {
        String name = capture.location().warcPath();
        return new ImportSource(
                governmentOf.apply(TargetUri.of(capture.target().orElse(""))),
                name,
                file.sha256(),
                capture.location().offset(),
                capture.id());
    }

    /** A payload that stands elsewhere: in this archive by now, or in a file that is still to be read. */
    private void revisit(SourceFile file, SourceFile.Opening warc, RawRecord revisit, boolean last) throws IOException {
        Optional<String> problem = problem(revisit);
        if (problem.isPresent()) {
            fail(revisit, problem.get());
            return;
        }
        Optional<RawRecord> original = archive.originals().ofForeign(revisit);
        if (original.isPresent()) {
            take(SourceRecords.revisit(revisit, original.get(), source(file, revisit)), revisit);
        } else if (last) {
            fail(revisit, "the capture that it refers to is in none of the files and not in the archive");
        } else {
            deferred.add(new Deferred(file, warc, revisit.location().offset(), revisit.id()));
        }
    }

    private void again(Deferred revisit) throws IOException {
        try (SourceReader reader = revisit.warc().open()) {
            Optional<RawRecord> record = reader.at(revisit.offset(), revisit.id());
            if (record.isPresent()) {
                revisit(revisit.file(), revisit.warc(), record.get(), true);
            }
        }
    }

    /** A capture that was brought from elsewhere. */
    public void take(ForeignCapture capture) throws IOException {
        if (stopped) {
            throw new CancellationException("stopped");
        }
        Optional<HttpBlock> http =
                capture.contentType().isPresent() ? Optional.empty() : Optional.of(HttpBlock.of(capture.block()));
        String digest = Sha256.labelled(http.map(HttpBlock::body).orElse(capture.block()));
        if (archive.holds(TargetUri.of(capture.url()), capture.date(), digest)) {
            known++;
            return;
        }
        Stored stored = writer().imported(capture, http, digest);
        taken++;
        revisits += stored.revisit() ? 1 : 0;
    }

    /** Whether the archive has a capture of that address and second. */
    public boolean holds(String url, Instant date) throws IOException {
        return archive.holds(TargetUri.of(url), date);
    }

    /** The payload of such a capture, where it can be read. */
    public Optional<Payload> held(String url, Instant date) throws IOException {
        return archive.capture(TargetUri.of(url), date).flatMap(ArchivedRecord::payload);
    }

    private void take(Optional<ForeignCapture> capture, RawRecord record) throws IOException {
        if (capture.isPresent()) {
            take(capture.get());
        } else {
            fail(record, "its block is no HTTP response");
        }
    }

    private ArchiveWriter writer() throws IOException {
        if (writer.isEmpty()) {
            closeUnfinished();
            Instant now = clock.instant();
            RunInfo info = new RunInfo(RunId.startedAt(now), "import", now, settings);
            writer = Optional.of(archive.write(info));
            run = Optional.of(info.run());
            for (Map.Entry<String, byte[]> file : seeds.entrySet()) {
                writer.get().seeds(file.getKey(), file.getValue(), now);
            }
        }
        return writer.get();
    }

    /** An import that was broken off is never gone on with: what it took in is passed by the second time. */
    private void closeUnfinished() throws IOException {
        Optional<RunInfo> unfinished =
                archive.unfinished().filter(run -> run.kind().equals("import"));
        if (unfinished.isPresent()) {
            try (ArchiveWriter old = archive.write(unfinished.get())) {
                old.commit(clock.instant(), Map.of("interrupted", 1L), "");
            }
        }
    }

    private void fail(RawRecord record, String problem) {
        fail(record.location().warcPath(), record.location().offset(), record.described(), problem);
    }

    private void fail(String name, long offset, String record, String problem) {
        failures++;
        listener.problem(new Finding(name, offset, record, problem));
    }

    /** Ends {@link #files} at the next capture; may be called from any thread. */
    public void stop() {
        stopped = true;
    }

    /** Writes the commit, if there is anything to commit. */
    public Imported finish(String parserVersion) throws IOException {
        if (writer.isPresent()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("captures", taken);
            counts.put("revisits", revisits);
            counts.put("known", known);
            counts.put("left-out", leftOut);
            counts.put("failures", failures);
            writer.get().commit(clock.instant(), counts, parserVersion);
        }
        return summary();
    }

    /** What was done so far. */
    public Imported summary() {
        return new Imported(run, taken, revisits, known, leftOut, failures);
    }

    /** Without {@link #finish}, leaves the run without a commit; the next import closes it as interrupted. */
    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
