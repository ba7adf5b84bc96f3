package org.annals.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Paragraph;
import org.annals.report.PublisherSource;

/**
 * The body that a report is from, as printed: in the title, then in the page's head (发布机构) or under the text, then in its meta tags, then as the source of
 * the text or in the crumbs; at last the owner of the site. A government and
 * its office are two bodies; nothing is added to a name or taken from it.
 */
final class PublisherReader {
    record Publisher(String name, PublisherSource source) {}

    private static final Pattern YEAR = Pattern.compile("20\\d{2}年?(?:度)?(?:[-—–－~～至到和、]{1,3}20\\d{2}年?(?:度)?)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<!\\d)\\d{2}年(?:度)?$");
    /** What lists put in front of a title: a kind or state in brackets, a number, a star or dash. */
    private static final Pattern IN_FRONT = Pattern.compile(
            "^(?:[（(【\\[](?:正式|公开|定稿|终稿|最终|年报|年度报告|公示|公告|转载|最新)版?[）)】\\]]|\\d{1,3}[.、．]|[★☆●■◆▲•·*※—–_-])+");

    private static final Pattern EDGES = Pattern.compile("[（(《【\\s]+$|^[《【:：.、_—–－-]+");
    private static final Pattern ABOUT = Pattern.compile("^关于(?:公布|发布|公开|公示)?|关于(?:公布|发布|公开|公示)?$");

    private static final Pattern PLACE = Pattern.compile("[\\u4e00-\\u9fff]{1,30}(?:省|市|县|区|旗|州|盟)");
    /** Words for many bodies or for the level, which stand between the year and the subject and name no body. */
    private static final Pattern MANY = Pattern.compile("[各全本我该县市省区].{0,3}");

    /** What is no part of a name: many bodies, brackets of the list around it, a year that was not understood. */
    private static final Pattern NO_NAME =
            Pattern.compile("[各全](?=[市县区乡镇单部级]).*|.*[\\[\\]【】《》].*|.*\\d[0-9OoＯ〇○]?年?度?");

    private static final Pattern SUBJECT = Pattern.compile("(?:政府)?(?:政务)?(?:信息公开|政务公开)|政府信息");
    private static final Pattern HEAD = Pattern.compile("(?:发布机构|公开主体|发布单位|公开机构|编制单位|公开责任部门)[:：]([^:：]{2,40})");
    private static final Pattern HEAD_NAME = Pattern.compile("发布机构|公开主体|发布单位|公开机构|编制单位|公开责任部门");
    private static final Pattern NEXT_NAME = Pattern.compile("(?:发文日期|成文日期|公开日期|发布日期|发布时间|索引号|文号|信息来源|来源|有效性|主题|体裁).*");
    private static final Pattern SITE = Pattern.compile("(?:门户网站|政府网站|网站|政务网|信息网|公众信息网)$");
    private static final Pattern SELF = Pattern.compile("我(局|办|镇|乡|街道|委|院|中心|厅|所|队|站)|本(局|办|镇|乡|街道|委|院|中心|厅|所)");

    private static final Pattern SOURCE = Pattern.compile("来\\s?源\\s?[:：]\\s?([^\\s:：]{2,40})");
    private static final Pattern MEDIA = Pattern.compile("日报|晚报|时报|晨报|报社|融媒体|传媒|新闻|电视台|广播|新华社|通讯社|编辑部|编辑室|[网报]$");
    private static final Pattern CRUMB = Pattern.compile("[>＞›»]+|(?:-|—)>");
    private static final int LEAST_CRUMBS = 3;
    private static final int LONGEST_LINE = 300;

    private static final char NOT_DECODED = '\uFFFD';

    private PublisherReader() {}

    static Optional<Publisher> find(
            Document document, Optional<String> title, List<Block> head, Optional<Signature> signature, String text) {
        return title.flatMap(PublisherReader::inTitle)
                .map(name -> new Publisher(name, PublisherSource.TITLE))
                .or(() -> inHead(head)
                        .or(() -> signature.flatMap(Signature::body))
                        .map(name -> new Publisher(name, PublisherSource.BODY)))
                .or(() -> contentSource(document).map(name -> new Publisher(name, PublisherSource.META)))
                .or(() -> inSourceLine(head)
                        .or(() -> inCrumbs(head))
                        .map(name -> new Publisher(name, PublisherSource.BODY)))
                .or(() -> siteOwner(document, text).map(name -> new Publisher(name, PublisherSource.META)));
    }

