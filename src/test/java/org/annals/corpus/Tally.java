package org.annals.corpus;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells counted by what they are and how they were read. */
final class Tally {
    int files;
    int cells;
    int numbersRight;
    int blanksRight;
    /** Neither number nor blank, and read so. */
    int othersRight;
    /** There for a reader to read, and said to be unreadable. */
    int unreadable;
    /** There, and not found, or found empty. */
    int lost;
    /** A number that is not there. */
    int silent;

    void count(String expected, String read, boolean right) {
        cells++;
        if (right) {
            switch (expected) {
                case "number" -> numbersRight++;
                case "blank" -> blanksRight++;
                default -> othersRight++;
            }
        } else if (read.equals("number")) {
            silent++;
        } else if (read.equals("unreadable")) {
            unreadable++;
        } else {
            lost++;
        }
    }

    void lost(JsonNode expected) {
        count(
                expected.path("state").asText(),
                "absent",
                expected.path("state").asText().equals("absent"));
    }

    void add(Tally other) {
        files++;
        cells += other.cells;
        numbersRight += other.numbersRight;
        blanksRight += other.blanksRight;
        othersRight += other.othersRight;
        unreadable += other.unreadable;
        lost += other.lost;
        silent += other.silent;
    }
}
