package org.annals.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How well each kind of file is read. */
final class AccuracyTable {
    private final Map<String, Tally> kinds = new TreeMap<>();

    synchronized void add(String kind, Tally tally) {
        kinds.computeIfAbsent(kind, key -> new Tally()).add(tally);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-6s %6s %8s %14s %12s %12s %11s %6s %14s%n",
                "kind",
                "files",
                "cells",
                "numbers right",
                "blank right",
                "other right",
                "unreadable",
                "lost",
                "silent errors"));
        Tally all = new Tally();
        int files = 0;
        for (Map.Entry<String, Tally> kind : kinds.entrySet()) {
            line(out, kind.getKey(), kind.getValue(), kind.getValue().files);
            all.add(kind.getValue());
            files += kind.getValue().files;
        }
        line(out, "all", all, files);
        return out.toString();
    }

    private static void line(StringBuilder out, String kind, Tally tally, int files) {
        out.append(String.format(
                Locale.ROOT,
                "%-6s %6d %8d %14d %12d %12d %11d %6d %14d%n",
                kind,
                files,
                tally.cells,
                tally.numbersRight,
                tally.blanksRight,
                tally.othersRight,
                tally.unreadable,
                tally.lost,
                tally.silent));
    }
}
