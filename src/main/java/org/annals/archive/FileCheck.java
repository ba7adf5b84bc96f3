package org.annals.archive;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.annals.capture.RunId;

/** Checks one WARC file from its first byte to its last, and gathers what index and commits must say of it. */
final class FileCheck implements RecordSink {
    private final String warcPath;
    private final MemberReader reader;
    private final Originals originals;
    private final boolean committed;
    private final Consumer<Finding> found;
    private final Optional<RunId> ownRun;
    private final Groups groups = new Groups();
    private final TreeSet<String> indexLines = new TreeSet<>();
    private final Map<RunId, RunFields.Closing> closings;
    private String warcinfoId = "";
    private long records;
    private boolean afterDamage;

    FileCheck(
            String warcPath,
            MemberReader reader,
            Originals originals,
            boolean committed,
            Map<RunId, RunFields.Closing> closings,
            Consumer<Finding> found) {
        this.warcPath = warcPath;
        this.reader = reader;
        this.originals = originals;
        this.committed = committed;
        this.closings = closings;
        this.found = found;
        this.ownRun = WarcName.parse(warcPath).map(WarcName::run);
    }

    void run() throws IOException {
        WarcFile.walk(reader, 0, this);
        if (ownRun.isPresent() && !groups.whole()) {
            found.accept(new Finding(warcPath, reader.size(), "", "the last exchange is not whole"));
        }
        if (reader.size() == 0) {
            found.accept(new Finding(warcPath, 0, "", "the file is empty"));
        }
    }

    long records() {
        return records;
    }

    TreeSet<String> indexLines() {
        return indexLines;
    }

    @Override
    public void record(RawRecord record) throws IOException {
        records++;
        RecordCheck.problems(record, ownRun.isPresent()).forEach(problem -> report(record, problem));
        if (record.isIndexed()) {
            indexLines.add(IndexEntry.of(record).line());
        }
        if (record.is("revisit") && originals.of(record).isEmpty()) {
            report(record, "the response that it refers to is not there, damaged, or of another payload");
        }
        if (ownRun.isPresent()) {
            ours(record);
        }
        afterDamage = false;
    }

    private void ours(RawRecord record) throws IOException {
        if (!GzipMember.isOurs(reader.gzipHeader(record.location().offset()))) {
            report(record, "the header of its gzip member is not as it was written");
        }
        if (afterDamage) {
            groups.resume(record);
        } else {
            groups.next(record).ifPresent(problem -> report(record, problem));
        }
        if (record.is("warcinfo")) {
            warcinfo(record);
        } else if (record.location().offset() == 0) {
            report(record, "the file does not begin with a warcinfo");
        } else if (!warcinfoId.isEmpty()
                && !record.header("WARC-Warcinfo-ID").equals(Optional.of("<" + warcinfoId + ">"))) {
            report(record, "it names another warcinfo than its file's");
        }
        if (record.is("metadata")) {
            metadata(record);
        }
    }

    private void warcinfo(RawRecord record) {
        if (record.location().offset() != 0) {
            report(record, "a second warcinfo");
        }
        warcinfoId = record.id();
        Optional<RunId> run = RunFields.runOf(record).map(RunInfo::run);
        if (!run.equals(ownRun)) {
            report(
                    record,
                    "the file's name says run " + ownRun.get() + ", its warcinfo "
                            + run.map(r -> "run " + r).orElse("none"));
        }
    }

    private void metadata(RawRecord record) {
        try {
            WarcFields fields = WarcFields.parse(record.block());
            RunFields.closing(fields)
                    .ifPresent(closing -> closings.put(closing.run().run(), closing));
        } catch (IOException e) {
            report(record, "its fields cannot be read: " + e.getMessage());
        }
    }

    private void report(RawRecord record, String problem) {
        found.accept(new Finding(warcPath, record.location().offset(), record.described(), problem));
    }

    @Override
    public void damaged(DamagedRecordException damage, OptionalLong next) throws IOException {
        afterDamage = true;
        groups.reset();
        String about = damage.record().isEmpty() ? originals.describe(warcPath, damage.offset()) : damage.record();
        String end = next.isEmpty() && !committed
                ? "; nothing sound follows: the end was torn off, opening the archive for writing cuts it"
                : "";
        found.accept(new Finding(warcPath, damage.offset(), about, "damaged: " + damage.getMessage() + end));
    }
}
