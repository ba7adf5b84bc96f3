package org.annals.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** As much of JSON Schema as the description of the interface uses: type, enum, required, properties, items and references. A member that is not described is a fault. */
final class Schema {
    private final JsonNode description;
    private final List<String> faults = new ArrayList<>();

    Schema(JsonNode description) {
        this.description = description;
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        look(schema, value, "");
        return faults;
    }

    private void look(JsonNode schema, JsonNode value, String place) {
        if (schema.has("$ref")) {
            look(description.at(schema.get("$ref").asText().substring(1)), value, place);
            return;
        }
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        if (!types.isEmpty() && types.stream().noneMatch(one -> is(one, value))) {
            faults.add(place + " is no " + types + ": " + value);
            return;
        }
        if (schema.has("enum") && !value.isNull()) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add(word.asText()));
            if (!words.contains(value.asText())) {
                faults.add(place + " is none of " + words + ": " + value);
            }
        }
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    faults.add(place + "/" + name.asText() + " is missing");
                }
            });
            value.properties().forEach(member -> {
                JsonNode known = schema.path("properties").path(member.getKey());
                JsonNode others = schema.path("additionalProperties");
                if (!known.isMissingNode()) {
                    look(known, member.getValue(), place + "/" + member.getKey());
                } else if (others.isObject()) {
                    look(others, member.getValue(), place + "/" + member.getKey());
                } else if (schema.has("properties")) {
                    faults.add(place + "/" + member.getKey() + " is not described");
                }
            });
        }
        if (value.isArray()) {
            value.forEach(item -> look(schema.path("items"), item, place + "[]"));
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }
}
