package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.annals.capture.Payload;
import org.junit.jupiter.api.Test;

class GridBuilderTest {
    private static Grid grid(String rows) {
        List<Block> blocks = read("<html><body><table>" + rows + "</table></body></html>");
        return (Grid) blocks.get(0);
    }

    private static List<Block> read(String html) {
        return Documents.read(Payload.of(html.getBytes(StandardCharsets.UTF_8), "text/html", null))
                .blocks();
    }

    private static List<Integer> columns(GridRow row) {
        return row.cells().stream().map(GridCell::column).toList();
    }

    @Test
    void spansPushCellsToTheRight() {
        Grid grid = grid(
                "<tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr>");
        assertThat(columns(grid.rows().get(0))).containsExactly(0, 2);
        assertThat(columns(grid.rows().get(1))).containsExactly(0, 2);
        assertThat(grid.rows().get(1).cells().get(0).continued()).isTrue();
        assertThat(grid.rows().get(1).cells().get(1).locator()).isEqualTo("table 1, row 2, cell 1");
        assertThat(grid.rows()).allMatch(GridRow::sound).allMatch(row -> row.width() == 3);
        assertThat(grid.hasSpans()).isTrue();
    }

    @Test
    void aRowSpanOfZeroReachesTheEnd() {
        Grid grid = grid("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>");
        assertThat(columns(grid.rows().get(2))).containsExactly(0, 1);
    }

    @Test
    void overlappingSpansAreNotSound() {
        Grid grid = grid("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr>");
        assertThat(grid.rows().get(1).sound()).isFalse();
    }

    @Test
    void lineBreaksAndParagraphsStayApartAndSpansDoNot() {
        Grid grid = grid("<tr><td>2<br>7</td><td><p>4</p><p>9</p></td><td><b>2</b><span>7</span></td>"
                + "<td>&nbsp;\u3000</td><td>商业<br/>企业</td></tr>");
        assertThat(grid.rows().get(0).cells())
                .extracting(GridCell::text)
                .containsExactly("2\n7", "4\n9", "27", "", "商业\n企业");
    }

    @Test
    void tablesAreCountedInDocumentOrderWithTheNestedOnes() {
        List<Block> blocks = read("<table><tr><td><table><tr><td>a</td></tr></table></td></tr>"
                + "<tr><td>b</td><td>c</td></tr></table><table><tr><td>d</td></tr></table>");
        assertThat(blocks).extracting(Block::locator).containsExactly("table 2", "table 1", "table 3");
    }

    @Test
    void giantSpansAreCut() {
        Grid grid = grid("<tr><td colspan=1000000>a</td></tr><tr><td rowspan=99999999999>b</td></tr>");
        assertThat(grid.rows().get(0).sound()).isFalse();
        assertThat(grid.rows().get(0).width()).isEqualTo(Limits.COLUMNS);
        assertThat(grid.rows().get(1).cells().get(0).tall()).isFalse();
    }

    @Test
    void menusAreChromeAndLinksAreLinked() {
        List<Block> blocks = read("<nav><p>首页</p></nav><p>正文</p><p><a href=x>下一篇</a></p>");
        assertThat(blocks)
                .extracting(block -> ((Paragraph) block).chrome(), block -> ((Paragraph) block).linked())
                .containsExactly(tuple(true, false), tuple(false, false), tuple(false, true));
    }
}
