package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Paragraph;

/** The title as printed above the report, over up to three lines; then the one that the page's meta tags name. */
final class TitleReader {
    private static final Pattern TITLE = Pattern.compile("[^。；，;！？!?：:>]{0,60}(?:信息公开|政务公开|政府信息)[^。；，;！？!?：:>]{0,20}"
            + "(?:年度报告|年度工作报告|年报|报告)(?:[（(][^）)]{0,16}[）)])?");
    /** Words for what is written about reports, or reports on less than a year. Bodies have some of them in their names (审计局, 政策调研室). */
    private static final Pattern OTHER_WRITING =
            Pattern.compile("通知|解读|格式|办法|印发|召开|举行|会议|通报|报表|要点|方案|图解|答记者问|说明|汇总|统计表|整改|自查|督查|检查(?!院)|第三方"
                    + "|更正|勘误|上半年|下半年|半年|季度|征求意见|草案|初稿|样表|样本|模板|范本"
                    + "|培训(?!中心|学院|学校|基地)|评估(?!中心|院)|考核(?!办|中心|局)|审计(?!局|厅|署|办|处|学院)|调研(?!室|院|中心)");
    /** Words for the places where reports are found: a column, a site, a list. */
    private static final Pattern PLACE = Pattern.compile("网站(?!管理|建设)|公示|公告|专栏|栏目|目录|指南");

