package org.annals.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The text of a paragraph of a DOC file as Word shows it. */
final class DocText {
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char PICTURE = 0x01;
    private static final char DRAWING = 0x08;
    private static final char LINE_BREAK = 0x0B;
    private static final char PAGE_BREAK = 0x0C;
    private static final char HYPHEN = 0x1E;

    private final StringBuilder text = new StringBuilder();
    private final boolean inCell;
    /** The fields that are open: true while the instruction, not yet the result, is being read. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    private DocText(boolean inCell) {
        this.inCell = inCell;
    }

    static String of(Paragraph paragraph, boolean inCell) {
        DocText reader = new DocText(inCell);
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            reader.run(paragraph.getCharacterRun(i));
        }
        return reader.text.toString();
    }

    private void run(CharacterRun run) {
        boolean shown = !run.isVanished() && !run.isMarkedDeleted();
        boolean apart = run.isStrikeThrough() || run.isDoubleStrikeThrough() || run.getSubSuperScriptIndex() != 0;
        if (apart) {
            text.append(' ');
        }
        String content = run.text();
        for (int i = 0; i < content.length(); i++) {
            character(content.charAt(i), shown);
        }
        if (apart) {
            text.append(' ');
        }
    }

    private void character(char c, boolean shown) {
        switch (c) {
            case FIELD_BEGIN -> fields.push(true);
            case FIELD_SEPARATOR -> {
                if (fields.poll() != null) {
                    fields.push(false);
                }
            }
            case FIELD_END -> fields.poll();
            default -> {
                if (shown && !fields.contains(true)) {
                    visible(c);
                }
            }
        }
    }

    private void visible(char c) {
        switch (c) {
            case LINE_BREAK, PAGE_BREAK -> text.append('\n');
            case HYPHEN -> text.append('-');
            case PICTURE, DRAWING -> text.append(inCell ? CellText.NOT_TEXT : "");
            default -> {
                if (c >= ' ' || c == '\t') {
                    text.append(c);
                }
            }
        }
    }
}
