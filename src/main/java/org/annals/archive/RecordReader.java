package org.annals.archive;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.annals.archive.ArchivedRecord.Type;
import org.annals.capture.Payload;
import org.annals.capture.RunId;
import org.annals.capture.Truncation;
import org.annals.capture.Visit;

/** Turns records as they lie into records as the program speaks of them. */
final class RecordReader {
    private final Originals originals;

    RecordReader(Originals originals) {
        this.originals = originals;
    }

    ArchivedRecord read(RawRecord raw, Optional<RunId> run) throws IOException {
        Type type = type(raw);
        Optional<HttpBlock> http =
                raw.isCapture() && raw.isHttp() ? Optional.of(HttpBlock.of(raw.block())) : Optional.empty();
        Optional<WarcFields> fields = fields(raw, type);
        return new ArchivedRecord(
                type,
                raw.id(),
                raw.location(),
                run,
                raw.date(),
                raw.target(),
                raw.concurrentTo(),
                http.flatMap(HttpBlock::status),
                http.flatMap(h -> h.header("Location")),
                truncation(raw),
                payload(raw, type, http),
                fields.flatMap(this::visit),
                fields.flatMap(ImportFields::source),
                fields.map(RecordReader::flat).orElse(Map.of()));
    }

    private static Type type(RawRecord raw) {
        try {
            return Type.valueOf(raw.type().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Type.OTHER;
        }
    }

    private static Optional<WarcFields> fields(RawRecord raw, Type type) {
        if (type != Type.WARCINFO && type != Type.METADATA) {
            return Optional.empty();
        }
        try {
            return Optional.of(WarcFields.parse(raw.block()));
        } catch (IOException e) {
            return Optional.empty(); // other programs put other things into metadata records
        }
    }

    private Optional<Visit> visit(WarcFields fields) {
        return VisitFields.visit(fields);
    }

    private static Map<String, String> flat(WarcFields fields) {
        Map<String, String> flat = new LinkedHashMap<>(fields.firsts());
        fields.entries("setting").forEach((name, value) -> flat.put("setting." + name, value));
        fields.entries("count").forEach((name, value) -> flat.put("count." + name, value));
        for (List<String> parts : fields.allParts(RunFields.FINISH)) {
            flat.put("finish." + parts.get(0), parts.size() > 1 ? parts.get(1) : "");
        }
        return flat;
    }

    private static Optional<Truncation> truncation(RawRecord raw) {
        return raw.header("WARC-Truncated").map(SourceRecords::truncation);
    }

    private Optional<Payload> payload(RawRecord raw, Type type, Optional<HttpBlock> http) throws IOException {
        String target = raw.target().orElse(null);
        return switch (type) {
            case RESOURCE ->
                Optional.of(Payload.of(raw.block(), raw.header("Content-Type").orElse(null), target));
            case RESPONSE ->
                Optional.of(
                        http.isPresent()
                                ? payload(http.get(), http.get(), target)
                                : Payload.of(
                                        raw.block(), raw.header("Content-Type").orElse(null), target));
            case REVISIT ->
                originals.of(raw).map(original -> {
                    HttpBlock first = HttpBlock.of(original.block());
                    // what the server sends with "not modified" is no word about the payload
                    boolean said = http.flatMap(HttpBlock::status).equals(Optional.of(200));
                    return payload(first, said ? http.get() : first, target);
                });
            default -> Optional.empty();
        };
    }

    /** @param said the message whose Content-Type counts: for a revisit its own, if it has one */
    private static Payload payload(HttpBlock carrier, HttpBlock said, String target) {
        String contentType = said.header("Content-Type")
                .or(() -> carrier.header("Content-Type"))
                .orElse(null);
        return Payload.of(carrier.payload(), contentType, target);
    }
}
