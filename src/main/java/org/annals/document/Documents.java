package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.annals.capture.Payload;

/** Reads payloads. What a payload is, its bytes say; a declared media type is only asked when they leave it open. Never throws for bad input. */
public final class Documents {
    private static final Set<String> SUPPORTED = Set.of(MediaTypes.HTML, MediaTypes.PLAIN);

    private Documents() {}

    /** Whether documents of this kind can be read; others come out empty, with a warning that names the kind. */
    public static boolean supports(String mediaType) {
        return SUPPORTED.contains(mediaType);
    }

    public static Document read(Payload payload) {
        Optional<String> binary = MediaTypes.binary(payload.bytes());
        if (binary.isPresent()) {
            String kind = binary.get();
            return new Document(
                    kind,
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    List.of("this is " + kind + ", a kind of document that cannot be read yet"));
        }
        String declared = payload.contentType().orElse("");
        DecodedText decoded = Charsets.decode(payload.bytes(), declared);
        String kind = MediaTypes.ofText(decoded.text(), declared);
        List<String> warnings = new ArrayList<>(decoded.warnings());
        Document document = kind.equals(MediaTypes.HTML)
                ? HtmlReader.read(decoded.text(), warnings)
                : new Document(kind, Optional.empty(), Map.of(), TextReader.read(decoded.text(), warnings), warnings);
        return document.decodedWith(decoded.charset());
    }
}