    /** What is left of a title without the year and the words for the report; nothing where a character of it could not be decoded. */
    static Optional<String> inTitle(String title) {
        String line = IN_FRONT.matcher(TitleReader.bare(Dates.withPlainYears(Wording.squeeze(title))))
                .replaceFirst("");
        Matcher year = YEAR.matcher(line);
        String name;
        int subject = lastSubject(line);
        if (subject < 0) {
            return Optional.empty();
        }
        if (year.find() && year.start() < subject) {
            int first = year.start();
            int behindFirst = year.end();
            String behind = first > 0 ? bodyBehind(line.substring(behindFirst), subject - behindFirst) : "";
            if (!behind.isEmpty()) {
                String place = withoutAbout(line.substring(0, first));
                // Another body than the place in front: its full name is printed in two parts, or not for certain.
                return PLACE.matcher(place).matches() && !MANY.matcher(behind).matches()
                        ? Optional.of(behind.startsWith(place) ? behind : place + behind)
                        : Optional.empty();
            }
            if (year.find() && year.start() < subject) {
                return Optional.empty(); // of two years apart nobody can tell to which the name belongs
            }
            name = first > 0 ? line.substring(0, first) : line.substring(behindFirst, subject);
        } else {
            name = line.substring(0, subject);
        }
        String cleaned = EDGES.matcher(withoutAbout(name)).replaceAll("");
        if (cleaned.endsWith("度") || cleaned.endsWith("的")) {
            cleaned = cleaned.substring(0, cleaned.length() - 1);
        }
        cleaned = SHORT_YEAR.matcher(cleaned).replaceFirst("");
        return cleaned.length() >= 2
                        && cleaned.length() <= 50
                        && !cleaned.equals("政府")
                        && !cleaned.equals("年度")
                        && cleaned.indexOf(NOT_DECODED) < 0
                        && !NO_NAME.matcher(cleaned).matches()
                ? Optional.of(cleaned)
                : Optional.empty();
    }

    private static String withoutAbout(String name) {
        return ABOUT.matcher(name).replaceAll("");
    }

    /** The body between the year and the subject, if one stands there; 人民 is what the subject (政府信息公开) leaves of a government. */
    private static String bodyBehind(String behind, int subject) {
        if (subject < 2) {
            return "";
        }
        String words = behind.substring(0, subject);
        String name = words.endsWith("人民") && behind.startsWith("政府", subject) ? words + "政府" : words;
        return Prose.isBody(name) ? name : "";
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
            Optional<String> name = block instanceof Table grid ? inGrid(grid) : inLine(((Paragraph) block).text());
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inLine(String text) {
        if (text.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        Matcher head = HEAD.matcher(text);
        return head.find()
                ? Optional.of(NEXT_NAME.matcher(Wording.squeeze(head.group(1))).replaceFirst(""))
                        .filter(Prose::isBody)
                : Optional.empty();
    }

    private static Optional<String> inGrid(Table grid) {
        for (TableRow row : grid.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                TableCell cell = row.cells().get(i);
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

    /** The source that the line below a title names (来源：), unless it is that of the text only: a web site or a newspaper. */
    private static Optional<String> inSourceLine(List<Block> blocks) {
        return Prose.paragraphs(blocks, paragraph -> paragraph.text().length() <= LONGEST_LINE).stream()
                .map(paragraph -> SOURCE.matcher(paragraph.text()))
                .filter(Matcher::find)
                .map(source -> NEXT_NAME.matcher(source.group(1)).replaceFirst(""))
                .filter(PublisherReader::mayPublish)
                .findFirst();
    }

    /** The body that the crumbs of the page name, below the site itself (首页 > 政务公开 > 县水利局 > 年报). */
    private static Optional<String> inCrumbs(List<Block> blocks) {
        for (Paragraph paragraph :
                Prose.paragraphs(blocks, paragraph -> paragraph.text().length() <= LONGEST_LINE)) {
            List<String> steps = List.of(CRUMB.split(Wording.squeeze(paragraph.text())));
            boolean column = steps.size() >= LEAST_CRUMBS
                    && steps.stream().anyMatch(step -> SUBJECT.matcher(step).find() || step.endsWith("年报"));
            for (int i = steps.size() - 1; column && i > 0; i--) {
                if (mayPublish(steps.get(i)) && !SUBJECT.matcher(steps.get(i)).find()) {
                    return Optional.of(steps.get(i));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mayPublish(String name) {
        return Prose.isBody(name)
                && !SITE.matcher(name).find()
                && !MEDIA.matcher(name).find();
    }

    private static Optional<String> contentSource(Document document) {
        return Optional.of(document.meta().getOrDefault("contentsource", "")).filter(PublisherReader::mayPublish);
    }

    /** The site's owner, but only if the text does not call its author something else: a bureau writes 我局 on the site of its county. */
    private static Optional<String> siteOwner(Document document, String text) {
        Matcher self = SELF.matcher(text);
        String suffix = self.find() ? Optional.ofNullable(self.group(1)).orElse(self.group(2)) : "";
        return Optional.of(document.meta().getOrDefault("sitename", ""))
                .map(site -> SITE.matcher(Wording.squeeze(site)).replaceFirst(""))
                .filter(site -> Prose.isBody(site) && site.endsWith(suffix));
    }
}
