package org.annals.corpus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of the corpus and what is to be read in it.
 *
 * @param name without extension
 */
record Golden(String name, String extension, byte[] bytes, ObjectNode expected) {
    static Golden of(String name, String extension, String text, Draft draft) {
        return new Golden(name, extension, text.getBytes(StandardCharsets.UTF_8), Expectation.of(draft));
    }

    static Golden html(String name, Draft draft, HtmlPage page) {
        return of(name, "html", page.write(draft.parts()), draft);
    }

    /** A page that is no annual report. */
    static Golden none(String name, String text) {
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        expected.put("is_report", false);
        expected.putObject("values");
        return new Golden(name, "html", text.getBytes(StandardCharsets.UTF_8), expected);
    }

    boolean isText() {
        return List.of("html", "txt", "md").contains(extension);
    }

    Golden in(Charset charset) {
        return new Golden(name, extension, new String(bytes, StandardCharsets.UTF_8).getBytes(charset), expected);
    }

    Golden bytes(byte[] other) {
        return new Golden(name, extension, other, expected);
    }

    /** The media type that the server named. */
    Golden declared(String contentType) {
        expected.put("x_content_type", contentType);
        return this;
    }

    /**
     * What is accepted besides: states of a field, or anything (a star) for a section or a part of the identity. The name may end in a star. A number that
     * is not there is never accepted.
     */
    Golden lenient(String fields, String... states) {
        ArrayNode accepted = expected.withObjectProperty("x_lenient").putArray(fields);
        for (String state : states) {
            accepted.add(state);
        }
        return this;
    }

    Golden put(String key, String value) {
        expected.put(key, value);
        return this;
    }
}
