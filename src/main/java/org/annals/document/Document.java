package org.annals.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A document before anybody knows what it says.
 *
 * @param mediaType what the bytes are, for example {@code text/html}
 * @param charset the charset that the text was decoded with
 * @param meta {@code <meta>} names in lower case to their contents, and {@code title}; {@code part-next} and {@code part-previous} where the page
 *     links to a page after or before it
 * @param blocks paragraphs and grids in reading order
 */
public record Document(
        String mediaType,
        Optional<String> charset,
        Map<String, String> meta,
        List<Block> blocks,
        List<String> warnings) {
    public Document {
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(charset);
        meta = Map.copyOf(meta);
        blocks = List.copyOf(blocks);
        warnings = List.copyOf(warnings);
    }

    Document decodedWith(String name) {
        return new Document(mediaType, Optional.of(name), meta, blocks, warnings);
    }
}
