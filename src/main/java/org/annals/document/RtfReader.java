package org.annals.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** RTF with its tables. What Word does not show (hidden, deleted, instructions of fields) is not read. */
final class RtfReader {
    static final String TYPE = "application/rtf";

    /** A millimetre, in twips. */
    private static final int TOLERANCE = 57;

    private static final int DEEPEST = 2_000;
    private static final int HEADINGS = 6;
    private static final Set<String> UNREAD = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "annotation",
            "atnid",
            "fldinst",
            "nonesttables",
            "filetbl",
            "xe",
            "tc",
            "listtable",
            "listoverridetable",
            "themedata",
            "colorschememapping",
            "datastore",
            "bkmkstart",
            "bkmkend",
            "objdata");
    private static final Set<String> READ_THOUGH_IGNORABLE = Set.of("nesttableprops", "shpinst", "shptxt", "ud");

    private final WordFlow flow;
    private final RtfText text = new RtfText();
    private final RtfRow row = new RtfRow();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group();
    private int tables;
    private int level;
    private int skip;
    private boolean ignorable;

    /** What holds until the group ends. */
    private static final class Group {
        private boolean unread;
        private boolean fontTable;
        private boolean hidden;
        private boolean apart;
        private int font = -1;
        private int replaced = 1;

        Group copy() {
            Group copy = new Group();
            copy.unread = unread;
            copy.fontTable = fontTable;
            copy.hidden = hidden;
            copy.apart = apart;
            copy.font = font;
            copy.replaced = replaced;
            return copy;
        }
    }

    private RtfReader(WordFlow flow) {
        this.flow = flow;
    }

    static Document read(byte[] bytes) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        WordFlow flow = new WordFlow(TOLERANCE, warnings);
        RtfReader reader = new RtfReader(flow);
        RtfTokens tokens = new RtfTokens(bytes);
        for (Optional<RtfToken> token = tokens.next(); token.isPresent() && !flow.isFull(); token = tokens.next()) {
            reader.token(token.get());
        }
        reader.paragraph();
        if (!reader.groups.isEmpty() && !flow.isFull()) {
            warnings.add("this " + TYPE + " is cut off: only its beginning was read");
        }
        return new Document(TYPE, Optional.empty(), Map.of(), flow.finish(), warnings);
    }

    private void token(RtfToken token) throws Unreadable {
        switch (token.kind()) {
            case BEGIN -> {
                if (groups.size() > DEEPEST) {
                    throw new Unreadable("nested too deep");
                }
                groups.push(group);
                group = group.copy();
                skip = 0;
            }
            case END -> {
                group = groups.isEmpty() ? new Group() : groups.pop();
                skip = 0;
                ignorable = false;
            }
            case BYTE -> {
                if (skip > 0) {
                    skip--;
                } else if (isShown()) {
                    text.add((byte) token.value(), group.font, group.apart);
                }
            }
            case CONTROL -> {
                if (skip > 0 && !token.name().equals("u")) {
                    skip--;
                } else {
                    control(token);
                }
            }
        }
    }

    private boolean isShown() {
        return !group.unread && !group.hidden && !group.fontTable;
    }

    private void control(RtfToken word) {
        String name = word.name();
        if (name.equals("*")) {
            ignorable = true;
            return;
        }
        if (UNREAD.contains(name) || ignorable && !READ_THOUGH_IGNORABLE.contains(name)) {
            group.unread = true;
        }
        ignorable = false;
        if (group.fontTable || name.equals("fonttbl")) {
            group.fontTable = true;
            fontTable(word);
        } else if (!group.unread) {
            if (name.startsWith("pict") && name.length() == 4) {
                picture();
            } else if (!character(word) && !format(word)) {
                layout(word);
            }
        }
    }

    private void fontTable(RtfToken word) {
        if (word.name().equals("f")) {
            group.font = word.value();
        } else if (word.name().equals("fcharset")) {
            text.font(group.font, word.value());
        }
    }

    private void picture() {
        group.unread = true;
        if (tables > 0 && !group.hidden) {
            text.add(CellText.NOT_TEXT, false);
        }
    }

    /** Words that stand for a character. */
    private boolean character(RtfToken word) {
        String character = switch (word.name()) {
            case "u" -> String.valueOf((char) word.value());
            case "tab" -> "\t";
            case "line", "page", "column", "softline" -> "\n";
            case "~", "emspace", "enspace", "qmspace" -> " ";
            case "_", "endash" -> word.name().equals("_") ? "-" : "–";
            case "emdash" -> "—";
            case "lquote" -> "‘";
            case "rquote" -> "’";
            case "ldblquote" -> "“";
            case "rdblquote" -> "”";
            case "bullet" -> "•";
            case "chftn" -> " ";
            default -> "";
        };
        if (character.isEmpty()) {
            return false;
        }
        if (isShown()) {
            text.add(character, group.apart);
        }
        skip = word.name().equals("u") ? group.replaced : 0;
        return true;
    }

    /** Words about how characters look and are stored. */
    private boolean format(RtfToken word) {
        switch (word.name()) {
            case "ansicpg" -> text.codePage(word.value());
            case "uc" -> group.replaced = Math.max(0, Math.min(word.value(), 10));
            case "f", "af" -> group.font = word.value();
            case "plain" -> {
                group.hidden = false;
                group.apart = false;
            }
            case "v", "deleted" -> group.hidden = word.on();
            case "strike", "striked", "super", "sub" -> group.apart = word.on();
            case "nosupersub" -> group.apart = false;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Words about paragraphs and tables. */
    private void layout(RtfToken word) {
        switch (word.name()) {
            case "pard" -> {
                tables = 0;
                level = 0;
            }
            case "intbl" -> tables = Math.max(tables, 1);
            case "itap" -> tables = Math.max(0, Math.min(word.value(), 50));
            case "outlinelevel" -> level = word.value() >= 0 && word.value() < HEADINGS ? word.value() + 1 : 0;
            case "par", "sect" -> paragraph();
            case "cell" -> endCell(1);
            case "nestcell" -> endCell(Math.max(tables, 2));
            case "row" -> endRow(1);
            case "nestrow" -> endRow(Math.max(tables, 2));
            default -> row.word(word);
        }
    }

    private void paragraph() {
        open(tables);
        flow.paragraph(text.take(), level);
    }

    private void endCell(int depth) {
        String content = text.take();
        open(depth);
        flow.paragraph(content, level);
        flow.endCell(0, 1, WordCell.Merge.NONE);
    }

    private void endRow(int depth) {
        text.take();
        open(depth);
        flow.setRow(row.placed(flow.row()));
        flow.endRow(true);
    }

    private void open(int depth) {
        while (flow.depth() < depth) {
            flow.startTable();
        }
        while (flow.depth() > depth) {
            flow.endTable();
        }
    }
}
