package org.annals.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;

/** When a report was published: what the page's meta tags say, then its head, then the date under the signature. */
final class PublishedOn {
    private static final List<String> META = List.of("pubdate", "publishdate", "publish_date", "firstpublishedtime");
    private static final Pattern HEAD =
            Pattern.compile(".*(?:发布时间|发布日期|公开日期|公开时间|发文日期|成文日期|生成日期|时间|日期)[:：].*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("发布时间|发布日期|公开日期|公开时间|发文日期|成文日期|生成日期");
    private static final int LONGEST_HEAD = 160;

    private PublishedOn() {}

    /** @param head the blocks before the report's text: what names a date there is the page's */
    static Optional<LocalDate> find(Document document, List<Block> head, Optional<Signature> signature) {
        return META.stream()
                .map(name -> document.meta().getOrDefault(name, ""))
                .map(Dates::first)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> head(head))
                .or(() -> signature.map(Signature::date));
    }

    private static Optional<LocalDate> head(List<Block> blocks) {
        for (Block block : blocks) {
            Optional<LocalDate> date = block instanceof Grid grid ? inGrid(grid) : inLine((Paragraph) block);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inLine(Paragraph paragraph) {
        String text = paragraph.text();
        if (text.length() > LONGEST_HEAD || !HEAD.matcher(text).matches()) {
            return Optional.empty();
        }
        return Dates.first(text.substring(Math.max(text.indexOf("日期"), text.indexOf("时间"))));
    }

    private static Optional<LocalDate> inGrid(Grid grid) {
        for (GridRow row : grid.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                GridCell cell = row.cells().get(i);
                if (cell.text().length() <= LONGEST_HEAD
                        && NAME.matcher(Wording.squeeze(cell.text())).find()) {
                    String next =
                            i + 1 < row.cells().size() ? row.cells().get(i + 1).text() : "";
                    Optional<LocalDate> date = Dates.first(cell.text()).or(() -> Dates.first(next));
                    if (date.isPresent()) {
                        return date;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
