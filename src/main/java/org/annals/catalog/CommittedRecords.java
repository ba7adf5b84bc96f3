package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
import org.annals.archive.Commit;
import org.annals.archive.CommittedFile;
import org.annals.capture.RecordLocation;

/** The records of an archive up to one of its commits, and no others: what was added later, or is not committed, is not seen. */
final class CommittedRecords implements RecordSource {
    private final Archive archive;
    private final Map<String, Long> lengths = new LinkedHashMap<>();
    private final List<String> damage = new ArrayList<>();

    CommittedRecords(Archive archive, List<Commit> commits) throws IOException {
        this.archive = archive;
        for (Commit commit : commits) {
            for (CommittedFile file : commit.files()) {
                lengths.put(file.path(), file.length());
                check(file, commit);
            }
        }
    }

    /** What was found damaged or missing so far, one line each. */
    List<String> damage() {
        return List.copyOf(damage);
    }

    @Override
    public List<String> files() throws IOException {
        return archive.files().stream().filter(lengths::containsKey).toList();
    }

    @Override
    public long length(String warcPath) {
        return lengths.getOrDefault(warcPath, -1L);
    }

    @Override
    public <T> void read(
            String warcPath,
            long fromOffset,
            Function<ArchivedRecord, T> prepared,
            Consumer<T> sink,
            Consumer<String> faults)
            throws IOException {
        archive.read(warcPath, fromOffset, prepared, sink, finding -> {
            damage.add(finding.toString());
            faults.accept(finding.toString());
        });
    }

    @Override
    public ArchivedRecord read(RecordLocation at) throws IOException {
        return archive.read(at);
    }

    private void check(CommittedFile file, Commit commit) throws IOException {
        Path path = archive.folder().resolve(file.path());
        if (!Files.exists(path)) {
            damage.add(file.path() + ": missing, though the commit of run " + commit.run() + " names it");
        } else if (Files.size(path) != file.length()) {
            damage.add(file.path() + ": has " + Files.size(path) + " bytes, though the commit of run " + commit.run()
                    + " names it with " + file.length());
        }
    }
}
