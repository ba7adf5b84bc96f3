package org.annals.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.annals.capture.RecordLocation;

/** Finds the response whose payload a revisit stands for. */
final class Originals {
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
        List<IndexEntry> captures = index.captures(target);
        for (int i = captures.size() - 1; i >= 0; i--) {
            IndexEntry entry = captures.get(i);
            if (entry.status() != 200 || !entry.digest().equals(payloadDigest)) {
                return Optional.empty();
            }
            if (!entry.isRevisit()) {
                return response(entry.location(), payloadDigest)
                        .filter(record -> record.target().equals(Optional.of(target)));
            }
        }
        return Optional.empty();
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
        Optional<Path> file = file(at.warcPath());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (MemberReader reader = new MemberReader(file.get(), at.warcPath())) {
            RawRecord record = reader.read(at.offset());
            boolean whole =
                    record.is("response") && record.header("WARC-Truncated").isEmpty();
            return whole && Sha256.labelled(HttpBlock.of(record.block()).body()).equals(payloadDigest)
                    ? Optional.of(record)
                    : Optional.empty();
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
