package org.annals.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a package says of how it was made.
 *
 * @param commit id of the archive's commit
 */
public record PackageHead(String commit, Software software, Set<Format> formats, boolean incomplete) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public PackageHead {
        formats = EnumSet.copyOf(formats);
    }

    /** @throws DatasetException if the folder is no package that Annals wrote */
    public static PackageHead read(Path folder) throws IOException {
        Path file = folder.resolve(DataPackage.DESCRIPTOR);
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("there is no data package in " + folder + ": it has no datapackage.json");
        }
        try {
            JsonNode annals = JSON.readTree(file.toFile()).path("annals");
            Set<Format> formats = EnumSet.noneOf(Format.class);
            for (JsonNode format : annals.path("formats")) {
                Format.of(format.asText()).ifPresent(formats::add);
            }
            if (!annals.path("commit").asText().matches("[0-9a-f]{64}") || formats.isEmpty()) {
                throw new DatasetException(file + " does not say from which commit of an archive it was made; "
                        + "only packages written by 'annals export' can be reproduced");
            }
            return new PackageHead(
                    annals.path("commit").asText(),
                    new Software(
                            annals.path("version").asText(),
                            annals.path("parser_version").asText()),
                    formats,
                    annals.path("incomplete").asBoolean());
        } catch (JsonProcessingException e) {
            throw new DatasetException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
