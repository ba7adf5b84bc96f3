package org.annals.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.annals.capture.RunId;

/** Checks one WARC file from its first byte to its last, and gathers what index and commits must say of it. */
final class FileCheck implements ParallelWalk.Sink<CheckedRecord> {
    private final String warcPath;
    private final Originals originals;
    private final boolean committed;
    private final Consumer<Finding> found;
    private final Optional<RunId> ownRun;
    private final Groups groups = new Groups();
    private final IndexLines indexLines;
    private final Map<RunId, RunFields.Closing> closings;
    private String warcinfoId = "";
    private long records;
    private boolean afterDamage;

    FileCheck(
            String warcPath,
            Originals originals,
            boolean committed,
            Map<RunId, RunFields.Closing> closings,
            IndexLines indexLines,
            Consumer<Finding> found) {
        this.warcPath = warcPath;
        this.originals = originals;
        this.committed = committed;
        this.closings = closings;
        this.indexLines = indexLines;
        this.found = found;
        this.ownRun = WarcName.parse(warcPath).map(WarcName::run);
    }

    /** @param size of the file when it was looked at */
    void run(Path file, long size, int threads) throws IOException {
        boolean ours = ownRun.isPresent();
        ParallelWalk.walk(
                file,
                warcPath,
                0,
                threads,
                (record, reader) -> CheckedRecord.of(record, reader, originals, ours),
                this);
        if (ours && !groups.whole()) {
            found.accept(new Finding(warcPath, size, "", "the last exchange is not whole"));
        }
        if (size == 0) {
            found.accept(new Finding(warcPath, 0, "", "the file is empty"));
        }
    }

    long records() {
        return records;
    }

    @Override
    public void record(CheckedRecord checked) throws IOException {
        RawRecord record = checked.record();
        records++;
        checked.problems().forEach(problem -> report(record, problem));
        if (checked.indexLine().isPresent()) {
            indexLines.add(checked.indexLine().get());
        }
        if (checked.lacksOriginal()) {
            report(record, "the response that it refers to is not there, damaged, or of another payload");
        }
        if (ownRun.isPresent()) {
            ours(record, checked.foreignHeader());
        }
        afterDamage = false;
    }

    private void ours(RawRecord record, boolean foreignHeader) {
        if (foreignHeader) {
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
