package org.annals.document;

import java.util.ArrayList;
import java.util.List;

/** The definition of a table row in RTF: the right edges of its cells and which of them are merged. */
final class RtfRow {
    /** A width, in twips, for a cell that the definition forgot. */
    private static final int UNKNOWN_WIDTH = 500;

    private final List<Cell> cells = new ArrayList<>();
    private int left;
    private WordCell.Merge merge = WordCell.Merge.NONE;
    private boolean joined;

    private record Cell(int right, WordCell.Merge merge, boolean joined) {}

    void word(RtfToken word) {
        switch (word.name()) {
            case "trowd" -> {
                cells.clear();
                left = 0;
                merge = WordCell.Merge.NONE;
                joined = false;
            }
            case "trleft" -> left = word.value() == RtfToken.NONE ? 0 : word.value();
            case "clvmgf" -> merge = WordCell.Merge.FIRST;
            case "clvmrg" -> merge = WordCell.Merge.CONTINUED;
            case "clmrg" -> joined = true;
            case "cellx" -> {
                if (word.value() != RtfToken.NONE && cells.size() < Limits.COLUMNS) {
                    cells.add(new Cell(word.value(), merge, joined));
                }
                merge = WordCell.Merge.NONE;
                joined = false;
            }
            default -> {}
        }
    }

    /** The texts of a row with the edges of this definition. */
    List<WordCell> placed(List<WordCell> texts) {
        List<WordCell> placed = new ArrayList<>();
        int at = left;
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = i < cells.size() ? cells.get(i) : new Cell(at + UNKNOWN_WIDTH, WordCell.Merge.NONE, false);
            int right = Math.max(cell.right(), at);
            if (cell.joined() && !placed.isEmpty()) {
                WordCell before = placed.remove(placed.size() - 1);
                placed.add(new WordCell(before.left(), right, before.merge(), before.text()));
            } else {
                placed.add(new WordCell(at, right, cell.merge(), texts.get(i).text()));
            }
            at = right;
        }
        return placed;
    }
}
