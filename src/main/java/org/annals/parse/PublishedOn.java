package org.annals.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Paragraph;

/** When a report was published: what the page's meta tags say, then its head, then the date under the signature. */
final class PublishedOn {
    private static final List<String> META = List.of("pubdate", "publishdate", "publish_date", "firstpublishedtime");
    /** Words for the publication, or a bare word for time; a meeting, a deadline or the statistics have their times too. */
    private static final Pattern HEAD =
            Pattern.compile("(?:(?:发布|发文|成文|公开|公布|更新|生成|发表|印发|刊发|上传|录入|信息)|(?<![\\u4e00-\\u9fff]))(?:时间|日期)\\s*[:：]");

    private static final Pattern NEXT_LABEL = Pattern.compile("[:：]");
    private static final Pattern NAME = Pattern.compile("发布时间|发布日期|公开日期|公开时间|发文日期|成文日期|生成日期");
    /** Clocks and calendars that portals show. */
    private static final Pattern NOW = Pattern.compile("当前|现在|今天|今日|系统时间|北京时间|服务器");

    private static final Pattern BRACKETS = Pattern.compile("^[（(]|[）)]$");

    private static final int LONGEST_HEAD = 160;

    private PublishedOn() {}

    /**
     * A day on which the report can have been published first counts more than one that cannot be: portals give all they move to a new platform the day of the move.
     *
     * @param head the blocks before the report's text: what names a date there is the page's
     * @param year the fiscal year, if it is known
     */
    static Optional<LocalDate> find(
            Document document, List<Block> head, Optional<Signature> signature, Optional<Integer> year) {
        List<LocalDate> dates = Stream.of(
                        META.stream()
                                .map(name -> document.meta().getOrDefault(name, ""))
                                .map(Dates::first)
                                .flatMap(Optional::stream)
                                .findFirst(),
                        head(head),
                        signature.map(Signature::date))
                .flatMap(Optional::stream)
                .toList();
        return dates.stream()
                .filter(date -> year.isPresent() && date.getYear() == year.get() + 1)
                .findFirst()
                .or(() -> year.flatMap(known -> alone(head, known)))
                .or(() -> dates.stream().findFirst());
    }

    /** A line under the title that is a date of the year after and nothing else. */
    private static Optional<LocalDate> alone(List<Block> head, int year) {
        return Prose.paragraphs(
                        head,
                        paragraph -> !paragraph.linked() && paragraph.text().length() <= LONGEST_HEAD)
                .stream()
                .map(paragraph ->
                        BRACKETS.matcher(Wording.squeeze(paragraph.text())).replaceAll(""))
                .filter(line -> Dates.withoutEnd(line).isEmpty())
                .map(Dates::atEnd)
                .flatMap(Optional::stream)
                .filter(date -> date.getYear() == year + 1)
                .findFirst();
    }

    private static Optional<LocalDate> head(List<Block> blocks) {
        for (Block block : blocks) {
            Optional<LocalDate> date = block instanceof Table grid ? inGrid(grid) : inLine((Paragraph) block);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inLine(Paragraph paragraph) {
        String text = paragraph.text();
        if (text.length() > LONGEST_HEAD || NOW.matcher(text).find()) {
            return Optional.empty();
        }
        return HEAD.matcher(text)
                .results()
                .map(label -> Dates.first(NEXT_LABEL.split(text.substring(label.end()), 2)[0]))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LocalDate> inGrid(Table grid) {
        for (TableRow row : grid.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                TableCell cell = row.cells().get(i);
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
