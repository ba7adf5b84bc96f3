package org.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every page in both themes and on a telephone, in the eyes of axe: WCAG 2.2, levels A and AA. */
class AccessibilityTest {
    private static final String ASK = "const done = arguments[arguments.length - 1];"
            + "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: {'landmark-unique': {enabled: true}}, iframes: false})"
            + ".then(result => done(result.violations.flatMap(one => one.nodes.map(node => one.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary))),"
            + " fault => done(['axe failed: ' + fault]));";

    @Test
    void noPageKeepsAnybodyOut() throws Exception {
        String axe = axe();
        List<String> faults = new ArrayList<>();
        try (WebServer server = WebServer.start(new WebSettings(DemoArchive.folder(), "127.0.0.1", 0, 0, fault -> {}));
                Browser browser = Browser.open("en")) {
            for (String path : pages()) {
                for (String theme : List.of("light", "dark")) {
                    browser.resize(theme.equals("light") ? 1280 : 390, 900);
                    browser.visit(
                            URI.create(server.address() + path + (path.contains("?") ? "&" : "?") + "theme=" + theme));
                    browser.driver().executeScript(axe);
                    Object found = browser.driver().executeAsyncScript(ASK);
                    assertThat(found).isInstanceOf(List.class);
                    ((List<?>) found).forEach(one -> faults.add("/" + path + " " + theme + ": " + one));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> pages() throws IOException, InterruptedException {
        Map<String, String> ids = DemoArchive.ids();
        return List.of(
                "",
                "coverage?level=county",
                "government/" + ids.get("government_code"),
                "report/" + ids.get("report_id"),
                "report/" + ids.get("report_id") + "/cell/" + ids.get("field"),
                "publication/" + ids.get("publication_id"),
                "revisions",
                "revision/" + ids.get("revision_id"),
                "capture/" + ids.get("capture_id"),
                "capture/" + ids.get("capture_id") + "/record",
                "search?q=%E5%85%AC%E5%BC%80",
                "explore?preset=outcomes",
                "explore?field=t3.new.total&view=ranking",
                "explore?field=t3.new.total&view=distribution",
                "sql?sql=SELECT+title+FROM+v_report",
                "sql?sql=DELETE",
                "crawl",
                "crawl/" + ids.get("run_id"),
                "api",
                "nothing-here");
    }

    private static String axe() throws IOException {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
