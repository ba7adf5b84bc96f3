package org.annals.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.annals.capture.RecordLocation;

/**
 * Packs captures as a WACZ 1.1.1 that a browser opens over HTTP ranges: every file in it is stored as it is, {@code archive/data.warc.gz} with the records as they lie
 * in the archive, {@code indexes/index.cdx} in plain sorted CDXJ, {@code pages/pages.jsonl}, {@code datapackage.json} with the digest of each, and
 * {@code datapackage-digest.json}. The same captures give the same bytes.
 */
public final class WaczWriter {
    private static final String DATA = "data.warc.gz";
    private static final int GZIP_LEVEL = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Archive archive;
    private final String title;
    private final String software;
    private final Set<String> written = new HashSet<>();
    private final TreeSet<String> index = new TreeSet<>();
    private final List<Page> pages = new ArrayList<>();
    private OutputStream warc;
    private long offset;

    private record Page(String url, String title, Instant date) {}

    /**
     * @param title of the whole
     * @param software said in it, for example {@code annals/0.1.0}
     */
    public WaczWriter(Archive archive, String title, String software) {
        this.archive = archive;
        this.title = title;
        this.software = software;
    }

    /**
     * @param captures in the order in which they are to lie in the file; originals of revisits are added where they are missing
     * @return how many captures are in it
     * @throws ArchiveException if a capture cannot be read, or the file cannot be written
     */
    public int write(Path out, List<WaczPage> captures) throws IOException {
        Path directory = out.toAbsolutePath().getParent();
        Path data = temporary(directory);
        Path draft = temporary(directory);
        try {
            warc(data, captures);
            try (StoredZip zip = new StoredZip(draft)) {
                ArrayNode resources = JSON.createArrayNode();
                resources.add(zip.add("archive/" + DATA, data));
                resources.add(zip.add("indexes/index.cdx", lines(index)));
                resources.add(zip.add("pages/pages.jsonl", pages()));
                byte[] datapackage = pretty(datapackage(resources));
                zip.add("datapackage.json", datapackage);
                zip.add(
                        "datapackage-digest.json",
                        pretty(JSON.createObjectNode()
                                .put("path", "datapackage.json")
                                .put("hash", "sha256:" + Sha256.hex(datapackage))));
            }
            Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
            return index.size();
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(draft);
        }
    }

    private static Path temporary(Path directory) throws IOException {
        try {
            return Files.createTempFile(directory, ".annals-wacz", ".tmp");
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot write into " + directory + ": " + DiskFault.reason(e) + "; name another file with --out",
                    e);
        }
    }

    private void warc(Path file, List<WaczPage> captures) throws IOException {
        try (Members members = new Members();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            warc = out;
            warcinfo(captures);
            for (WaczPage page : captures) {
                RawRecord record = members.read(page.capture());
                capture(members, record);
                if (!page.title().isEmpty()) {
                    pages.add(new Page(record.target().orElse(""), page.title(), record.date()));
                }
            }
        } catch (DamagedRecordException e) {
            throw new ArchiveException(
                    "the record at offset " + e.offset() + " is damaged: " + e.getMessage() + "; run verify", e);
        }
    }

    /** Id and date follow from what is packed, so that the same captures give the same bytes. */
    private void warcinfo(List<WaczPage> captures) throws IOException {
        StringBuilder places = new StringBuilder(title);
        captures.forEach(page -> places.append('\n').append(page.capture()));
        UUID id = UUID.nameUUIDFromBytes(places.toString().getBytes(StandardCharsets.UTF_8));
        WarcFields fields = new WarcFields()
                .add("software", software)
                .add("format", "WARC File Format 1.1")
                .add("description", title);
        put(new RecordEncoder(id, GZIP_LEVEL).warcinfo(id, DATA, created(), fields));
    }

    /** The time of the newest commit: what was packed cannot be newer. */
    private Instant created() throws IOException {
        List<Commit> commits = archive.commits();
        return commits.isEmpty()
                ? Instant.EPOCH
                : commits.get(commits.size() - 1).finishedAt();
    }

    private void capture(Members members, RawRecord capture) throws IOException {
        if (!written.add(capture.id())) {
            return;
        }
        if (capture.is("revisit")) {
            Optional<RawRecord> original = archive.originals().of(capture);
            if (original.isPresent()) {
                capture(members, original.get());
            }
        }
        Optional<RawRecord> request = members.before(capture);
        if (request.isPresent()) {
            put(members.bytes(request.get()));
        }
        byte[] bytes = members.bytes(capture);
        index.add(IndexEntry.of(new RawRecord(
                        capture.version(),
                        capture.headers(),
                        capture.block(),
                        new RecordLocation(DATA, offset, bytes.length)))
                .line());
        put(bytes);
        Optional<RawRecord> metadata = members.after(capture);
        if (metadata.isPresent()) {
            put(members.bytes(metadata.get()));
        }
    }

    private void put(byte[] member) throws IOException {
        warc.write(member);
        offset += member.length;
    }

    private byte[] pages() {
        List<String> lines = new ArrayList<>();
        lines.add(JSON.createObjectNode()
                .put("format", "json-pages-1.0")
                .put("id", "pages")
                .put("title", title)
                .toString());
        for (Page page : pages) {
            String id = UUID.nameUUIDFromBytes((page.url() + page.date()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            lines.add(JSON.createObjectNode()
                    .put("id", id)
                    .put("url", page.url())
                    .put("ts", page.date().toString())
                    .put("title", page.title())
                    .toString());
        }
        return lines(lines);
    }

    private ObjectNode datapackage(ArrayNode resources) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("profile", "data-package")
                .put("wacz_version", "1.1.1")
                .put("title", title)
                .put("created", created().toString())
                .put("software", software);
        if (!pages.isEmpty()) {
            json.put("mainPageUrl", pages.get(0).url());
            json.put("mainPageDate", pages.get(0).date().toString());
        }
        json.set("resources", resources);
        return json;
    }

    private static byte[] lines(Iterable<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pretty(ObjectNode json) {
        return (json.toPrettyString().replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The files of the archive, one open at a time. */
    private final class Members implements Closeable {
        private String path = "";
        private MemberReader reader;

        RawRecord read(RecordLocation at) throws IOException {
            return reader(at.warcPath()).read(at.offset());
        }

        byte[] bytes(RawRecord record) throws IOException {
            return reader(record.location().warcPath()).bytes(record.location());
        }

        /** The request of a capture, which lies right before it. */
        Optional<RawRecord> before(RawRecord capture) throws IOException {
            return reader(capture.location().warcPath())
                    .endingAt(capture.location().offset())
                    .filter(record ->
                            record.is("request") && record.concurrentTo().equals(Optional.of(capture.id())));
        }

        /** The metadata record of a capture, which lies right behind it. */
        Optional<RawRecord> after(RawRecord capture) throws IOException {
            RecordLocation at = capture.location();
            long end = at.offset() + at.length();
            MemberReader file = reader(at.warcPath());
            if (end >= file.size()) {
                return Optional.empty();
            }
            try {
                return Optional.of(file.read(end))
                        .filter(record ->
                                record.is("metadata") && record.concurrentTo().equals(Optional.of(capture.id())));
            } catch (DamagedRecordException e) {
                return Optional.empty(); // the capture can be replayed without it
            }
        }

        private MemberReader reader(String warcPath) throws IOException {
            if (!warcPath.equals(path)) {
                close();
                reader = new MemberReader(archive.file(warcPath), warcPath);
                path = warcPath;
            }
            return reader;
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
