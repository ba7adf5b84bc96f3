package org.annals.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.capture.Payload;

/** Media types as they stand in the catalogue. */
final class MediaTypes {
    /** RFC 9110, section 8.3.1: two tokens. */
    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

    private MediaTypes() {}

    /** The declared type without parameters, in lower case; empty where none that is one was declared. */
    static Optional<String> declared(Payload payload) {
        return payload.contentType()
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> TYPE.matcher(type).matches());
    }
}
