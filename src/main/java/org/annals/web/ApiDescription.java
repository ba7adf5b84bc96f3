package org.annals.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The description of the JSON interface (OpenAPI 3.1), joined out of one file for each area: {@code api/AREA.json} with its paths and schemas. */
final class ApiDescription {
    static final List<String> AREAS =
            List.of("coverage", "reports", "captures", "revisions", "search", "explore", "sql", "crawl");

    /** Beside the summary of an operation and the description of a parameter: the same in Chinese. */
    private static final String CHINESE = "x-zh";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectNode JOINED = join();

    /** One address of the interface. */
    record Operation(
            String path, String id, String english, String chinese, List<Parameter> parameters, String schema) {
        public String summary(Language language) {
            return language == Language.ZH ? chinese : english;
        }
    }

    /**
     * @param place path or query
     * @param values that it may have, where they are few
     */
    record Parameter(String name, String place, String english, String chinese, List<String> values, String example) {
        public String meaning(Language language) {
            return language == Language.ZH ? chinese : english;
        }
    }

    private ApiDescription() {}

    static byte[] json() throws IOException {
        return MAPPER.writeValueAsBytes(JOINED);
    }

    /** All of them, area by area. */
    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : JOINED.get("paths").properties()) {
            JsonNode get = path.getValue().get("get");
            List<Parameter> parameters = new ArrayList<>();
            get.path("parameters").forEach(one -> parameters.add(parameter(one)));
            String answer = get.at("/responses/200/content/application~1json/schema/$ref")
                    .asText();
            operations.add(new Operation(
                    path.getKey(),
                    get.path("operationId").asText(),
                    get.path("summary").asText(),
                    get.path(CHINESE).asText(),
                    parameters,
                    answer.substring(answer.lastIndexOf('/') + 1)));
        }
        return operations;
    }

    private static Parameter parameter(JsonNode one) {
        JsonNode schema = one.path("schema");
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        return new Parameter(
                one.path("name").asText(),
                one.path("in").asText(),
                one.path("description").asText(),
                one.path(CHINESE).asText(),
                values,
                one.path("example").asText());
    }

    private static ObjectNode join() {
        ObjectNode joined = read("api/base.json");
        ObjectNode paths = joined.withObjectProperty("paths");
        ObjectNode schemas = joined.withObjectProperty("components").withObjectProperty("schemas");
        for (String area : AREAS) {
            ObjectNode part = read("api/" + area + ".json");
            part.path("paths").properties().forEach(path -> add(paths, path, area));
            part.path("components").path("schemas").properties().forEach(schema -> add(schemas, schema, area));
        }
        return joined;
    }

    private static void add(ObjectNode to, Map.Entry<String, JsonNode> member, String area) {
        if (to.has(member.getKey())) {
            throw new IllegalStateException(member.getKey() + " is described twice, again in " + area);
        }
        to.set(member.getKey(), member.getValue());
    }

    private static ObjectNode read(String name) {
        try (InputStream in = ApiDescription.class.getResourceAsStream(name)) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
