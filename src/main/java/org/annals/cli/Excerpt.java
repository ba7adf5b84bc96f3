package org.annals.cli;

/**
 * Where two texts differ, with a little of what stands around it.
 *
 * @param before the differing part of the first, with … where something was left out
 * @param after likewise of the second
 */
record Excerpt(String before, String after) {
    private static final int CONTEXT = 8;

    static Excerpt of(String first, String second, int width) {
        if (DisplayWidth.of(first) <= width && DisplayWidth.of(second) <= width) {
            return new Excerpt(first, second);
        }
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        int shorter = Math.min(a.length, b.length);
        int same = 0;
        while (same < shorter && a[same] == b[same]) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < shorter - same && a[a.length - 1 - sameEnd] == b[b.length - 1 - sameEnd]) {
            sameEnd++;
        }
        int from = Math.max(0, same - CONTEXT);
        int behind = Math.max(0, sameEnd - CONTEXT);
        return new Excerpt(part(a, from, a.length - behind, width), part(b, from, b.length - behind, width));
    }

    private static String part(int[] text, int from, int to, int width) {
        String middle = new String(text, from, to - from);
        String shown = DisplayWidth.cut((from > 0 ? "…" : "") + middle, width);
        return to < text.length && !shown.endsWith("…") ? shown + "…" : shown;
    }
}
