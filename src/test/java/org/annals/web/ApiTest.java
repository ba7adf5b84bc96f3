package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.annals.web.ApiDescription.Operation;
import org.annals.web.ApiDescription.Parameter;
import org.junit.jupiter.api.Test;

/** The JSON interface against its description. */
class ApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static WebServer start() throws Exception {
        return WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
    }

    @Test
    void everyAddressIsDescribedAndEveryDescribedOneIsThere() throws Exception {
        try (WebServer server = start()) {
            List<String> described =
                    ApiDescription.operations().stream().map(Operation::path).toList();
            assertThat(described)
                    .containsExactlyInAnyOrderElementsOf(server.paths().stream()
                            .filter(path -> path.startsWith("/api/v1/"))
                            .toList());
        }
    }

    @Test
    void everyDescribedAddressAnswersAsItsSchemaSays() throws Exception {
        JsonNode description = MAPPER.readTree(ApiDescription.json());
        try (WebServer server = start()) {
            Visitor visitor = new Visitor(server.address());
            for (Operation operation : ApiDescription.operations()) {
                for (String address : addresses(operation)) {
                    HttpResponse<String> answer = visitor.get(address);
                    assertThat(answer.statusCode())
                            .as(address + ": " + answer.body())
                            .isEqualTo(200);
                    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                            .as(address)
                            .contains("json");
                    JsonNode schema = description
                            .path("paths")
                            .path(operation.path())
                            .at("/get/responses/200/content/application~1json/schema");
                    assertThat(new Schema(description).faults(schema, MAPPER.readTree(answer.body())))
                            .as(address)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void everythingIsExplainedInBothLanguages() {
        for (Operation operation : ApiDescription.operations()) {
            for (Language language : Language.values()) {
                assertThat(operation.summary(language)).as(operation.path()).isNotBlank();
                for (Parameter parameter : operation.parameters()) {
                    assertThat(parameter.meaning(language))
                            .as(operation.path() + " " + parameter.name())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void unknownAddressOfTheInterfaceIsAnsweredInJson() throws Exception {
        try (WebServer server = start()) {
            HttpResponse<String> answer = new Visitor(server.address()).get("/api/v1/nothing");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(MAPPER.readTree(answer.body()).path("status").asInt()).isEqualTo(404);
        }
    }

    /** The address with what is in the demo archive, bare and with each parameter of its query. */
    private static List<String> addresses(Operation operation) throws Exception {
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", value(parameter));
            }
        }
        List<String> addresses = new ArrayList<>(List.of(path));
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("query")) {
                addresses.add(path + "?" + parameter.name() + "=" + value(parameter));
            }
        }
        return addresses;
    }

    private static String value(Parameter parameter) throws Exception {
        String known = DemoArchive.ids().get(parameter.name());
        return View.encodedPart(known != null ? known : parameter.example());
    }
}
