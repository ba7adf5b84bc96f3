package org.annals.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of Data Package and Table Schema that a validator applies, read from the specifications and not from the code that writes. */
final class PackageRules {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Path folder;
    private final JsonNode descriptor;
    /** Resource → rows → cells as text, empty for none. */
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();

    private PackageRules(Path folder) throws IOException {
        this.folder = folder;
        this.descriptor = JSON.readTree(folder.resolve("datapackage.json").toFile());
    }

    /** @return how many cells were looked at */
    static long check(Path folder) throws IOException {
        return new PackageRules(folder).check();
    }

    static List<Map<String, String>> csv(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(row -> rows.add(new LinkedHashMap<>(row.getFieldsAsMap())));
        }
        return rows;
    }

    private long check() throws IOException {
        assertThat(descriptor.path("profile").asText()).isEqualTo("data-package");
        assertThat(descriptor.path("name").asText()).matches("[a-z0-9._-]+");
        assertThat(OffsetDateTime.parse(descriptor.path("created").asText())).isNotNull();
        assertThat(descriptor.path("licenses"))
                .isNotEmpty()
                .allSatisfy(licence -> assertThat(licence.has("name")).isTrue());
        assertThat(descriptor.path("sources"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("title").asText()).isNotEmpty());
        assertThat(descriptor.path("resources")).isNotEmpty();
        Set<String> names = new HashSet<>();
        for (JsonNode resource : descriptor.path("resources")) {
            assertThat(names.add(resource.path("name").asText())).isTrue();
            file(resource);
        }
        long cells = 0;
        for (JsonNode resource : descriptor.path("resources")) {
            if (tables.containsKey(resource.path("name").asText())) {
                cells += rows(resource);
            }
        }
        return cells;
    }

    private void file(JsonNode resource) throws IOException {
        String name = resource.path("name").asText();
        assertThat(name).matches("[a-z0-9._/-]+");
        String path = resource.path("path").asText();
        assertThat(path).doesNotStartWith("/").doesNotContain("..");
        Path file = folder.resolve(path);
        assertThat(file).isRegularFile();
        PackedFile is = PackedFile.of(folder, path);
        assertThat(resource.path("bytes").asLong()).isEqualTo(is.bytes());
        assertThat(resource.path("hash").asText()).isEqualTo("sha256:" + is.sha256());
        switch (resource.path("format").asText()) {
            case "csv" -> {
                assertThat(resource.path("profile").asText()).isEqualTo("tabular-data-resource");
                assertThat(Files.readAllLines(file).get(0).split(",")).containsExactlyElementsOf(header(resource));
                tables.put(name, csv(file));
            }
            case "jsonl" -> tables.put(name, jsonl(file, header(resource)));
            default -> assertThat(path).matches("data/\\w+\\.parquet|annals\\.sqlite");
        }
    }

    private static List<String> header(JsonNode resource) {
        return resource.path("schema").path("fields").findValuesAsText("name");
    }

    private static List<Map<String, String>> jsonl(Path file, List<String> header) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Files.readString(file).split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            JsonNode json = JSON.readTree(line);
            List<String> names = new ArrayList<>();
            json.fieldNames().forEachRemaining(names::add);
            assertThat(names).isEqualTo(header);
            Map<String, String> row = new LinkedHashMap<>();
            for (String name : names) {
                JsonNode value = json.get(name);
                row.put(
                        name,
                        value.isNull()
                                ? ""
                                : value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
            }
            rows.add(row);
        }
        return rows;
    }

    private long rows(JsonNode resource) {
        String name = resource.path("name").asText();
        JsonNode schema = resource.path("schema");
        assertThat(schema.path("missingValues")).hasSize(1);
        List<Map<String, String>> rows = tables.get(name);
        long cells = 0;
        for (JsonNode field : schema.path("fields")) {
            assertThat(field.path("title").asText()).isNotEmpty();
            assertThat(field.path("title_zh").asText()).isNotEmpty();
            for (Map<String, String> row : rows) {
                cell(name, field, row.get(field.path("name").asText()));
                cells++;
            }
        }
        List<String> key = texts(schema.path("primaryKey"));
        assertThat(key).isNotEmpty();
        assertThat(rows.stream().map(row -> values(row, key))).as(name).doesNotHaveDuplicates();
        assertThat(rows).as(name).allSatisfy(row -> assertThat(values(row, key)).doesNotContain(""));
        for (JsonNode reference : schema.path("foreignKeys")) {
            String here = reference.path("fields").asText();
            String there = reference.path("reference").path("fields").asText();
            Set<String> known = new HashSet<>();
            tables.get(reference.path("reference").path("resource").asText()).forEach(row -> known.add(row.get(there)));
            assertThat(rows.stream().map(row -> row.get(here)).filter(value -> !value.isEmpty()))
                    .as(name + "." + here)
                    .allSatisfy(value -> assertThat(known).contains(value));
        }
        return cells;
    }

    private static void cell(String table, JsonNode field, String value) {
        String what = table + "." + field.path("name").asText();
        JsonNode constraints = field.path("constraints");
        if (value.isEmpty()) {
            assertThat(constraints.path("required").asBoolean()).as(what).isFalse();
            return;
        }
        switch (field.path("type").asText()) {
            case "string" -> assertThat(value).isNotEmpty();
            case "integer" -> assertThat(value).as(what).matches("-?[0-9]+");
            case "number" ->
                assertThat(new BigDecimal(value).toPlainString()).as(what).isEqualTo(value);
            case "boolean" -> assertThat(value).as(what).isIn("true", "false");
            case "date" -> assertThat(LocalDate.parse(value)).as(what).isNotNull();
            case "datetime" -> {
                // the default format of version 1 of the specification has no parts of a second
                assertThat(field.path("format").asText()).as(what).isEqualTo("any");
                assertThat(OffsetDateTime.parse(value)).as(what).isNotNull();
            }
            default -> assertThat(field.path("type").asText()).as(what).isEqualTo("one of the types above");
        }
        if (constraints.has("enum")) {
            assertThat(texts(constraints.path("enum"))).as(what).contains(value);
        }
    }

    private static List<String> values(Map<String, String> row, List<String> names) {
        return names.stream().map(row::get).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
