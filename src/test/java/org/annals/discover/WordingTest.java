package org.annals.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "东河县人民政府2022年政府信息公开工作年度报告",
                "2022年东河县政府信息公开工作年度报告",
                "2021东河县政府信息公开工作年度报告",
                "东河县教育局 2022 年政府信息公开 工作年度报告",
                "东河县2020年度政府信息公开工作报告",
                "东河县2012年度信息公开年度报告",
                "东河县2013年政府信息公开年度报告",
                "东河县财政局2019年政府信息公开年报",
                "2014年度东河县政府信息公开情况报告",
                "2022年度政府信息公开情况报告(区政府办)",
                "东河县2018年度政务公开工作年度报告",
                "东河县2017年信息公开年报",
                "东河县2016年政府信息公开重点工作年度报告",
                "东河县政府信息公开工作2013年度报告",
                "东河县2011年政府信息公开报告",
                "2025年度政府信息公开工作年度报告",
                "2022年度政府信息公开年度报告",
                "县政府新闻办公室2022年政府信息公开工作年度报告",
                "县预算评估中心2022年政府信息公开工作年度报告",
                "二〇二二年政府信息公开工作年度报告",
                "附件1：东河县2023年政府信息公开工作年度报告.pdf",
                "· 东河县2023年政府信息公开工作年度报告 [2024-01-20]",
                "东河县2023年政府信息公开工作年度报告2024-01-20 下载",
                "东河县2023年政府信息公开工作年度报告.docx（128KB）"
            })
    void titlesOfReportsAreReports(String title) {
        assertThat(Wording.isReport(title)).isTrue();
        assertThat(Wording.hasYear(title)).isTrue();
        assertThat(Wording.isNearMiss(title)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "东河县2022年政府网站工作年度报表",
                "2022年东河县政府网站工作年度报告",
                "2023年东河县政府工作报告",
                "东河县政府信息公开指南",
                "东河县2022年法治政府建设年度报告",
                "关于做好2022年政府信息公开工作年度报告编制发布工作的通知",
                "关于报送2022年政府信息公开工作年度报告的通知",
                "《东河县2022年政府信息公开工作年度报告》解读",
                "图解：东河县2022年政府信息公开工作年度报告",
                "东河县2022年政府信息公开工作年度报告公布情况",
                "我县发布2022年政府信息公开工作年度报告",
                "县政府召开2022年政府信息公开年度报告编制培训会",
                "政府信息公开工作年度报告格式",
                "2022年东河县政务公开工作要点",
                "2022年度政务公开工作总结",
                "2022年东河县部门决算公开",
                "2022年东河县国民经济和社会发展统计公报",
                "东河县城投公司2022年年度报告",
                "东河县依申请公开办法"
            })
    void lookAlikesAreNoReports(String title) {
        assertThat(Wording.isReport(title)).isFalse();
        assertThat(Wording.column(title)).isZero();
        assertThat(Wording.mayBeReport(title)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "政府信息公开年报",
                "信息公开年报",
                "公开年报",
                "政府信息公开年度报告",
                "公开年度报告",
                "政府信息公开工作年度报告",
                "信息公开年度报告",
                "年度报告",
                "政务信息公开年报",
                "区级政府信息公开年报",
                "政府信息公开年报专栏",
                "信息公开 年报"
            })
    void namesOfColumnsAreColumns(String name) {
        assertThat(Wording.column(name)).isPositive();
        assertThat(Wording.hasYear(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"政府信息公开", "政务公开", "信息公开", "法定主动公开内容", "政府信息公开专栏", "县政府办政府信息公开", "信息公开目录", "网站地图"})
    void waysToTheColumnAreSections(String name) {
        assertThat(Wording.section(name)).isPositive();
        assertThat(Wording.column(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"依申请公开", "全面推进基层政务公开", "公开招聘", "政府信息公开指南", "政府信息公开年报", "不予公开"})
    void otherNamesAreNoSections(String name) {
        assertThat(Wording.section(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"各镇街", "县政府部门", "乡镇（街道）", "区县", "部门", "各县（市、区）", "街道办事处", "县直部门", "市直单位", "区直机关", "政府工作部门"})
    void groupsOfBodiesAreGroups(String name) {
        assertThat(Wording.isGroup(name)).isTrue();
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(strings = {"乡镇", "11.11.", "附件1.", "（）", "年度", "2022-1-1", "信息公开", "政府", "区县", "下载"})
    void noTextMakesItSlow(String piece) {
        String text = piece.repeat(100) + "x";
        assertThat(Wording.isReport(text)).isFalse();
        assertThat(Wording.isGroup(text)).isFalse();
        assertThat(Wording.isGeneric(text)).isFalse();
        assertThat(Wording.column(text) + Wording.section(text)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（公开）",
                "(a)",
                "2023-01-12",
                "[2023年1月12日]",
                "01-12",
                ".pdf",
                "(12.5KB)",
                "下载",
                "【查看】",
                "[详情]",
                "全文",
                "点击",
                "附件",
                "详细",
                "更多",
                "阅读",
                "浏览",
                "预览",
                "打开",
                "原文",
                "此处",
                "new",
                "发布时间：",
                "发布时间:",
                "。",
                "·",
                "|",
                "]",
                "】",
                "》",
                "»",
                ">"
            })
    void whatStandsBehindATitleIsCut(String tail) {
        assertThat(Wording.core("东河县2022年年度报告" + tail)).isEqualTo("东河县2022年年度报告");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"东河县人民政府2023年政府信息公开工作年度报告<script>document.write(1)</script>", "东河县2023年政府信息公开工作年度报告（含附表）及附件一览"})
    void wordsBehindAWholeTitleLeaveItAReport(String text) {
        assertThat(Wording.isReportWithRest(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "东河县2022年政府信息公开工作年度报告解读",
                "东河县2022年政府信息公开工作年度报告公布情况",
                "东河县政府信息公开年报专栏2024年更新",
                "东河县2022年政府网站工作年度报告及附件"
            })
    void wordsThatSpeakOfAReportAreNone(String text) {
        assertThat(Wording.isReportWithRest(text)).isFalse();
    }
}
