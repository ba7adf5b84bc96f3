package org.annals.catalog;

import java.util.Objects;
import java.util.Optional;

/** What a publication is called by. */
public record PublicationName(
        String publicationId, String government, String publisher, Optional<Integer> fiscalYear, boolean withdrawn) {
    static final String COLUMNS = "SELECT b.publication_id, b.government, b.publisher, b.fiscal_year, b.withdrawn"
            + " FROM publication b WHERE EXISTS (SELECT 1 FROM version v WHERE v.publication = b.id)";

    static final Row.Reader<PublicationName> READER =
            row -> new PublicationName(row.text(1), row.text(2), row.text(3), row.optionalInt(4), row.number(5) == 1);

    public PublicationName {
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(government);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(fiscalYear);
    }
}
