package org.annals.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Paragraph;
import org.annals.report.Section;

/** The text of each chapter: the paragraphs between its heading and the next, tables left out, signature and page foot cut off. */
final class SectionSplitter {
    private static final Pattern ARTEFACT = Pattern.compile("\\[bookmark:[^\\]]{0,40}\\]");
    private static final Pattern PAGE_FOOT = Pattern.compile(
            "(?:相关)?附件(?:下载)?[:：]?.*|扫一扫.*|【?(?:打印|关闭|字体).*|(?:上一篇|下一篇|上一条|下一条)[:：]?.*|分享(?:到)?[:：].*|责任编辑[:：].*|版权所有.*|主办(?:单位)?[:：].*|.*ICP备.*|.*公网安备.*|网站标识码.*");
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—]?\\s*\\d{1,3}\\s*[-—]?");

    private SectionSplitter() {}

    static Map<Section, String> split(List<Block> blocks, List<Heading> headings) {
        Map<Section, String> sections = new EnumMap<>(Section.class);
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            boolean last = i + 1 == headings.size();
            int end = last ? blocks.size() : headings.get(i + 1).block();
            String text = text(blocks.subList(heading.block() + 1, end), heading.rest(), last);
            // Reports up to 2018 have chapters, as on fees, that share a name with others.
            sections.merge(heading.section(), text, (before, more) -> (before + "\n" + more).strip());
        }
        return sections;
    }

    private static String text(List<Block> blocks, String rest, boolean last) {
        List<String> lines = new ArrayList<>();
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        for (Block block : blocks) {
            if (!(block instanceof Paragraph paragraph)) {
                continue;
            }
            String line = ARTEFACT.matcher(paragraph.text()).replaceAll("").strip();
            boolean foot = paragraph.text().length() < 200
                    && PAGE_FOOT.matcher(Wording.squeeze(paragraph.text())).matches();
            if (last && (foot || paragraph.chrome() && !lines.isEmpty())) {
                break;
            }
            boolean noise =
                    paragraph.chrome() || foot || PAGE_NUMBER.matcher(line).matches();
            if (!line.isEmpty() && !noise) {
                lines.add(line);
            }
        }
        if (last) {
            Signature.cut(lines);
        }
        return String.join("\n", lines);
    }
}
