package org.annals.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Puts right what a killed process or a lost machine left behind: a torn end of a file that no commit names, a run that
 * was closed and not yet committed, an index that was not yet brought up to date. A file that a commit names is never
 * changed.
 */
final class Repair {
    private final ArchiveFolder folder;
    private final CommitLog log;
    private final CaptureIndex index;
    private final List<String> said = new ArrayList<>();
    private final List<RunFields.Closing> closed = new ArrayList<>();

    Repair(ArchiveFolder folder, CommitLog log, CaptureIndex index) {
        this.folder = folder;
        this.log = log;
        this.index = index;
    }

    /** @return what was mended, one line each */
    List<String> run() throws IOException {
        Files.deleteIfExists(folder.indexDraft());
        if (log.isTorn()) {
            log.cutTornLine();
            said.add("commits.jsonl: took a torn line off its end");
        }
        Set<String> committed = log.committedPaths();
        List<String> paths = folder.warcPaths();
        List<String> open = new ArrayList<>();
        for (String path : paths) {
            if (!committed.contains(path) && (WarcName.parse(path).isEmpty() || keep(path))) {
                open.add(path);
            }
        }
        if (!Files.exists(folder.index()) && !committed.isEmpty()) {
            index.rebuild(folder.warcPaths());
            said.add("index.cdxj: was missing and was made again from the WARC files");
        } else {
            index.bringUpToDate(open);
        }
        closed.sort(Comparator.comparing(RunFields.Closing::finishedAt));
        for (RunFields.Closing closing : closed) {
            log.append(closing);
            said.add("commits.jsonl: run " + closing.run().run() + " was closed and not yet committed; committed it");
        }
        return List.copyOf(said);
    }

    /** @return whether something of the file was worth keeping */
    private boolean keep(String warcPath) throws IOException {
        Path file = folder.resolve(warcPath);
        Ends ends = new Ends(warcPath);
        WarcFile.walk(file, warcPath, 0, ends);
        long size = Files.size(file);
        if (ends.lastWhole == 0) {
            Files.delete(file);
            ArchiveFolder.sync(file.getParent());
            said.add(warcPath + ": deleted, not even its first record was whole (" + size + " bytes)");
            return false;
        }
        if (ends.lastWhole < size) {
            try (RandomAccessFile raf = new RandomAccessFile(file.toFile(), "rw")) {
                raf.setLength(ends.lastWhole);
                raf.getFD().sync();
            }
            said.add(warcPath + ": cut a torn end off at offset " + ends.lastWhole + " (" + (size - ends.lastWhole)
                    + " bytes)");
        }
        return true;
    }

    /** Finds where the last whole group of records ends, and whether the run was closed. */
    private final class Ends implements RecordSink {
        private final String warcPath;
        private final Groups groups = new Groups();
        private long lastWhole;

        Ends(String warcPath) {
            this.warcPath = warcPath;
        }

        @Override
        public void record(RawRecord record) {
            groups.next(record);
            if (groups.whole()) {
                lastWhole = record.location().offset() + record.location().length();
            }
            if (record.is("metadata")) {
                closing(record);
            }
        }

        private void closing(RawRecord record) {
            try {
                RunFields.closing(WarcFields.parse(record.block())).ifPresent(closed::add);
            } catch (IOException e) {
                said.add(warcPath + ": the metadata record at offset "
                        + record.location().offset() + " cannot be read; run verify");
            }
        }

        @Override
        public void damaged(DamagedRecordException damage, OptionalLong next) {
            groups.reset();
            if (next.isPresent()) {
                said.add(warcPath + ": the record at offset " + damage.offset() + " is damaged (" + damage.getMessage()
                        + "); left as it is, the records after it are sound");
            }
        }
    }
}
