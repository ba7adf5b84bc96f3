package org.annals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.annals.capture.Outcome;
import org.annals.capture.Via;
import org.annals.catalog.WrittenCrawls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/** The same report three times: a figure is corrected, then only mark-up changes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class RevisionsCommandTest {
    @TempDir
    Path folder;

    @TempDir
    Path taken;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeThreeRuns() throws IOException {
        String report = WrittenCrawls.report(text -> text);
        String corrected = report.replace("行政规范性文件\t0", "行政规范性文件\t12");
        visit("2023-05-01", report);
        visit("2023-06-01", corrected);
        visit("2023-07-01", corrected + "\n\n");
    }

    private void visit(String day, String report) throws IOException {
        WrittenCrawls.run(
                folder, day, crawl -> crawl.page(WrittenCrawls.REPORT, 200, report, Outcome.ARCHIVED, Via.SEED));
    }

    private int run(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("revisions", "--archive", folder.toString()));
        arguments.addAll(List.of(more));
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private String state() throws IOException {
        return Files.readString(folder.resolve(HandedOver.FILE));
    }

    /** A command that keeps each input under a name of its own. */
    private String keep() {
        return "cat > '" + taken + "'/$(date +%s%N).json";
    }

    private List<JsonNode> kept() throws IOException {
        List<JsonNode> inputs = new ArrayList<>();
        try (var files = Files.list(taken)) {
            for (Path file : files.sorted().toList()) {
                inputs.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return inputs;
    }

    @Test
    void kindsAreChosen() {
        assertThat(run("--kind", "data,moved")).isZero();
        assertThat(out.toString())
                .contains("  data  ")
                .doesNotContain("cosmetic")
                .contains("1 revision");
        assertThat(run("--kind", "cosmetic")).isZero();
        assertThat(out.toString()).contains("cosmetic").contains("1 revision");
        assertThat(run("--kind", "rumour")).isEqualTo(2);
    }

    @Test
    void governmentsAreChosen() {
        assertThat(run("--government", "411421")).isZero();
        assertThat(out.toString()).contains("2 revisions");
        assertThat(run("--government", "999999")).isEqualTo(2);
        assertThat(err.toString()).contains("no government with the code or name '999999'");
    }

    @Test
    void eachChoiceIsAFeedOfItsOwn() {
        run("--format", "atom", "--kind", "data", "--feed-url", "https://example.org/r.xml");
        assertThat(out.toString())
                .contains("<id>urn:annals:revisions:data</id>")
                .contains("<link rel=\"self\" href=\"https://example.org/r.xml\"/>");
        String once = out.toString();
        run("--format", "atom", "--kind", "data", "--feed-url", "https://example.org/r.xml");
        assertThat(out.toString()).isEqualTo(once);
        assertThat(run("--format", "atom", "--feed-url", "file:///etc/passwd")).isEqualTo(2);
        assertThat(run("--feed-url", "https://example.org/r.xml")).isEqualTo(2);
    }

    @Test
    void everyEntryHasWhatTheStandardAsksFor() throws Exception {
        run("--format", "atom");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element feed = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
        NodeList entries = feed.getElementsByTagName("entry");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            for (String once : List.of("id", "title", "updated", "content")) {
                assertThat(entry.getElementsByTagName(once).getLength())
                        .as(once)
                        .isEqualTo(1);
            }
            ids.add(new URI(entry.getElementsByTagName("id").item(0).getTextContent()).toString());
            Instant.parse(entry.getElementsByTagName("updated").item(0).getTextContent());
        }
        assertThat(ids).hasSize(2);
        assertThat(feed.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo(((Element) entries.item(0))
                        .getElementsByTagName("updated")
                        .item(0)
                        .getTextContent());
    }

    @Test
    void wordsOfAPortalAreNeverRun() throws IOException {
        Path trap = taken.resolve("trap");
        visit(
                "2023-08-01",
                WrittenCrawls.report(text -> text.replace(
                        "一、总体情况", "一、总体情况\n\n$(touch " + trap + ")`touch " + trap + "`; touch " + trap + "\n")));
        assertThat(run("--exec", "cat >> '" + taken + "/all.json'")).isZero();
        assertThat(Files.readString(taken.resolve("all.json"))).contains("touch " + trap);
        assertThat(trap).doesNotExist();
    }

    @Test
    void eachRevisionIsHandedOverOnceTheOldestFirst() throws IOException {
        assertThat(run("--exec", keep())).isZero();
        assertThat(kept()).extracting(r -> r.get("kind").asText()).containsExactly("data", "cosmetic");
        assertThat(kept().get(0).get("changes").get(0).get("new_value").asText())
                .isEqualTo("12");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("2 new revisions handed over");
        assertThat(run("--exec", keep())).isZero();
        assertThat(kept()).hasSize(2);
        assertThat(err.toString()).contains("0 new revisions handed over");
    }

    @Test
    void whatTheCommandDidNotTakeIsHandedOverAgain() throws IOException {
        assertThat(run("--exec", "! grep -q cosmetic")).isEqualTo(1);
        assertThat(err.toString())
                .contains("ended with exit code 1 for 411421-2022-")
                .contains("1 not taken");
        assertThat(state().lines()).singleElement().asString().contains("-data-");
        assertThat(run("--exec", keep())).isZero();
        assertThat(kept()).extracting(r -> r.get("kind").asText()).containsExactly("cosmetic");
    }

    @Test
    void withoutTheStateEverythingIsNewFromTheGivenTimeOn() throws IOException {
        run("--exec", "true");
        Files.delete(folder.resolve(HandedOver.FILE));
        assertThat(run("--since", "2023-06-15", "--exec", keep())).isZero();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aLineCutShortByAKillDoesNotCount() throws IOException {
        run("--exec", "true");
        String whole = state();
        Files.writeString(folder.resolve(HandedOver.FILE), whole.substring(0, whole.length() - 3));
        assertThat(run("--exec", keep())).isZero();
        assertThat(kept()).hasSize(1);
        assertThat(state()).isEqualTo(whole);
    }

    @Test
    void aCommandThatReadsNothingOrNeverEndsHoldsUpNobody() throws IOException {
        assertThat(run("--exec", "exit 0", "--kind", "data")).isZero();
        assertThat(run("--exec", "sleep 600", "--exec-timeout", "50ms")).isEqualTo(1);
        assertThat(err.toString()).contains("did not end within");
    }

    @Test
    void theStateFileIsNoPartOfTheArchive() {
        run("--exec", "true");
        assertThat(new CommandLine(new VerifyCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute("--archive", folder.toString()))
                .isZero();
    }

    @Test
    void execHandsOverJsonOnly() {
        assertThat(run("--exec", "true", "--format", "atom")).isEqualTo(2);
        assertThat(run("--exec", " ")).isEqualTo(2);
    }
}
