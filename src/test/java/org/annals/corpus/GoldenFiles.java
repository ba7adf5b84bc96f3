package org.annals.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the corpus. From the root of the repository, after {@code mvn test-compile}:
 *
 * <pre>
 * mvn -q -Pcorpus exec:java
 * </pre>
 *
 * Pages and expectations both come from the drafts; what the parser makes of them is not looked at.
 */
public final class GoldenFiles {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GoldenFiles() {}

    static List<Golden> all() {
        return Stream.of(
                        PageFiles.all(),
                        TableFiles.all(),
                        MisleadingFiles.all(),
                        CutFiles.all(),
                        NumberFiles.all(),
                        CharsetFiles.all(),
                        TextFiles.all(),
                        IdentityFiles.all(),
                        OtherPages.all(),
                        HostileFiles.all(),
                        OfficeFiles.all(),
                        ConvertedFiles.all(),
                        SheetFiles.all(),
                        PackedFiles.all(),
                        UnreadableFiles.all())
                .flatMap(List::stream)
                .toList();
    }

    /** @param args the folder to write to */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Golden golden : all()) {
            Path file = folder.resolve(golden.name() + "." + golden.extension());
            if (golden.isText() || !Files.exists(file)) { // office programs write the time into their files
                Files.write(file, golden.bytes());
            }
            Files.writeString(folder.resolve(golden.name() + ".json"), json(golden), StandardCharsets.UTF_8);
        }
    }

    /** Indented, but one line for each value and each check. */
    private static String json(Golden golden) throws JsonProcessingException {
        return MAPPER.writeValueAsString(golden.expected())
                        .replaceAll("\\{\\s+(\"(?:value|code)\"[^{}]*?)\\s+\\}", "{$1}")
                        .replaceAll("(\"(?:value|code|scope)\" : [^,\\n]*),\\n\\s+", "$1, ")
                        .replaceAll("\"(value|code|scope|state|status)\" : ", "\"$1\":")
                + "\n";
    }
}
