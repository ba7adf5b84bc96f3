package org.annals.parse;

/**
 * What a cell of the official form says.
 *
 * @param kind {@code row}: a row with values; {@code generic}: the same, under a word that other tables use too; {@code both}: a row in one generation,
 *     the name of a group in the other; {@code group}: a name over several rows; {@code column}: a column with values; {@code columns}: a name over
 *     several columns; {@code rest}: the second half of a broken label; {@code corner}: the head of the label column
 */
record Label(String kind, String code) {
    boolean is(String otherKind) {
        return kind.equals(otherKind);
    }
}
