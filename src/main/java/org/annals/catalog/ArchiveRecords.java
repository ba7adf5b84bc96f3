package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.annals.archive.Archive;
import org.annals.archive.ArchivedRecord;
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
    public void read(String warcPath, long fromOffset, Consumer<ArchivedRecord> sink, Consumer<String> damage)
            throws IOException {
        archive.read(warcPath, fromOffset, sink, finding -> damage.accept(finding.toString()));
    }

    @Override
    public ArchivedRecord read(RecordLocation at) throws IOException {
        return archive.read(at);
    }
}
