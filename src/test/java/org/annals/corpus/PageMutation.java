package org.annals.corpus;

import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Damage to the structure of a page. None of it puts a number where another was without a trace: what is read must be what was there, or nothing. */
enum PageMutation {
    EMPTY_CELL_ADDED {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).before("<td></td>");
        }
    },
    CELL_LOST {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).remove();
        }
    },
    NUMBER_ADDED {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).before("<td>" + random.nextInt(99) + "</td>");
        }
    },
    ROW_TWICE {
        @Override
        void apply(Document page, Random random) {
            Element row = pick(page, "tr", random);
            row.after(row.clone());
        }
    },
    ROW_LOST {
        @Override
        void apply(Document page, Random random) {
            pick(page, "tr", random).remove();
        }
    },
    ROW_OF_NUMBERS_WITHOUT_LABEL {
        @Override
        void apply(Document page, Random random) {
            pick(page, "tr", random)
                    .after("<tr>" + ("<td>" + random.nextInt(50) + "</td>").repeat(1 + random.nextInt(10)) + "</tr>");
        }
    },
    ROWSPAN_CHANGED {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).attr("rowspan", String.valueOf(random.nextInt(6)));
        }
    },
    COLSPAN_CHANGED {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).attr("colspan", String.valueOf(random.nextInt(6)));
        }
    },
    SPANS_LOST {
        @Override
        void apply(Document page, Random random) {
            String span = random.nextBoolean() ? "rowspan" : "colspan";
            pick(page, "table", random).select("td").forEach(cell -> cell.removeAttr(span));
        }
    },
    TABLE_CUT {
        @Override
        void apply(Document page, Random random) {
            Element row = pick(page, "tr", random);
            Element table = row.closest("table");
            if (table != null) {
                List<Element> behind = row.nextElementSiblings();
                Element second = new Element("table");
                behind.forEach(second::appendChild);
                table.after(second);
                if (random.nextBoolean()) {
                    table.after("<p>" + random.nextInt(20) + "</p>");
                }
            }
        }
    },
    TABLES_JOINED {
        @Override
        void apply(Document page, Random random) {
            List<Element> tables = page.select("table");
            if (tables.size() > 1) {
                int first = random.nextInt(tables.size() - 1);
                tables.get(first + 1).select("tr").forEach(tables.get(first)::appendChild);
            }
        }
    },
    LABEL_SPACED {
        @Override
        void apply(Document page, Random random) {
            TextNode text = text(page, random);
            int at = random.nextInt(text.getWholeText().length());
            if (!Character.isDigit(text.getWholeText().charAt(at))) {
                text.text(text.getWholeText().substring(0, at) + " "
                        + text.getWholeText().substring(at));
            }
        }
    },
    LABEL_LOST {
        @Override
        void apply(Document page, Random random) {
            TextNode text = text(page, random);
            if (text.getWholeText().chars().noneMatch(Character::isDigit)) {
                text.text("");
            }
        }
    },
    NEIGHBOURS_MERGED {
        @Override
        void apply(Document page, Random random) {
            Element cell = pick(page, "td", random);
            Element next = cell.nextElementSibling();
            if (next != null) {
                cell.appendText(" " + next.text());
                if (random.nextBoolean()) {
                    next.remove();
                } else {
                    next.text("");
                }
            }
        }
    },
    FOOTNOTE {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).append("<sup>" + random.nextInt(9) + "</sup>");
        }
    },
    PICTURE {
        @Override
        void apply(Document page, Random random) {
            pick(page, "td", random).html("<img src=\"1.png\" alt=\"7\">");
        }
    },
    LINE_BETWEEN {
        @Override
        void apply(Document page, Random random) {
            pick(page, "p, table, h1, h2", random).before("<p>- " + random.nextInt(20) + " -</p>");
        }
    },
    UNWRAPPED {
        @Override
        void apply(Document page, Random random) {
            pick(page, "div, span, p, table, tbody", random).unwrap();
        }
    },
    WRAPPED {
        @Override
        void apply(Document page, Random random) {
            pick(page, "table, p, div", random).wrap("<table><tr><td></td></tr></table>");
        }
    },
    LOST {
        @Override
        void apply(Document page, Random random) {
            pick(page, "p, h1, h2, div, table", random).remove();
        }
    };

    /** Those that may come second: two faults in one row can make a sound row of other numbers, which nobody could tell. */
    static final List<PageMutation> KEEPING_ROWS =
            List.of(SPANS_LOST, TABLE_CUT, TABLES_JOINED, LABEL_SPACED, LINE_BETWEEN, UNWRAPPED, WRAPPED);

    /** Changes the page at a place that chance picks; may find nothing to change. */
    abstract void apply(Document page, Random random);

    private static Element pick(Document page, String selector, Random random) {
        List<Element> found = page.body().select(selector);
        return found.isEmpty() ? page.body().appendElement("p") : found.get(random.nextInt(found.size()));
    }

    private static TextNode text(Document page, Random random) {
        List<TextNode> texts = pick(page, "td", random)
                .nodeStream(TextNode.class)
                .filter(text -> !text.isBlank())
                .toList();
        return texts.isEmpty() ? new TextNode("无") : texts.get(random.nextInt(texts.size()));
    }
}
