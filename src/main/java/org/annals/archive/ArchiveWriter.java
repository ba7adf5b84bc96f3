package org.annals.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.annals.archive.RecordEncoder.Captured;
import org.annals.capture.Exchange;
import org.annals.capture.Finish;
import org.annals.capture.Original;
import org.annals.capture.Outcome;
import org.annals.capture.RecordLocation;
import org.annals.capture.Visit;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * Appends the records of one run. Each append is on disk, as a whole, before it returns. Safe for many threads: one
 * writes at a time, and those who wait for the disk are served by one sync.
 */
public final class ArchiveWriter implements AutoCloseable {
    private final Archive archive;
    private final RunInfo run;
    private final ArchiveSettings settings;
    private WarcName name;
    private WarcAppender file;
    private RecordEncoder encoder;
    private boolean closed;

    ArchiveWriter(Archive archive, RunInfo run, WarcName first, ArchiveSettings settings) throws IOException {
        this.archive = archive;
        this.run = run;
        this.settings = settings;
        begin(first);
    }

    private void begin(WarcName next) throws IOException {
        UUID warcinfo = settings.recordIds().get();
        RecordEncoder nextEncoder = new RecordEncoder(warcinfo, settings.gzipLevel());
        byte[] first =
                nextEncoder.warcinfo(warcinfo, next.fileName(), settings.clock().instant(), RunFields.warcinfo(run));
        file = WarcAppender.begin(archive.file(next.path()), next.path(), first);
        archive.index().begin(next.path());
        encoder = nextEncoder;
        name = next;
    }

    /** The seeds file of the run as a resource record. */
    public RecordLocation seeds(String fileName, byte[] csv, Instant at) throws IOException {
        String safeName = fileName.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String target = TargetUri.of("urn:annals:seeds:" + run.run() + ":" + safeName);
        return onDisk(() -> append(encoder.csvResource(settings.recordIds().get(), at, target, csv))
                .get(0));
    }

    /**
     * Request, response (or revisit, where the payload is the one that the address gave before) and metadata record. A
     * visit that says {@code archived} is recorded as {@code unchanged} where it becomes a revisit.
     */
    public Stored exchange(Exchange exchange, Visit visit) throws IOException {
        HttpBlock http = HttpBlock.of(exchange.response());
        String digest = Sha256.labelled(http.body());
        return onDisk(() -> exchange(exchange, http, digest, visit));
    }

    private Stored exchange(Exchange exchange, HttpBlock http, String digest, Visit visit) throws IOException {
        String target = TargetUri.of(exchange.url());
        boolean mayRevisit = exchange.truncation().isEmpty() && http.status().equals(Optional.of(200));
        Optional<RawRecord> original = mayRevisit ? archive.originals().forNew(target, digest) : Optional.empty();
        Captured captured = Captured.of(exchange);
        return group(
                exchange,
                http,
                digest,
                original.isPresent(),
                visit,
                capture -> original.isPresent()
                        ? encoder.revisit(
                                capture,
                                captured,
                                http,
                                WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1,
                                digest,
                                original.get())
                        : encoder.response(capture, captured, http, digest));
    }

    /**
     * Request, revisit and metadata record of an answer that says the address is as it was.
     *
     * @param exchange a 304
     * @param original what {@link Archive#original} gave before the address was asked
     * @throws ArchiveException if the original cannot be read any more
     */
    public Stored notModified(Exchange exchange, Original original, Visit visit) throws IOException {
        RawRecord first = archive.originals()
                .record(original)
                .orElseThrow(() -> new ArchiveException("the answer at offset "
                        + original.location().offset() + " of "
                        + original.location().warcPath() + " cannot be read any more; run verify"));
        HttpBlock http = HttpBlock.of(exchange.response());
        String digest = original.payloadDigest();
        Captured captured = Captured.of(exchange);
        return onDisk(() -> group(
                exchange,
                http,
                digest,
                true,
                visit,
                capture ->
                        encoder.revisit(capture, captured, http, WarcRevisit.SERVER_NOT_MODIFIED_1_1, digest, first)));
    }

    @FunctionalInterface
    private interface CaptureRecord {
        byte[] encoded(UUID id) throws IOException;
    }

    private Stored group(
            Exchange exchange, HttpBlock http, String digest, boolean revisit, Visit visit, CaptureRecord record)
            throws IOException {
        String target = TargetUri.of(exchange.url());
        UUID request = settings.recordIds().get();
        UUID capture = settings.recordIds().get();
        UUID metadata = settings.recordIds().get();
        WarcFields fields = VisitFields.of(run.run(), revisit ? unchanged(visit) : visit);
        List<RecordLocation> locations = append(
                encoder.request(request, capture, Captured.of(exchange), exchange.request()),
                record.encoded(capture),
                encoder.metadata(metadata, exchange.startedAt(), target, Optional.of(capture), fields));
        RecordLocation location = locations.get(1);
        archive.index().add(IndexEntry.of(target, exchange.startedAt(), http, revisit, digest, location));
        return new Stored(location, revisit);
    }

