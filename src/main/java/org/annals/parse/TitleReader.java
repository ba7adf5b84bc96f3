package org.annals.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Document;
import org.annals.document.Paragraph;

/** The title as printed above the report, over up to three lines; then the one that the page's meta tags name. */
final class TitleReader {
    private static final Pattern TITLE = Pattern.compile("[^。；，;！？!?：:>]{0,60}(?:信息公开|政务公开|政府信息)[^。；，;！？!?：:>]{0,20}"
            + "(?:年度报告|年度工作报告|年报|报告)(?:[（(][^）)]{0,16}[）)])?");
    private static final Pattern OTHER_KIND = Pattern.compile(
            "通知|解读|格式|办法|印发|召开|举行|网站|报表|要点|方案|评估|公示|公告|培训|图解|答记者问|说明|汇总|统计表|整改|自查|" + "第三方|考核|专栏|栏目|目录|指南|调研|审计");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}");
    private static final int LINES = 3;
    private static final int LONGEST = 60;

    private TitleReader() {}

    /** Whether a text is a title of an annual disclosure report and of nothing else. */
    static boolean isTitle(String text) {
        String squeezed = Wording.squeeze(text);
        return squeezed.length() <= 2 * LONGEST
                && TITLE.matcher(squeezed).matches()
                && !OTHER_KIND.matcher(squeezed).find();
    }

    /** @param bodyFrom index of the block that the report's text begins with */
    static Optional<String> find(Document document, int bodyFrom) {
        return printed(document.blocks().subList(0, bodyFrom))
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
                    best = Optional.of(joined.toString());
                    most = weight;
                }
            }
        }
        return best;
    }

    private static boolean canBegin(String line) {
        String squeezed = Wording.squeeze(line);
        return !Prose.isSentence(squeezed)
                && (Prose.isBody(squeezed)
                        || YEAR.matcher(squeezed).find()
                        || squeezed.contains("信息公开")
                        || squeezed.contains("政务公开"));
    }

    private static int weight(String title, Paragraph first, int more) {
        int weight = 10 - more;
        weight += YEAR.matcher(title).find() ? 40 : 0;
        weight += PublisherReader.inTitle(title).isPresent() ? 30 : 0;
        weight += first.level() > 0 ? 15 : 0;
        weight += first.chrome() ? 0 : 10;
        return weight;
    }

    /** Page titles carry the name of the site behind a dash or bar. */
    private static Optional<String> pageTitle(String title) {
        for (String part : title.split("[-_|—–－]")) {
            if (isTitle(part)) {
                return Optional.of(part.strip());
            }
        }
        return Optional.empty();
    }
}
