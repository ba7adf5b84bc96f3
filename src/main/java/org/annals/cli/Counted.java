package org.annals.cli;

/** Numbers of things for people. */
final class Counted {
    private Counted() {}

    /** For example {@code 1 request}, {@code 2 requests}; addresses have their own plural. */
    static String of(int count, String one) {
        String many = one.endsWith("s") ? one + "es" : one + "s";
        return count + " " + (count == 1 ? one : many);
    }
}
