package org.annals.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.annals.capture.Payload;

/** Reads payloads. What a payload is, its bytes say; a declared media type is only asked when they leave it open. Never throws for bad input. */
public final class Documents {

    private Documents() {}

    /** Whether the program knows this kind of document; those that it cannot read come out empty, with a warning that says what they are. */
    public static boolean supports(String mediaType) {
        return !mediaType.equals("application/octet-stream");
    }

    /** What the bytes are, without reading them as a whole; text of no kind known here is {@code text/plain}. */
    public static String mediaType(Payload payload) {
        Optional<String> binary = MediaTypes.binary(payload.bytes());
        if (binary.isPresent()) {
            return Formats.exact(payload.bytes(), binary.get());
        }
        String declared = payload.contentType().orElse("");
        String text = Charsets.decode(payload.bytes(), declared).text();
        return MhtmlReader.is(text)
                ? MhtmlReader.TYPE
                : WordXmlReader.kind(text).orElseGet(() -> MediaTypes.ofText(text, declared));
    }

    public static Document read(Payload payload) {
        Optional<String> binary = MediaTypes.binary(payload.bytes());
        if (binary.isPresent()) {
            return Formats.read(payload.bytes(), binary.get());
        }
        String declared = payload.contentType().orElse("");
        DecodedText decoded = Charsets.decode(payload.bytes(), declared);
        if (MhtmlReader.is(decoded.text())) {
            return Formats.read(payload.bytes(), MhtmlReader.TYPE, MhtmlReader::read);
        }
        Optional<String> word = WordXmlReader.kind(decoded.text());
        if (word.isPresent()) {
            return Formats.read(payload.bytes(), word.get(), bytes -> WordXmlReader.read(decoded.text(), word.get()))
                    .decodedWith(decoded.charset());
        }
        String kind = MediaTypes.ofText(decoded.text(), declared);
        List<String> warnings = new ArrayList<>(decoded.warnings());
        Document document = kind.equals(MediaTypes.HTML)
                ? HtmlReader.read(decoded.text(), warnings)
                : new Document(kind, Optional.empty(), Map.of(), TextReader.read(decoded.text(), warnings), warnings);
        return document.decodedWith(decoded.charset());
    }
}
