package org.annals.cli;

import org.annals.catalog.Difference;
import org.annals.catalog.Reparsed;

/** How many documents were parsed again, and what came of them. */
final class ReparseTotals {
    private long same;
    private long samePrintedElsewhere;
    private long differing;
    private long noReport;
    private long cells;

    void add(Reparsed one) {
        if (!one.differences().isEmpty()) {
            differing++;
            cells += one.differences().stream()
                    .filter(Difference.OfCell.class::isInstance)
                    .count();
        } else if (!one.isReport()) {
            noReport++;
        } else {
            same++;
            samePrintedElsewhere += one.placesDiffer() ? 1 : 0;
        }
    }

    long documents() {
        return same + differing + noReport;
    }

    /** Reports that say the same in every cell, text and check. */
    long same() {
        return same;
    }

    /** Those of {@link #same} that have a cell which is printed otherwise or stands elsewhere. */
    long samePrintedElsewhere() {
        return samePrintedElsewhere;
    }

    long differing() {
        return differing;
    }

    /** Documents that were no report, and are none. */
    long noReport() {
        return noReport;
    }

    /** Cells that differ. */
    long cells() {
        return cells;
    }
}
