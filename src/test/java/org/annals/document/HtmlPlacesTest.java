package org.annals.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.annals.capture.Payload;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A locator leads back to the element that it was read from. */
class HtmlPlacesTest {
    private static final Path CORPUS = Path.of("src/test/resources/org/annals/corpus/golden");
    private static final int PAGES = 12;
    private static final int EACH = 23;

    @Test
    void everyLocatorOfRealLayoutsLeadsToItsOwnElement() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(CORPUS)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .limit(PAGES)
                    .toList();
        }
        int found = 0;
        for (Path file : pages) {
            byte[] bytes = Files.readAllBytes(file);
            String html = Charsets.decode(bytes, "text/html").text();
            List<GridCell> cells = cells(Documents.read(Payload.of(bytes, "text/html", null)));
            org.jsoup.nodes.Document page = Jsoup.parse(html);
            for (int i = 0; i < cells.size(); i += EACH) {
                GridCell cell = cells.get(i);
                List<Integer> path = HtmlPlaces.path(html, cell.locator()).orElseThrow();
                Element element = element(page, path);
                assertThat(element.normalName()).as(file + " " + cell.locator()).isIn("td", "th");
                assertThat(bare(element.text())).as(file + " " + cell.locator()).contains(bare(cell.text()));
                found++;
            }
        }
        assertThat(found).isGreaterThan(PAGES);
    }

    @Test
    void paragraphAndLineOfItAreFound() {
        String html = "<body><div><p>one</p><p>two <b>2</b></p></div></body>";
        org.jsoup.nodes.Document page = Jsoup.parse(html);
        assertThat(element(page, HtmlPlaces.path(html, "paragraph 2").orElseThrow())
                        .text())
                .isEqualTo("two 2");
        assertThat(HtmlPlaces.path(html, "paragraph 2, value 1")).isEqualTo(HtmlPlaces.path(html, "paragraph 2"));
    }

    @Test
    void whatIsNotThereHasNoPlace() {
        assertThat(HtmlPlaces.path("<p>one</p>", "table 1, row 1, cell 1")).isEmpty();
        assertThat(HtmlPlaces.path("", "")).isEmpty();
    }

    private static List<GridCell> cells(Document document) {
        List<GridCell> cells = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Grid grid) {
                grid.rows()
                        .forEach(row -> row.cells().stream()
                                .filter(cell -> !cell.continued())
                                .forEach(cells::add));
            }
        }
        return cells;
    }

    private static Element element(Element from, List<Integer> path) {
        Element at = from;
        for (int step : path) {
            at = at.child(step);
        }
        return at;
    }

    /** Letters and digits: marks and spaces are the reader's own. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
