package org.annals.document;

import java.util.List;

/** What stands on a page, from top to bottom. */
sealed interface PdfItem {
    /**
     * A line of text outside drawn tables.
     *
     * @param chunks from left to right
     */
    record Line(int page, double pageHeight, List<Chunk> chunks) implements PdfItem {
        public Line {
            chunks = List.copyOf(chunks);
        }

        double x() {
            return chunks.get(0).x();
        }

        double right() {
            return chunks.get(chunks.size() - 1).right();
        }

        double y() {
            return chunks.get(0).y();
        }

        double size() {
            return chunks.stream().mapToDouble(Chunk::size).max().orElseThrow();
        }

        /** Where on the page, from 0 at the top to 1 at the bottom. */
        double height() {
            return y() / pageHeight;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            chunks.forEach(chunk -> text.append(text.isEmpty() ? "" : " ").append(chunk.text()));
            return text.toString();
        }
    }

    /** A table drawn with lines. */
    record Drawn(int page, double top, PdfTable table) implements PdfItem {}
}
