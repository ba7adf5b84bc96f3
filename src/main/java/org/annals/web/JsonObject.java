package org.annals.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object that is put together name by name and sent as an answer. Decimals are written exactly, as plain numbers. */
final class JsonObject {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** One page of a longer list. @param next address of the page behind it, if there is one */
    static JsonObject page(Collection<JsonObject> items, Optional<String> next) {
        return new JsonObject().put("items", items).put("next", next);
    }

    /** @param value text, number, truth value, object, time, a collection of them, an optional one, or null */
    JsonObject put(String name, Object value) {
        members.put(name, plain(value));
        return this;
    }

    void send(Context context) throws IOException {
        context.contentType("application/json; charset=utf-8");
        context.result(MAPPER.writeValueAsBytes(members));
    }

    private static Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof JsonObject object) {
            return object.members;
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(JsonObject::plain).toList();
        }
        if (value instanceof Instant || value instanceof LocalDate) {
            return value.toString();
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("no JSON value: " + value.getClass());
    }
}
