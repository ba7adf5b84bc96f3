package org.annals.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.HeaderValidator;

/** What one record says of itself against what it is: header fields by the standard, digests by the bytes. */
final class RecordCheck {
    private static final HeaderValidator HEADERS = HeaderValidator.warc_1_1();

    private RecordCheck() {}

    /** @param ours whether Annals wrote the file: then every digest must be there */
    static List<String> problems(RawRecord record, boolean ours) {
        List<String> problems = new ArrayList<>(HEADERS.validate(record.headers()));
        if (ours && !record.version().equals("WARC/1.1")) {
            problems.add("it is " + record.version() + ", not WARC/1.1");
        }
        date(record).ifPresent(problems::add);
        digest(record, "WARC-Block-Digest", record.block(), ours).ifPresent(problems::add);
        if (record.is("resource")) {
            digest(record, "WARC-Payload-Digest", record.block(), ours).ifPresent(problems::add);
        } else if (record.is("request") && record.isHttp()) {
            digest(record, "WARC-Payload-Digest", HttpBlock.requestBody(record.block()), ours)
                    .ifPresent(problems::add);
        } else if (record.is("response") && record.isHttp()) {
            HttpBlock http = HttpBlock.of(record.block());
            digest(record, "WARC-Payload-Digest", http.body(), ours).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> date(RawRecord record) {
        try {
            record.header("WARC-Date").ifPresent(Instant::parse);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("WARC-Date is no date");
        }
    }

    private static Optional<String> digest(RawRecord record, String header, byte[] bytes, boolean required) {
        Optional<String> said = record.header(header);
        if (said.isEmpty()) {
            return required ? Optional.of("it has no " + header) : Optional.empty();
        }
        if (!said.get().startsWith("sha256:")) {
            return required ? Optional.of(header + " is not SHA-256") : Optional.empty();
        }
        String is = Sha256.labelled(bytes);
        return said.get().equals(is)
                ? Optional.empty()
                : Optional.of(header + " says " + said.get() + ", the bytes give " + is);
    }
}
