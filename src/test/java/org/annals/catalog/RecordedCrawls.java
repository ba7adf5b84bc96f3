package org.annals.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.annals.archive.ArchivedRecord;
import org.annals.capture.Outcome;
import org.annals.capture.Payload;
import org.annals.capture.Purpose;
import org.annals.capture.RecordLocation;
import org.annals.capture.RunId;
import org.annals.capture.Via;
import org.annals.capture.Visit;

/** Records of crawls as an archive gives them back, with a limit that stands for how far the files have been written. */
class RecordedCrawls implements RecordSource {
    static final String HEADER = "code,name,level,province,parent,portal_url,report_list_url\n";

    private static final long RECORD_LENGTH = 100;

    private final Map<String, List<ArchivedRecord>> files = new LinkedHashMap<>();
    private String file;
    private Optional<RunId> run = Optional.empty();
    private Instant now = Instant.parse("2023-05-01T00:00:00Z");
    private String government = "";
    private int serial;
    private int written = Integer.MAX_VALUE;

    /** Begins the file of a new run. */
    RecordedCrawls run(String day) {
        now = Instant.parse(day + "T00:00:00.123Z");
        run = Optional.of(RunId.startedAt(now));
        file = "warc/" + run.get() + ".warc.gz";
        files.put(file, new ArrayList<>());
        add(ArchivedRecord.Type.WARCINFO, null, null, null, null, null);
        return this;
    }

    /** Begins a file that another program wrote. */
    RecordedCrawls foreign(String name, String day) {
        now = Instant.parse(day + "T00:00:00.123Z");
        run = Optional.empty();
        file = "warc/" + name;
        files.put(file, new ArrayList<>());
        return this;
    }

    RecordedCrawls seeds(String... rows) {
        String csv = HEADER + String.join("\n", rows) + "\n";
        add(ArchivedRecord.Type.RESOURCE, Facts.SEEDS_URN + "x:seeds.csv", null, null, payload(csv, "text/csv"), null);
        return this;
    }

    RecordedCrawls at(String code) {
        government = code;
        return this;
    }

    RecordedCrawls page(String url, String body) {
        return page(url, 200, body, Purpose.REPORT, Via.SEED, Outcome.ARCHIVED);
    }

    RecordedCrawls page(String url, int status, Outcome outcome) {
        return page(url, status, "status " + status, Purpose.REPORT, Via.SEED, outcome);
    }

    RecordedCrawls page(String url, int status, String body, Purpose purpose, Via via, Outcome outcome) {
        add(ArchivedRecord.Type.REQUEST, url, null, null, null, null);
        ArchivedRecord.Type type =
                outcome == Outcome.UNCHANGED ? ArchivedRecord.Type.REVISIT : ArchivedRecord.Type.RESPONSE;
        ArchivedRecord response = add(type, url, null, status, payload(body, "Text/HTML; charset=UTF-8"), null);
        Visit visit = new Visit(government, purpose, via, outcome, "", List.of());
        add(ArchivedRecord.Type.METADATA, url, response.recordId(), null, null, visit);
        return this;
    }

    /** A capture without a visit, as other programs write them. */
    RecordedCrawls bare(String url, int status, String body) {
        Payload page = Payload.of(body.getBytes(StandardCharsets.UTF_8), "text/html", url);
        add(ArchivedRecord.Type.RESPONSE, url, null, status, page, null);
        add(ArchivedRecord.Type.REQUEST, url, null, null, null, null);
        return this;
    }

    RecordedCrawls file(String url, String body) {
        add(ArchivedRecord.Type.RESPONSE, url, null, 200, payload(body, "application/octet-stream"), null);
        return this;
    }

    RecordedCrawls redirect(String url, String location) {
        add(ArchivedRecord.Type.RESPONSE, url, null, 302, payload("", "text/html"), null, location);
        return this;
    }

    RecordedCrawls attempt(String url, Purpose purpose, Outcome outcome) {
        Visit visit = new Visit(government, purpose, Via.SEED, outcome, "", List.of());
        add(ArchivedRecord.Type.METADATA, url, null, null, null, visit);
        return this;
    }

    RecordedCrawls close() {
        add(ArchivedRecord.Type.METADATA, "urn:annals:run", null, null, null, null);
        return this;
    }

    int records() {
        return files.values().stream().mapToInt(List::size).sum();
    }

    /** From now on only the first so many records are on disk. */
    RecordedCrawls written(int records) {
        written = records;
        return this;
    }

    /** As if a file had been cut back to so many records. */
    void cut(String name, int records) {
        List<ArchivedRecord> all = files.get(name);
        all.subList(records, all.size()).clear();
    }

    @Override
    public List<String> files() {
        List<String> begun = new ArrayList<>();
        int before = 0;
        for (Map.Entry<String, List<ArchivedRecord>> entry : files.entrySet()) {
            if (before < written) {
                begun.add(entry.getKey());
            }
            before += entry.getValue().size();
        }
        return begun;
    }

    @Override
    public long length(String warcPath) {
        return files.containsKey(warcPath) ? onDisk(warcPath).size() * RECORD_LENGTH : -1;
    }

    @Override
    public <T> void read(
            String warcPath,
            long fromOffset,
            Function<ArchivedRecord, T> prepared,
            Consumer<T> sink,
            Consumer<String> damage)
            throws IOException {
        onDisk(warcPath).stream()
                .filter(r -> r.location().offset() >= fromOffset)
                .map(prepared)
                .forEach(sink);
    }

    @Override
    public ArchivedRecord read(RecordLocation at) {
        return files.get(at.warcPath()).get((int) (at.offset() / RECORD_LENGTH));
    }

    private List<ArchivedRecord> onDisk(String warcPath) {
        int before = 0;
        for (Map.Entry<String, List<ArchivedRecord>> entry : files.entrySet()) {
            List<ArchivedRecord> all = entry.getValue();
            if (entry.getKey().equals(warcPath)) {
                return all.subList(0, Math.max(0, Math.min(all.size(), written - before)));
            }
            before += all.size();
        }
        return List.of();
    }

    private static Payload payload(String body, String type) {
        return Payload.of(body.getBytes(StandardCharsets.UTF_8), type, null);
    }

    private ArchivedRecord add(
            ArchivedRecord.Type type,
            String target,
            String concurrentTo,
            Integer status,
            Payload payload,
            Visit visit) {
        return add(type, target, concurrentTo, status, payload, visit, null);
    }

    private ArchivedRecord add(
            ArchivedRecord.Type type,
            String target,
            String concurrentTo,
            Integer status,
            Payload payload,
            Visit visit,
            String redirect) {
        List<ArchivedRecord> all = files.get(file);
        now = now.plusSeconds(1);
        ArchivedRecord record = new ArchivedRecord(
                type,
                "urn:uuid:" + new UUID(0, ++serial),
                new RecordLocation(file, all.size() * RECORD_LENGTH, RECORD_LENGTH),
                run,
                now,
                Optional.ofNullable(target),
                Optional.ofNullable(concurrentTo),
                Optional.ofNullable(status),
                Optional.ofNullable(redirect),
                Optional.empty(),
                Optional.ofNullable(payload),
                Optional.ofNullable(visit),
                Optional.empty(),
                Map.of());
        all.add(record);
        return record;
    }
}
