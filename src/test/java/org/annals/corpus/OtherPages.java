package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import org.annals.report.Generation;

/** Pages that look like annual reports and are none: the near misses of portals. */
final class OtherPages {
    private static final String WORDS = "主动公开、依申请公开、行政复议和行政诉讼这几件事都有专人管，存在的问题写在后面，改进的办法也写在后面。";

    private OtherPages() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        files.add(text("other-notice", "青石县人民政府办公室关于做好2023年政府信息公开工作年度报告编制工作的通知", "各乡镇、各部门请在一月底前报来，格式照旧。"));
        files.add(text("other-rule", "青石县政府信息公开工作年度报告办法", "第一条 为了让年报写得一样，定这个办法。第二条 每年一月三十一日前公布。"));
        files.add(text("other-statement", "青石县2023年政府信息公开工作年度报告发布情况说明", "全县37个部门的年报都在一月三十一日前挂出来了。"));
        files.add(text("other-explanation", "《青石县2023年政府信息公开工作年度报告》解读", "报告分六块，这里讲讲数字怎么来的：收到申请50件，办完57件。"));
        files.add(text("other-news", "县水利局召开2023年政府信息公开工作年度报告编写培训会", "一月十二日，三十人到会，讲了表格怎么填。"));
        files.add(text("other-guide", "青石县水利局政府信息公开指南", "一、公开内容。二、公开形式。三、依申请公开的办法：填表、登记、答复。"));
        files.add(text("other-catalogue", "青石县水利局政府信息公开目录", "机构设置、政策文件、规划计划、财政资金、行政执法。"));
        files.add(text("other-summary-without-the-form", "青石县2023年政务公开工作总结", "一年来更新栏目340次，办网上留言62件。"));
        files.add(text("other-rule-of-law", "青石县水利局2023年法治政府建设年度报告", "行政复议2件，行政诉讼1件，行政处罚31件。"));
        files.add(text("other-website-report", "青石县水利局网站工作年度报表（2023年度）", "独立用户访问总量12345个，网站总访问量67890次，信息发布总数340条。"));
        files.add(text("other-website-check", "青石县人民政府网站2023年第四季度自查情况报告", "查了12个栏目，错字3处，都改了。"));
        files.add(text("other-final-accounts", "青石县水利局2023年度部门决算公开报告", "收入总计1160.59万元，支出总计1160.59万元，采购4项。"));
        files.add(text("other-work-report", "青石县2023年政府工作报告", "一、过去一年。二、今年打算。粮食种了三十万亩。"));
        files.add(text("other-priorities", "青石县2023年政务公开工作要点", "一、公开重点领域。二、解读政策。三、办好依申请公开。"));
        files.add(text("other-assessment", "青石县2023年政府信息公开第三方评估结果公示", "第一名水利局97分，第二名教育局95分。"));
        files.add(text("other-enterprise", "青石县自来水有限公司2023年企业信息公开年度报告", "供水12万吨，水质合格率100%，收入3000万元。"));
        files.add(text("other-communique", "青石县2023年国民经济和社会发展统计公报", "全年地区生产总值123.4亿元，增长5.6%。"));
        files.add(text("other-planning", "青石县政府信息公开工作实施方案", "一、目标。二、任务。三、步骤。"));
        files.add(column());
        files.add(Golden.none("other-soft-404", page("页面不存在", "<h1>404</h1><p>您访问的页面不存在或已删除，3秒后回到首页。</p>")));
        files.add(Golden.none(
                "other-challenge",
                "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><script>var _0x1=['cookie'];document.cookie='a=1';location.reload();</script>"
                        + "</head><body><noscript>请开启JavaScript并刷新该页</noscript></body></html>"));
        files.add(Golden.none(
                "other-log-in",
                page(
                        "统一身份认证",
                        "<form><p>用户名</p><input name=\"u\"><p>密码</p><input type=\"password\" name=\"p\"></form>")));
        files.add(emptyForm("other-notice-with-the-empty-form", "青石县人民政府办公室关于印发政府信息公开工作年度报告格式的通知"));
        files.add(emptyForm("other-empty-form", "政府信息公开工作年度报告（模板）"));
        files.add(Golden.none(
                "other-picture-story",
                page("一图读懂青石县2023年政府信息公开工作年度报告", "<h1>一图读懂青石县2023年政府信息公开工作年度报告</h1><p><img src=\"1.jpg\"></p>")));
        files.add(Golden.none("other-home-page", HtmlPage.portal().write(List.of())));
        return files;
    }

    private static Golden text(String name, String title, String words) {
        return Golden.none(
                name,
                page(
                        title,
                        "<h1>" + title + "</h1><div class=\"TRS_Editor\"><p>" + words + "</p><p>" + WORDS + "</p><p>"
                                + words + "</p></div>"));
    }

    private static String page(String title, String body) {
        HtmlPage page = HtmlPage.portal().meta("ArticleTitle", title);
        page.pageTitle = title + "_青石县人民政府网";
        page.open = body;
        page.close = "";
        return page.write(List.of());
    }

    private static Golden column() {
        StringBuilder rows = new StringBuilder("<ul class=\"list\">");
        for (int year = 2023; year > 2014; year--) {
            rows.append("<li><a href=\"t")
                    .append(year)
                    .append(".html\">青石县水利局")
                    .append(year)
                    .append("年政府信息公开工作年度报告</a><span>")
                    .append(year + 1)
                    .append("-01-20</span></li>");
        }
        return Golden.none("other-column", page("政府信息公开年报", rows + "</ul><p>共 9 条 1/1 页</p>"));
    }

    /** The form as a notice carries it: all chapters, all tables, nothing filled in. */
    private static Golden emptyForm(String name, String title) {
        Draft draft = new Draft(Generation.G2021, Figures.blank(Generation.G2021), "none").titled(title);
        draft.preamble = "";
        HtmlPage page = HtmlPage.portal();
        page.pageTitle = title;
        return Golden.none(name, page.write(draft.parts()));
    }
}
