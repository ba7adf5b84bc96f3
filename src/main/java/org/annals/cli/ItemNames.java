package org.annals.cli;

import org.annals.report.Field;
import org.annals.report.Fields;

/** What a changed item is called on the form. */
final class ItemNames {
    private ItemNames() {}

    /** The printed label of a field; empty for sections, title and address. */
    static String of(String item) {
        return Fields.byCode(item).map(Field::label).orElse("");
    }
}
