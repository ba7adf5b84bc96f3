package org.annals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void rowsAndSpansBecomeATable() {
        Document page = Jsoup.parse(
                Grid.expand("<p>x</p>\n<grid>\n{2x3}a|b\n|{1x2}c|\n</grid>\n<p>y</p>", "<table>", "<b>%s</b>"));
        assertThat(page.select("tr")).hasSize(2);
        assertThat(page.select("tr").get(0).children().eachText()).containsExactly("a", "b");
        assertThat(page.selectFirst("td").attr("colspan")).isEqualTo("2");
        assertThat(page.selectFirst("td").attr("rowspan")).isEqualTo("3");
        assertThat(page.select("tr").get(1).children()).hasSize(3);
        assertThat(page.select("tr").get(1).child(1).hasAttr("colspan")).isFalse();
        assertThat(page.select("p").eachText()).containsExactly("x", "y");
    }
}
