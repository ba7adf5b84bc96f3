package org.annals.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.annals.document.Block;
import org.annals.document.Paragraph;

/**
 * Where the report ends and the foot of its page begins: at the signature with its date, at the attachments, at what portals put below an article (share
 * bar, print button, neighbours, related links, the owner of the site), or where the article's element ends.
 */
final class ReportEnd {
    private static final int LONGEST_FOOT = 200;
    /** What stands behind a signature and is longer belongs to a text that goes on. */
    private static final int LONGEST_BEHIND_SIGNATURE = 60;

    private static final Pattern FOOT = Pattern.compile("(?:相关)?附件(?:下载)?(?:[0-9一二三四五六七八九十]{1,2})?[:：]?.*"
            + "|(?:扫一扫|扫码|扫描|微信扫).*|【?(?:打印|关闭|字体|返回顶部|回到顶部|返回列表).*|(?:上一篇|下一篇|上一条|下一条|上一页|下一页).*"
            + "|(?:分享|转发|推荐)(?:到|至)?(?:[:：].*|微信.*|微博.*)?|(?:责任编辑|责编|编辑|审核|校对|终审|初审|复审)[:：].*"
            + "|相关(?:链接|阅读|新闻|文章|信息|文档|文件|解读|推荐|稿件)[:：]?|(?:推荐|延伸|热门)(?:阅读|文章|新闻|信息)[:：]?|(?:友情|常用)链接[:：]?.*"
            + "|版权所有.*|(?i:copyright|©).*|(?:主办|承办|协办|维护|运维|技术支持|管理|建设)(?:单位|机关)?[:：].*|.*ICP备.*|.*公网安备.*"
            + "|网站标识码.*|.*备案号[:：].*|网站地图.*|关于(?:我们|本站|网站).*|隐私声明.*|(?:访问量?|浏览(?:次数|量)?|点击(?:数|率|量)?|阅读(?:数|量)?)[:：]?[0-9]+次?"
            + "|(?:页面)?(?:生成|更新)时间[:：].*|(?:信息)?来源[:：].*|文章来源.*|(?:我要)?纠错|收藏(?:本页)?|\\[?(?:详细|更多)\\]?[>＞»]*");

    /** What such lines begin with, unless they name a register of sites. */
    private static final String FIRST = "相附扫微【打关字返回上下分转推责编审校终初复延热友常版cC©主承协维运技管建网隐访浏点阅页生更信来文我纠收[详";

    private static final List<String> REGISTERS = List.of("ICP备", "公网安备", "备案号");

    private ReportEnd() {}

    /** Index of the first block behind the report: the size of the list where nothing ends it. */
    static int of(List<Block> blocks, List<Heading> headings) {
        int from = headings.isEmpty()
                ? blocks.size()
                : headings.get(headings.size() - 1).block() + 1;
        boolean any =
                !headings.isEmpty() && !headings.get(headings.size() - 1).rest().isEmpty();
        for (int i = from; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph) {
                if (isFoot(paragraph)
                        || paragraph.chrome() && any
                        || paragraph.linked() && TitleReader.isTitle(paragraph.text())) {
                    return i;
                }
                if (Signature.isDate(paragraph.text()) && isEnd(blocks, i)) {
                    boolean bodyBelow = i + 1 < blocks.size()
                            && blocks.get(i + 1) instanceof Paragraph below
                            && !below.linked()
                            && Prose.isBody(below.text());
                    return bodyBelow ? i + 2 : i + 1;
                }
                any |= !paragraph.chrome();
            }
        }
        return blocks.size();
    }

    /** A date ends the report if a body stands with it or before it, or if nothing but short lines follows. */
    private static boolean isEnd(List<Block> blocks, int at) {
        String line = Wording.squeeze(((Paragraph) blocks.get(at)).text());
        boolean signed = !Dates.withoutEnd(line).isEmpty()
                || at > 0 && blocks.get(at - 1) instanceof Paragraph above && Prose.isBody(above.text());
        return signed
                || blocks.subList(at + 1, blocks.size()).stream()
                        .noneMatch(block -> block instanceof Table
                                || block instanceof Paragraph paragraph
                                        && paragraph.text().length() > LONGEST_BEHIND_SIGNATURE);
    }

    static boolean isFoot(Paragraph paragraph) {
        if (paragraph.text().length() >= LONGEST_FOOT) {
            return false;
        }
        String line = Wording.squeeze(paragraph.text());
        boolean mayBe = !line.isEmpty() && FIRST.indexOf(line.charAt(0)) >= 0
                || REGISTERS.stream().anyMatch(line::contains);
        return mayBe && FOOT.matcher(line).matches();
    }
}
