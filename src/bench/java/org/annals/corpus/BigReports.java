package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.annals.government.Government;
import org.annals.government.Level;
import org.annals.report.Generation;
import org.annals.report.Section;

/** Pages with the report of a body for a year: the official form of that year, and chapters of a few kilobytes out of sentences of our own. */
final class BigReports {
    private static final List<String> WHO = List.of(
            "县政府办公室", "各乡镇和街道", "政务服务大厅", "司法行政部门", "财政部门", "网站编辑部", "审批窗口", "信访接待室", "档案馆", "规划部门", "农业农村部门", "医疗保障窗口");
    private static final List<String> WHEN =
            List.of("年初", "一季度", "上半年", "入夏以后", "七月起", "三季度", "年底前", "每个月初", "全年");
    private static final List<String> DID = List.of(
            "把行政许可的办理条件写成一页纸", "逐条清理了不再有效的规范性文件", "在网上公布了预算和决算", "给申请人打电话核对要什么材料", "将征收土地的批文与地图放在一起公开",
            "重新编排了公开目录", "为老年人准备了大字版指南", "把答复书的理由写得更完整", "对外公布了收费项目和标准", "请群众代表来看办件过程", "安排专人查看留言", "统一了答复的格式",
            "将政策解读改成问答", "检查了各单位栏目的更新时间", "补发了漏登的处罚决定", "把供水供电的停用通知提前三天发出");
    private static final List<String> RESULT = List.of(
            "来电比上年少了一成", "办理时间缩短到八个工作日", "没有发现漏报", "仍有两个单位迟于期限", "申请人当场拿到了答复", "更正了十七处错误", "得到了居民的好评", "还需要再核对一遍",
            "共整理出一百二十三件", "下一年继续办理", "栏目访问量有所上升", "解释工作还不够细");
    private static final String TRAILER = "本报告可在政府网站下载，如有疑问请与公开办联系。";

    String page(Government government, String body, int year, int version) {
        Random random = new Random((body + year).hashCode());
        Generation generation =
                year <= 2018 ? Generation.PRE2019 : year <= 2020 ? Generation.G2019 : Generation.G2021;
        Draft draft = new Draft(generation, figures(generation, government, random), "made up by chance")
                .of(year)
                .by(body);
        draft.publishedOn = (year + 1) + "-01-" + (10 + random.nextInt(20));
        draft.words(Section.OVERVIEW, paragraphs(random, 5));
        if (generation != Generation.PRE2019) {
            draft.words(Section.PROBLEMS, paragraphs(random, 2));
            draft.words(Section.OTHER, paragraphs(random, 1));
        }
        blanks(draft, random);
        if (version > 0) {
            change(draft, random);
        }
        HtmlPage page = HtmlPage.bare();
        page.pageTitle = draft.title;
        page.meta("PubDate", draft.publishedOn);
        page.after = "<p>" + TRAILER + "</p>";
        return page.write(draft.parts());
    }

    private static Map<String, Printed> figures(Generation generation, Government government, Random random) {
        if (generation == Generation.PRE2019) {
            return AnnexSheet.figures();
        }
        boolean big = government.level() == Level.PREFECTURE || government.level() == Level.PROVINCE;
        return big ? Figures.distinct(generation, random.nextLong()) : Figures.sparse(generation, random);
    }

    /** One report in six leaves cells empty, one in thirty has a cell that is not one number. */
    private static void blanks(Draft draft, Random random) {
        List<String> fields = List.copyOf(draft.cells.keySet());
        if (random.nextInt(6) == 0) {
            for (int i = 0; i < 4; i++) {
                draft.cell(fields.get(random.nextInt(fields.size())), Printed.blank(""));
            }
        }
        if (random.nextInt(30) == 0) {
            draft.cell(fields.get(random.nextInt(fields.size())), Printed.unreadable("12 34"));
        }
    }

    /** What a later version says otherwise: a figure, and a sentence. */
    private static void change(Draft draft, Random random) {
        List<String> fields = List.copyOf(draft.cells.keySet());
        draft.cell(fields.get(random.nextInt(fields.size())), Printed.number(String.valueOf(5000 + random.nextInt(900))));
        List<String> words = new ArrayList<>(draft.words.get(Section.OVERVIEW));
        words.set(0, sentence(random) + words.get(0));
        draft.words.put(Section.OVERVIEW, words);
    }

    private static String[] paragraphs(Random random, int count) {
        String[] paragraphs = new String[count];
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 5; j++) {
                text.append(sentence(random));
            }
            paragraphs[i] = text.toString();
        }
        return paragraphs;
    }

    private static String sentence(Random random) {
        return one(WHEN, random) + "，" + one(WHO, random) + one(DID, random) + "，又" + one(DID, random) + "，涉及"
                + (1 + random.nextInt(480)) + "件，" + one(RESULT, random) + "。";
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
