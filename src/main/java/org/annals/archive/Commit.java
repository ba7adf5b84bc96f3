package org.annals.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.annals.capture.RunId;

/**
 * A finished run: one line of {@code commits.jsonl}. Each names the one before it by SHA-256, so that no line before
 * the last can be changed unseen; all of it can be derived again from the WARC files, so that the last cannot either.
 *
 * @param id lower-case hex SHA-256 of the line without its line end: the name of the commit
 * @param previous id of the commit before; empty for the first
 * @param kind crawl, import or demo
 * @param files in the order in which they were begun
 */
public record Commit(
        String id,
        Optional<String> previous,
        RunId run,
        String kind,
        Instant startedAt,
        Instant finishedAt,
        List<CommittedFile> files,
        Map<String, String> settings,
        Map<String, Long> counts,
        String parserVersion) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Commit {
        Objects.requireNonNull(id);
        Objects.requireNonNull(previous);
        Objects.requireNonNull(run);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(finishedAt);
        Objects.requireNonNull(parserVersion);
        files = List.copyOf(files);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The line, without its end, that says this of a closed run. */
    static String line(Optional<String> previous, RunFields.Closing closing, List<CommittedFile> files) {
        ObjectNode json = JSON.createObjectNode();
        json.put("previous", previous.orElse(null));
        json.put("run", closing.run().run().value());
        json.put("kind", closing.run().kind());
        json.put("started", closing.run().startedAt().toString());
        json.put("finished", closing.finishedAt().toString());
        ArrayNode array = json.putArray("files");
        for (CommittedFile file : files) {
            array.addObject()
                    .put("path", file.path())
                    .put("length", file.length())
                    .put("sha256", file.sha256());
        }
        ObjectNode settings = json.putObject("settings");
        closing.run().settings().forEach(settings::put);
        ObjectNode counts = json.putObject("counts");
        closing.counts().forEach(counts::put);
        json.put("parser_version", closing.parserVersion());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    /** Empty for a line that is no commit. */
    static Optional<Commit> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            List<CommittedFile> files = new ArrayList<>();
            for (JsonNode file : json.path("files")) {
                files.add(new CommittedFile(
                        file.path("path").asText(),
                        file.path("length").asLong(-1),
                        file.path("sha256").asText()));
            }
            Map<String, String> settings = new LinkedHashMap<>();
            json.path("settings")
                    .properties()
                    .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
            Map<String, Long> counts = new LinkedHashMap<>();
            json.path("counts")
                    .properties()
                    .forEach(e -> counts.put(e.getKey(), e.getValue().asLong()));
            return Optional.of(new Commit(
                    Sha256.hex(line.getBytes(StandardCharsets.UTF_8)),
                    Optional.ofNullable(json.path("previous").asText(null)),
                    new RunId(json.path("run").asText()),
                    json.path("kind").asText(),
                    Instant.parse(json.path("started").asText()),
                    Instant.parse(json.path("finished").asText()),
                    files,
                    settings,
                    counts,
                    json.path("parser_version").asText()));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
