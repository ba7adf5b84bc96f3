package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.annals.archive.Archive;
import org.annals.archive.ArchiveException;
import org.annals.archive.ArchivedRecord;
import org.annals.archive.Commit;
import org.annals.archive.CommittedFile;
import org.annals.capture.RecordLocation;

/** The records of an archive folder. */
record ArchiveRecords(Archive archive) implements RecordSource {
    @Override
    public List<String> files() throws IOException {
        return archive.files();
    }

    @Override
    public long length(String warcPath) throws IOException {
        Path file = archive.folder().resolve(warcPath);
        return Files.exists(file) ? Files.size(file) : -1;
    }

    @Override
    public <T> void read(
            String warcPath,
            long fromOffset,
            Function<ArchivedRecord, T> prepared,
            Consumer<T> sink,
            Consumer<String> damage)
            throws IOException {
        archive.read(warcPath, fromOffset, prepared, sink, finding -> damage.accept(finding.toString()));
    }

    @Override
    public List<String> lost() throws IOException {
        List<String> lost = new ArrayList<>();
        try {
            for (Commit commit : archive.commits()) {
                for (CommittedFile file : commit.files()) {
                    lost(file, commit).ifPresent(lost::add);
                }
            }
        } catch (ArchiveException e) {
            // what is committed cannot be told; the records that are there can be read all the same
            lost.add(e.getMessage());
        }
        return lost;
    }

    private Optional<String> lost(CommittedFile file, Commit commit) throws IOException {
        long length = length(file.path());
        if (length >= file.length()) {
            return Optional.empty();
        }
        String what = length < 0 ? ": missing, though" : " at offset " + length + ": ends here, though";
        return Optional.of(file.path() + what + " the commit of run " + commit.run() + " names it with " + file.length()
                + " bytes; bring it back from a copy");
    }

    @Override
    public ArchivedRecord read(RecordLocation at) throws IOException {
        return archive.read(at);
    }
}
