package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.annals.catalog.Catalog;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.RevisionChoice;
import org.annals.revision.RevisionKind;
import org.annals.web.RevisionsFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code annals revisions}: what was changed, moved, withdrawn or restored. */
@Command(
        name = "revisions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Detected revisions, newest first, with every changed value.",
        description = {
            "",
            "data: a table value changed; text: only narrative; cosmetic: bytes that nobody reads; moved: another address; withdrawn: gone in two visits; "
                    + "restored: back again.",
            "",
            "Changed texts are shown by the sentences that were removed (-) and added (+). Below the changes stand the checks that fail in the version before or in "
                    + "the one after.",
            "",
            "With --exec a command of yours is run for each revision that it has not taken yet, the oldest first, with the revision as a JSON object on its "
                    + "standard input. Exit code 0 means taken; any other, or no end within --exec-timeout, means that it gets the revision again next time. "
                    + "What was taken is noted in "
                    + HandedOver.FILE
                    + " in the archive folder; without that file everything chosen is new, so say --since the first time if you do not want the past.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals revisions --since 2026-01-01 --kind data,withdrawn",
            "  annals revisions --government 411421 --format json",
            "  annals revisions --format atom --feed-url https://example.org/revisions.xml > revisions.xml",
            "  annals revisions --since 2026-01-01 --kind data --exec 'mail -s \"a report was changed\" me@example.org'"
        })
final class RevisionsCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        TEXT,
        JSON,
        ATOM
    }

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceOption.class,
            description = "only what was detected then or later, for example 2026-03-31 or 2026-03-31T08:00:00Z")
    private Instant since;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "only these kinds: data, text, cosmetic, moved, withdrawn, restored; several with commas")
    private List<RevisionKind> kinds = List.of();

    @Option(
            names = "--government",
            paramLabel = "CODE",
            split = ",",
            description = "only publications of this government (code, name or part of the name); several with commas")
    private List<String> governments = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or atom (default: text)")
    private Format format;

    @Option(
            names = "--feed-url",
            paramLabel = "URL",
            description = "with --format atom: the http or https address where the feed will be read")
    private String feedUrl;

    @Option(
            names = "--exec",
            paramLabel = "CMD",
            description = "run this shell command for each new revision, its JSON on standard input")
    private String exec;

    @Option(
            names = "--exec-timeout",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationOption.class,
            description = "stop a command that takes longer (default: ${DEFAULT-VALUE})")
    private Duration execTimeout;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        refuseWhatDoesNotGoTogether();
        return CatalogReading.withCatalog(spec, archive.folder(), catalog -> {
            RevisionChoice choice = choice(catalog);
            List<DetectedRevision> revisions = catalog.revisions(choice);
            return exec == null ? print(revisions, choice, catalog) : handOver(revisions);
        });
    }

    private void refuseWhatDoesNotGoTogether() {
        if (exec != null && exec.isBlank()) {
            throw wrong("--exec needs a command");
        }
        if (exec != null && format != null && format != Format.JSON) {
            throw wrong("--exec hands over JSON; leave out --format");
        }
        if (feedUrl != null && (exec != null || format != Format.ATOM)) {
            throw wrong("--feed-url goes with --format atom");
        }
        if (feedUrl != null && !isWebAddress(feedUrl)) {
            throw wrong(
                    "'" + feedUrl + "' is no address of a feed; write for example https://example.org/revisions.xml");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private RevisionChoice choice(Catalog catalog) throws IOException {
        Set<String> codes = new TreeSet<>();
        if (!governments.isEmpty()) {
            Map<String, String> names = GovernmentChoice.names(catalog.governments());
            governments.forEach(said -> codes.add(GovernmentChoice.of(said, names)));
        }
        Set<RevisionKind> only = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
        return new RevisionChoice(Optional.ofNullable(since), only, codes);
    }

    private int print(List<DetectedRevision> revisions, RevisionChoice choice, Catalog catalog) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format == null ? Format.TEXT : format) {
            case TEXT -> RevisionsText.write(out, revisions, ItemNames::of);
            case JSON -> RevisionsJson.write(out, revisions, ItemNames::of);
            case ATOM -> {
                Instant asOf = catalog.asOf().orElse(Instant.EPOCH);
                new RevisionsFeed(RevisionsFeed.id(choice), Optional.ofNullable(feedUrl), asOf)
                        .write(out, revisions, ItemNames::of);
            }
        }
        out.flush();
        return 0;
    }

    private int handOver(List<DetectedRevision> revisions) throws IOException {
        try (HandedOver handedOver = HandedOver.open(archive.folder())) {
            RevisionHandover.Result result = new RevisionHandover(exec, execTimeout)
                    .run(revisions, handedOver, failure -> CatalogReading.say(spec, failure));
            CatalogReading.say(
                    spec,
                    Counted.of(result.taken(), "new revision") + " handed over"
                            + (result.failed() == 0 ? "" : ", " + result.failed() + " not taken"));
            return result.failed() == 0 ? 0 : 1;
        }
    }
}
