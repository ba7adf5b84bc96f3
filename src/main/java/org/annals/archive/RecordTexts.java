package org.annals.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.annals.capture.RecordLocation;

/** A capture's record and those that were written with it, as text. */
final class RecordTexts {
    private static final int LONGEST = 64 << 10;

    private RecordTexts() {}

    /** In the order of the file: the request before the capture, what was noted behind it. */
    static List<RecordText> around(MemberReader reader, RecordLocation capture)
            throws IOException, DamagedRecordException {
        RawRecord middle = reader.read(capture.offset());
        List<RecordText> all = new ArrayList<>();
        before(reader, middle).ifPresent(request -> all.add(text(request)));
        all.add(text(middle));
        behind(reader, middle).ifPresent(metadata -> all.add(text(metadata)));
        return all;
    }

    private static Optional<RawRecord> before(MemberReader reader, RawRecord capture) throws IOException {
        try {
            return reader.endingAt(capture.location().offset())
                    .filter(record -> record.concurrentTo().equals(Optional.of(capture.id())));
        } catch (DamagedRecordException e) {
            return Optional.empty(); // the verifier names it
        }
    }

    private static Optional<RawRecord> behind(MemberReader reader, RawRecord capture) throws IOException {
        long end = capture.location().offset() + capture.location().length();
        if (end >= reader.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(end))
                    .filter(record ->
                            record.is("metadata") && record.concurrentTo().equals(Optional.of(capture.id())));
        } catch (DamagedRecordException e) {
            return Optional.empty(); // the verifier names it
        }
    }

    private static RecordText text(RawRecord record) {
        StringBuilder head = new StringBuilder(record.version()).append('\n');
        record.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append('\n')));
        return new RecordText(record.type(), record.location(), head.toString(), message(record));
    }

    private static Optional<String> message(RawRecord record) {
        if (record.isHttp()) {
            return Optional.of(shown(HttpBlock.messageHead(record.block())));
        }
        boolean fields = record.header("Content-Type")
                .filter(type -> type.startsWith("application/warc-fields"))
                .isPresent();
        return fields ? Optional.of(shown(record.block())) : Optional.empty();
    }

    private static String shown(byte[] bytes) {
        String text = new String(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)), StandardCharsets.UTF_8);
        return text.replace("\r\n", "\n").stripTrailing() + (bytes.length > LONGEST ? "\n…" : "");
    }
}