    private static final Pattern REPORT = Pattern.compile("报告|年报|统计|信息公开情况");
    private static final Pattern CLAUSE = Pattern.compile("[，。；！？,;!?]");
    private static final Pattern SITE_BEHIND = Pattern.compile("[-_|—–－]");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}");

    /** A report that was published again says so in brackets; a notice that tells of a correction has the word in its title itself. */
    private static final Pattern CORRECTED = Pattern.compile(
            "[（(【\\[](?:20\\d{2}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?)?(?:已|经)?(?:更正|勘误|修正|订正|修订)(?:后|版|本|稿|版本|后版本)?[）)】\\]]");

    /** What pages put around the title of a report that goes with them: the number of the annex, the words of a notice, the kind of file. */
    private static final Pattern ANNEX = Pattern.compile("^附件?[0-9一二三四五六七八九十]{0,2}[:：.、]|^附件[0-9]{0,2}(?![的0-9])");

    private static final Pattern FILE = Pattern.compile("(?i)\\.(?:docx?|wps|pdf|ofd|xlsx?|rtf|txt|html?|zip|rar)$");
    private static final Pattern MADE_PUBLIC =
            Pattern.compile("(?<=报告|年报)(?:[（(](?:公示|公告|公开|公布|发布)[）)]|(?:现已|已|正式|予以)?(?:发布|公布)(?:的(?:公示|公告))?)$");
    private static final Pattern NOTICE = Pattern.compile("关于(?:公布|发布|公开|公示)?([^：:]+)的(?:公示|公告)$");

    private static final int LINES = 3;
    private static final int LONGEST = 60;

    private TitleReader() {}

    /** Whether a text is a title of an annual disclosure report and of nothing else. */
    static boolean isTitle(String text) {
        String squeezed = bare(Wording.squeeze(unmarked(text)));
        return squeezed.length() <= 2 * LONGEST
                && namesSubject(squeezed)
                && TITLE.matcher(squeezed).matches()
                && !OTHER_WRITING.matcher(squeezed).find()
                && !PLACE.matcher(squeezed).find();
    }

    private static boolean namesSubject(String text) {
        return text.contains("信息公开") || text.contains("政务公开") || text.contains("政府信息");
    }

    /** Whether a text is the title of something about such reports: an explanation, a notice with the form, a draft, a report on half a year. */
    private static boolean isNearMiss(String text) {
        String squeezed = uncorrected(Wording.squeeze(text));
        return squeezed.length() <= 2 * LONGEST
                && namesSubject(squeezed)
                && REPORT.matcher(squeezed).find()
                && OTHER_WRITING.matcher(squeezed).find();
    }

    /**
     * The title of the page itself, in its headings, its meta tags or above the text, where that is no report's but of something near it.
     *
     * @param head the blocks before the text
     * @param title the report's title found there, if any
     */
    static Optional<String> nearMiss(Document document, List<Block> head, Optional<String> title) {
        List<Paragraph> lines = Prose.paragraphs(head, paragraph -> !paragraph.linked());
        Stream<String> own = Stream.concat(
                lines.stream().filter(line -> line.level() > 0).map(Paragraph::text),
                Stream.of(document.meta().getOrDefault("articletitle", "")));
        Stream<String> others = Stream.concat(
                Stream.of(SITE_BEHIND.split(document.meta().getOrDefault("title", ""))),
                lines.stream()
                        .map(Paragraph::text)
                        .filter(line -> !CLAUSE.matcher(line).find()));
        return (title.isPresent() ? own : Stream.concat(own, others))
                .filter(TitleReader::isNearMiss)
                .findFirst();
    }

    /** A title without the mark of a report that was corrected and published again. */
    static String uncorrected(String squeezed) {
        return CORRECTED.matcher(squeezed).replaceAll("");
    }

    /** The title of a report without what pages put around it: 附件1：…, 关于…的公示, ….pdf, …发布, …（更正版）. */
    static String bare(String squeezed) {
        String line = ANNEX.matcher(FILE.matcher(squeezed).replaceFirst("")).replaceFirst("");
        String shown = MADE_PUBLIC.matcher(uncorrected(line)).replaceFirst("");
        return uncorrected(NOTICE.matcher(shown).replaceFirst("$1"));
    }

    /** A title that stands in book marks as a whole, without them. */
    private static String unmarked(String text) {
        String line = text.strip();
        boolean marked = line.startsWith("《") && line.indexOf('》') == line.length() - 1;
        return marked ? line.substring(1, line.length() - 1) : text;
    }

    /** @param head the blocks before the report's text */
    static Optional<String> find(Document document, List<Block> head) {
        return printed(head)
                .or(() -> Optional.of(document.meta().getOrDefault("articletitle", ""))
                        .filter(TitleReader::isTitle))
                .or(() -> pageTitle(document.meta().getOrDefault("title", "")));
    }

    private static Optional<String> printed(List<Block> blocks) {
        List<Paragraph> lines = new ArrayList<>(Prose.paragraphs(blocks, paragraph -> !paragraph.linked()));
        Optional<String> best = Optional.empty();
        int most = 0;
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder joined = new StringBuilder();
            for (int n = 0; n < LINES && i + n < lines.size(); n++) {
                Paragraph line = lines.get(i + n);
                if (line.text().length() > 2 * LONGEST || n == 0 && !canBegin(line.text())) {
                    break;
                }
                joined.append(line.text());
                int weight = isTitle(joined.toString()) ? weight(joined.toString(), lines.get(i), n) : 0;
                if (weight > 0 && weight >= most) {
                    best = Optional.of(unmarked(joined.toString()));
                    most = weight;
                }
            }
        }
        return best;
    }

    private static boolean canBegin(String line) {
        String squeezed = bare(Wording.squeeze(unmarked(line)));
        return !Prose.isSentence(squeezed)
                && (squeezed.contains("信息公开")
                        || squeezed.contains("政务公开")
                        || YEAR.matcher(Dates.withPlainYears(squeezed)).find()
                        || Prose.isBody(squeezed));
    }

    private static int weight(String title, Paragraph first, int more) {
        int weight = 10 - more;
        weight += YEAR.matcher(Dates.withPlainYears(Wording.squeeze(title))).find() ? 40 : 0;
        weight += PublisherReader.inTitle(unmarked(title)).isPresent() ? 30 : 0;
        weight += first.level() > 0 ? 15 : 0;
        weight += first.chrome() ? 0 : 10;
        return weight;
    }

    /** Page titles carry the name of the site behind a dash or bar. */
    private static Optional<String> pageTitle(String title) {
        for (String part : SITE_BEHIND.split(title)) {
            if (isTitle(part)) {
                return Optional.of(part.strip());
            }
        }
        return Optional.empty();
    }
}
