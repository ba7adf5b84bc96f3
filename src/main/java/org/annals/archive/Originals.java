package org.annals.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Original;
import org.annals.capture.RecordLocation;
import org.annals.capture.Validators;

/** Finds the response whose payload a revisit stands for. */
final class Originals {
    /** Bytes of a packed record from which on answers are read one at a time. */
    private static final long BIG = 256 << 10;

    private final ArchiveFolder folder;
    private final CaptureIndex index;

    Originals(ArchiveFolder folder, CaptureIndex index) {
        this.folder = folder;
        this.index = index;
    }

    /**
     * The response that a new answer with this payload may refer to: the address's latest capture says 200 with that
     * very payload. A page that changed and changed back is no revisit, for its latest capture was another.
     */
    Optional<RawRecord> forNew(String target, String payloadDigest) throws IOException {
        return latest(index.captures(target), target, payloadDigest);
    }

    /** The same for a capture of the past: those after it say nothing. */
    Optional<RawRecord> before(String target, String payloadDigest, Instant date) throws IOException {
        String timestamp = IndexEntry.stamp(date);
        List<IndexEntry> before = index.captures(target).stream()
                .filter(entry -> entry.timestamp().compareTo(timestamp) <= 0)
                .toList();
        return latest(before, target, payloadDigest);
    }

    private Optional<RawRecord> latest(List<IndexEntry> captures, String target, String payloadDigest)
            throws IOException {
        for (int i = captures.size() - 1; i >= 0; i--) {
            IndexEntry entry = captures.get(i);
            boolean same = entry.status() == 200 || entry.isNotModified();
            if (!same || !entry.digest().equals(payloadDigest)) {
                return Optional.empty();
            }
            if (!entry.isRevisit()) {
                return response(entry.location(), payloadDigest)
                        .filter(record -> record.target().equals(Optional.of(target)));
            }
        }
        return Optional.empty();
    }

    /**
     * The last whole 200 of an address, with the newest validators that were given for it; answers of other kinds that
     * came after it do not count.
     */
    Optional<Original> lastWhole(String target) throws IOException {
        List<IndexEntry> captures = new ArrayList<>(index.captures(target));
        if (captures.stream().noneMatch(entry -> entry.location().length() > BIG)) {
            return lastWhole(target, captures);
        }
        synchronized (this) {
            // such answers lie in memory as a whole while they are compared
            return lastWhole(target, captures);
        }
    }

    private Optional<Original> lastWhole(String target, List<IndexEntry> captures) throws IOException {
        Collections.reverse(captures);
        captures.removeIf(entry -> entry.status() != 200 && !entry.isNotModified());
        if (captures.isEmpty()) {
            return Optional.empty();
        }
        String digest = captures.get(0).digest();
        Validators validators = Validators.NONE;
        Optional<Instant> wholeAt = Optional.empty();
        for (IndexEntry entry : captures) {
            if (!entry.digest().equals(digest)) {
                break;
            }
            Optional<RawRecord> record =
                    entry.isRevisit() ? read(entry.location()) : response(entry.location(), digest);
            record = record.filter(r -> r.target().equals(Optional.of(target)));
            if (record.isEmpty()) {
                break;
            }
            if (validators.isEmpty()) {
                validators = validators(record.get());
            }
            if (wholeAt.isEmpty() && !entry.isNotModified()) {
                wholeAt = Optional.of(record.get().date());
            }
            if (!entry.isRevisit()) {
                return Optional.of(new Original(record.get().location(), digest, wholeAt.orElseThrow(), validators));
            }
        }
        return Optional.empty();
    }

    private static Validators validators(RawRecord capture) {
        HttpBlock http = HttpBlock.of(capture.block());
        return Validators.of(http.header("ETag"), http.header("Last-Modified"), http.header("Date"), capture.date());
    }

    /** The record of {@link #lastWhole}; empty where it was lost since. */
    Optional<RawRecord> record(Original original) throws IOException {
        return response(original.location(), original.payloadDigest());
    }

    /** The response that a revisit record refers to. */
    Optional<RawRecord> of(RawRecord revisit) throws IOException {
        Optional<String> digest = revisit.header("WARC-Payload-Digest");
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        Optional<RawRecord> named = namedPlace(revisit, digest.get());
        if (named.isPresent()) {
            return named;
        }
        String target =
                revisit.header("WARC-Refers-To-Target-URI").or(revisit::target).orElse("");
        for (IndexEntry entry : index.captures(target)) {
            if (!entry.isRevisit() && entry.digest().equals(digest.get())) {
                Optional<RawRecord> found = response(entry.location(), digest.get());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The response that a revisit of another program stands for, by address and by a digest of whatever algorithm. */
    Optional<RawRecord> ofForeign(RawRecord revisit) throws IOException {
        Optional<String> digest = revisit.header("WARC-Payload-Digest");
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        String target = TargetUri.of(revisit.header("WARC-Refers-To-Target-URI")
                .map(RawRecord::withoutBrackets)
                .or(revisit::target)
                .orElse(""));
        for (IndexEntry entry : index.captures(target)) {
            if (!entry.isRevisit()) {
                Optional<RawRecord> found = response(entry.location(), entry.digest())
                        .filter(r -> SourceDigests.isPayload(digest.get(), HttpBlock.of(r.block())));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RawRecord> namedPlace(RawRecord revisit, String digest) throws IOException {
        Optional<String> file = revisit.header(RecordEncoder.REFERS_TO_FILE);
        Optional<String> offset = revisit.header(RecordEncoder.REFERS_TO_OFFSET);
        if (file.isEmpty() || offset.isEmpty() || !offset.get().matches("\\d{1,15}")) {
            return Optional.empty();
        }
        RecordLocation location = new RecordLocation(file.get(), Long.parseLong(offset.get()), 0);
        return response(location, digest)
                .filter(record -> record.id().equals(revisit.refersTo().orElse("")));
    }

    /**
     * The response at that place if it is there, whole, and of that payload: index and headers only point, the record
     * itself decides.
     */
    private Optional<RawRecord> response(RecordLocation at, String payloadDigest) throws IOException {
        return read(at).filter(record -> record.is("response")
                && record.header("WARC-Truncated").isEmpty()
                && Sha256.labelled(HttpBlock.of(record.block()).body()).equals(payloadDigest));
    }

    private Optional<RawRecord> read(RecordLocation at) throws IOException {
        Optional<Path> file = file(at.warcPath());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (MemberReader reader = new MemberReader(file.get(), at.warcPath())) {
            return Optional.of(reader.read(at.offset()));
        } catch (DamagedRecordException e) {
            return Optional.empty(); // the verifier names it; a damaged original must not be referred to
        }
    }

    private Optional<Path> file(String warcPath) {
        try {
            return Optional.of(folder.resolve(warcPath)).filter(Files::isRegularFile);
        } catch (ArchiveException e) {
            return Optional.empty(); // a path that leads elsewhere
        }
    }

    /** What the index says lies at a place where nothing can be read; empty if it says nothing. */
    String describe(String warcPath, long offset) throws IOException {
        return index.at(warcPath, offset)
                .map(entry -> (entry.isRevisit() ? "revisit " : "response ") + entry.url())
                .orElse("");
    }
}