    /**
     * A capture of another program, with its own date: request where it is known, response (or revisit, where the capture of the address before it in time has the same
     * payload) or resource, and metadata record. It is not synced: an import that was broken off can be done again.
     *
     * @param http empty for bare content
     */
    synchronized Stored imported(ForeignCapture foreign, Optional<HttpBlock> http, String digest) throws IOException {
        ready();
        Captured captured = Captured.of(foreign);
        boolean mayRevisit = foreign.truncation().isEmpty()
                && http.flatMap(HttpBlock::status).equals(Optional.of(200));
        Optional<RawRecord> original =
                mayRevisit ? archive.originals().before(captured.target(), digest, foreign.date()) : Optional.empty();
        UUID capture = settings.recordIds().get();
        List<byte[]> members = new ArrayList<>();
        if (foreign.request().isPresent()) {
            members.add(encoder.request(
                    settings.recordIds().get(),
                    capture,
                    captured,
                    foreign.request().get()));
        }
        if (http.isEmpty()) {
            members.add(
                    encoder.resource(capture, captured, foreign.contentType().get(), foreign.block()));
        } else if (original.isPresent()) {
            members.add(encoder.revisit(
                    capture, captured, http.get(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1, digest, original.get()));
        } else {
            members.add(encoder.response(capture, captured, http.get(), digest));
        }
        members.add(encoder.metadata(
                settings.recordIds().get(),
                foreign.date(),
                captured.target(),
                Optional.of(capture),
                ImportFields.of(run.run(), foreign)));
        List<RecordLocation> locations = file.append(members);
        RecordLocation location = locations.get(members.size() - 2);
        archive.index()
                .add(
                        http.isPresent()
                                ? IndexEntry.of(
                                        captured.target(),
                                        foreign.date(),
                                        http.get(),
                                        original.isPresent(),
                                        digest,
                                        location)
                                : IndexEntry.resource(
                                        captured.target(),
                                        foreign.date(),
                                        foreign.contentType().get(),
                                        digest,
                                        location));
        return new Stored(location, original.isPresent());
    }

    private static Visit unchanged(Visit visit) {
        Outcome outcome = visit.outcome() == Outcome.ARCHIVED ? Outcome.UNCHANGED : visit.outcome();
        return new Visit(visit.government(), visit.purpose(), visit.via(), outcome, visit.detail(), visit.outlinks());
    }

    /** A metadata record alone, for an attempt that brought no answer. */
    public RecordLocation attempt(String url, Instant at, Visit visit) throws IOException {
        return onDisk(() -> append(encoder.metadata(
                        settings.recordIds().get(),
                        at,
                        TargetUri.of(url),
                        Optional.empty(),
                        VisitFields.of(run.run(), visit)))
                .get(0));
    }

    /** How the governments of the run came to their ends, in one metadata record. */
    public RecordLocation finishes(List<Finish> finishes, Instant at) throws IOException {
        WarcFields fields = new WarcFields().add("run", run.run().value());
        finishes.forEach(finish -> fields.addParts(RunFields.FINISH, finish.government(), finish.text()));
        String target = TargetUri.of("urn:annals:finishes:" + run.run());
        return onDisk(() -> append(encoder.metadata(settings.recordIds().get(), at, target, Optional.empty(), fields))
                .get(0));
    }

    /** Writes the closing record, closes the file, brings the index up to date and appends the commit. */
    public synchronized void commit(Instant at, Map<String, Long> counts, String parserVersion) throws IOException {
        ready();
        List<String> files = archive.filesOf(run.run());
        WarcFields fields = RunFields.closing(new RunFields.Closing(run, at, counts, parserVersion, files));
        String target = TargetUri.of("urn:annals:commit:" + run.run());
        append(encoder.metadata(settings.recordIds().get(), at, target, Optional.empty(), fields));
        close();
        // the commit is made of what the record says, so that it can be made again from it
        archive.commit(RunFields.closing(WarcFields.parse(fields.bytes())).orElseThrow());
    }

    /** Closes the file without a commit: the run is unfinished and can be taken up again. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            file.close();
            archive.closed(this);
        }
    }

    private List<RecordLocation> append(byte[]... members) throws IOException {
        return file.append(List.of(members));
    }

    @FunctionalInterface
    private interface Appending<T> {
        T run() throws IOException;
    }

    /** Does it alone, and then waits for the disk together with others. */
    private <T> T onDisk(Appending<T> appending) throws IOException {
        WarcAppender appender;
        long upTo;
        T done;
        synchronized (this) {
            ready();
            done = appending.run();
            appender = file;
            upTo = file.length();
        }
        appender.sync(upTo);
        return done;
    }

    /** Begins the next file where the one being written is full. */
    private void ready() throws IOException {
        if (closed) {
            throw new IllegalStateException("run " + run.run() + " is closed for writing");
        }
        if (file.length() >= settings.rotateAt()) {
            String full = file.warcPath();
            file.close();
            archive.index().bringUpToDate(List.of(full));
            begin(name.next());
        }
    }
}
