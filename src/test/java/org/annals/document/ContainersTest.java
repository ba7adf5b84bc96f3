package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ContainersTest {
    private static final String TEXT = "<p>青石县人民政府二〇二二年政府信息公开工作年度报告全文</p>";

    @Test
    void containerWithMostTextIsTheArticle() {
        assertThat(article("<div class=content><p>短</p></div><div class='box TRS_Editor' id=a>" + TEXT + "</div>"))
                .isEqualTo("a");
    }

    @Test
    void articleIsTheInnermostContainerWithNearlyAllOfTheText() {
        assertThat(article("<div class=content id=outer><b>题</b><div id=zoom>" + TEXT + TEXT + "</div></div>"))
                .isEqualTo("zoom");
        assertThat(article("<div class=content id=outer>" + TEXT + "<div id=zoom>" + TEXT + "</div></div>"))
                .isEqualTo("outer");
    }

    @Test
    void emptyContainerBehindTheArticleIsNotInIt() {
        assertThat(article("<div class=content id=a>" + TEXT + "</div><div class=content id=b></div>"))
                .isEqualTo("a");
    }

    @Test
    void containerWithLessThanHalfOfThePageIsNoArticle() {
        assertThat(article("<div>" + TEXT + TEXT + "</div><div class=content id=a>" + TEXT + "</div>"))
                .isEmpty();
    }

    @Test
    void paragraphAndRowAreTooSmallToBeContainers() {
        assertThat(article("<p class=content id=a>" + TEXT.replaceAll("</?p>", "") + "</p>"))
                .isEmpty();
    }

    @Test
    void tablesThatHoldTablesAreKnown() {
        org.jsoup.nodes.Document page =
                Jsoup.parse("<table id=o><tr id=r><td><table id=i><tr id=s><td>1</table></table>");
        Survey survey = Survey.of(page);
        assertThat(survey.holdsTable(page.getElementById("o"))).isTrue();
        assertThat(survey.holdsTable(page.getElementById("r"))).isTrue();
        assertThat(survey.holdsTable(page.getElementById("i"))).isFalse();
        assertThat(survey.holdsTable(page.getElementById("s"))).isFalse();
    }

    /** The id of the article; empty where there is none. */
    private static String article(String body) {
        return Survey.of(Jsoup.parse(body)).article().map(Element::id).orElse("");
    }
}
