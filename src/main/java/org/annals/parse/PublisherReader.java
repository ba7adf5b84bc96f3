package org.annals.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Grid;
import org.annals.document.GridCell;
import org.annals.document.GridRow;
import org.annals.document.Paragraph;
import org.annals.report.PublisherSource;

/**
 * The body that a report is from, as printed: in the title, then in the page's head (发布机构) or under the text, then in its meta tags. A government and
 * its office are two bodies; nothing is added to a name or taken from it.
 */
final class PublisherReader {
    record Publisher(String name, PublisherSource source) {}

    private static final Pattern YEAR = Pattern.compile("20\\d{2}年?(?:度)?");
    private static final Pattern SUBJECT = Pattern.compile("(?:政府)?(?:政务)?(?:信息公开|政务公开)|政府信息");
    private static final Pattern HEAD = Pattern.compile("(?:发布机构|公开主体|发布单位|公开机构|编制单位|公开责任部门)[:：]([^:：]{2,40})");
    private static final Pattern HEAD_NAME = Pattern.compile("发布机构|公开主体|发布单位|公开机构|编制单位|公开责任部门");
    private static final Pattern NEXT_NAME = Pattern.compile("(?:发文日期|成文日期|公开日期|发布日期|发布时间|索引号|文号|信息来源|来源|有效性|主题|体裁).*");
    private static final Pattern SITE = Pattern.compile("(?:门户网站|政府网站|网站|政务网|信息网|公众信息网)$");
    private static final Pattern SELF = Pattern.compile("我(局|办|镇|乡|街道|委|院|中心|厅|所|队|站)|本(局|办|镇|乡|街道|委|院|中心|厅|所)");

    private static final char NOT_DECODED = '\uFFFD';

    private PublisherReader() {}

    static Optional<Publisher> find(
            Document document, Optional<String> title, List<Block> head, Optional<Signature> signature, String text) {
        return title.flatMap(PublisherReader::inTitle)
                .map(name -> new Publisher(name, PublisherSource.TITLE))
                .or(() -> inHead(head)
                        .or(() -> signature.flatMap(Signature::body))
                        .map(name -> new Publisher(name, PublisherSource.BODY)))
                .or(() -> inMeta(document, text).map(name -> new Publisher(name, PublisherSource.META)));
    }

    /** What is left of a title without the year and the words for the report; nothing where a character of it could not be decoded. */
    static Optional<String> inTitle(String title) {
        String line = Wording.squeeze(title);
        Matcher year = YEAR.matcher(line);
        String name;
        int subject = lastSubject(line);
        if (subject < 0) {
            return Optional.empty();
        }
        if (year.find() && year.start() < subject) {
            name = year.start() > 0 ? line.substring(0, year.start()) : line.substring(year.end(), subject);
        } else {
            name = line.substring(0, subject);
        }
        String cleaned = name.replaceFirst("^关于", "")
                .replaceAll("[（(《【\\s]+$|^[《【]+", "")
                .replaceFirst("(?:度|的)$", "");
        return cleaned.length() >= 2
                        && cleaned.length() <= 50
                        && !cleaned.equals("政府")
                        && !cleaned.equals("年度")
                        && cleaned.indexOf(NOT_DECODED) < 0
                ? Optional.of(cleaned)
                : Optional.empty();
    }

    /** Where the words for the subject begin that the title ends with; a body may have the same words in its name. */
    private static int lastSubject(String line) {
        Matcher subject = SUBJECT.matcher(line);
        int last = -1;
        while (subject.find()) {
            last = subject.start();
        }
        return last;
    }

    private static Optional<String> inHead(List<Block> blocks) {
        for (Block block : blocks) {
            Optional<String> name = block instanceof Grid grid ? inGrid(grid) : inLine(((Paragraph) block).text());
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inLine(String text) {
        if (text.length() > 300) {
            return Optional.empty();
        }
        Matcher head = HEAD.matcher(text);
        return head.find()
                ? Optional.of(NEXT_NAME.matcher(Wording.squeeze(head.group(1))).replaceFirst(""))
                        .filter(Prose::isBody)
                : Optional.empty();
    }

    private static Optional<String> inGrid(Grid grid) {
        for (GridRow row : grid.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                GridCell cell = row.cells().get(i);
                String text = Wording.squeeze(cell.text());
                Optional<String> same = text.length() > 100 ? Optional.empty() : inLine(text);
                if (same.isPresent()) {
                    return same;
                }
                boolean named = text.length() < 12 && HEAD_NAME.matcher(text).find();
                if (named && i + 1 < row.cells().size()) {
                    return Optional.of(Wording.squeeze(row.cells().get(i + 1).text()))
                            .filter(Prose::isBody);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The source named in the meta tags; then the site, but only if the text does not call its author something that the site's owner is not: a bureau
     * writes 我局 on the site of its county.
     */
    private static Optional<String> inMeta(Document document, String text) {
        Optional<String> source =
                Optional.of(document.meta().getOrDefault("contentsource", "")).filter(Prose::isBody);
        Matcher self = SELF.matcher(text);
        String suffix = self.find() ? Optional.ofNullable(self.group(1)).orElse(self.group(2)) : "";
        return source.or(() -> Optional.of(document.meta().getOrDefault("sitename", ""))
                .map(site -> SITE.matcher(Wording.squeeze(site)).replaceFirst(""))
                .filter(site -> Prose.isBody(site) && site.endsWith(suffix)));
    }
}
