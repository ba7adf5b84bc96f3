package org.annals.parse;

/** Which words in lines of running text are labels of the rows of one statutory table. */
final class LineLabels {
    private final int table;

    LineLabels(int table) {
        this.table = table;
    }

    /**
     * Whether no other table has the label.
     *
     * @param headSeen whether names of columns stood in front
     */
    boolean isSure(String label, boolean headSeen) {
        return switch (table) {
            case 1 -> Table1Reader.label(withoutUnit(label)).isPresent();
            case 2 -> Meaning.of(label).row2().isPresent();
            case 3 ->
                Meaning.of(label)
                        .row3()
                        .filter(row -> row.is("row") || row.is("both"))
                        .isPresent();
            default -> headSeen && Sideways4.name(label).isPresent();
        };
    }

    /** Whether a label is that of a row, in one of the formats at least. */
    boolean isRow(String label) {
        return table == 2 ? Meaning.of(label).row2().isPresent() : isGeneric(label);
    }

    /** Whether it is a row of table 3, perhaps under a word that other tables use too. */
    boolean isGeneric(String label) {
        return table == 3
                && Meaning.of(label).row3().filter(row -> !row.is("group")).isPresent();
    }

    /** Whether a label may be the name of a group, which has rows of its own below it. */
    static boolean isGroup(String label) {
        return Meaning.of(label).row3().filter(known -> known.is("both")).isPresent();
    }

    /** The label of an indicator without the unit that stands right behind it. */
    static String withoutUnit(String label) {
        for (int length = 2; length >= 1; length--) {
            int at = label.length() - length;
            if (at > 3 && Table1Reader.isUnit(label.substring(at))) {
                return label.substring(0, at);
            }
        }
        return label;
    }
}
