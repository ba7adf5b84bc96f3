package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.annals.catalog.DetectedRevision;
import org.annals.catalog.Evidence;
import org.annals.catalog.PublicationName;
import org.annals.report.Field;
import org.annals.report.Fields;
import org.annals.report.Generation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals show}: a report or one value of it with what proves it. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Shows one report, or one value of it, with its whole chain of evidence.",
        description = {
            "",
            "For each version, newest first: value, state, text as printed, place in the document, address and time of the capture, WARC file with offset and record id, digest "
                    + "of the payload, and the checks that touch the value.",
            "",
            "A publication is named by its id, or by publisher (or part of the name) and year. Field codes stand in the table fields of a data package and in the output of "
                    + "parse.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals show 440100-2023-1f0c3a9be2 --field t3.new.total",
            "  annals show 偃师区 2022 --field t3.granted.total",
            "  annals show 偃师区 2022 --format json"
        })
final class ShowCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "PUBLICATION",
            description = "id of a publication or version, or publisher and year")
    private List<String> publication;

    @Option(names = "--field", paramLabel = "CODE", description = "one value, for example t3.new.total (default: all)")
    private String field;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: text)")
    private Format format;

    @Mixin
    private ArchiveOption archive;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (field != null && Fields.byCode(field).isEmpty()) {
            throw new UsageError("no field '" + field + "' in the dictionary; nearest: " + nearest(field));
        }
        return CatalogReading.withCatalog(spec, archive.folder(), catalog -> {
            String said = String.join(" ", publication).strip();
            Optional<PublicationName> named = catalog.publication(said);
            PublicationName chosen =
                    named.isPresent() ? named.get() : PublicationChoice.of(said, catalog.publications());
            List<Evidence> versions = catalog.evidence(chosen.publicationId());
            List<DetectedRevision> revisions = catalog.revisionsOf(chosen.publicationId());
            PrintWriter out = spec.commandLine().getOut();
            Optional<String> one = Optional.ofNullable(field);
            if (format == Format.JSON) {
                ShowJson.write(out, chosen, versions, revisions, one);
            } else {
                new ShowText(out).write(chosen, versions, revisions, one);
            }
            out.flush();
            return 0;
        });
    }

    private static String nearest(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return List.of(Generation.values()).stream()
                .flatMap(generation -> Fields.of(generation).stream())
                .map(Field::code)
                .distinct()
                .sorted(Comparator.comparing((String code) -> -shared(lower, code))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }

    /** Signs that beginning and end have in common. */
    private static int shared(String said, String code) {
        int front = 0;
        while (front < Math.min(said.length(), code.length()) && said.charAt(front) == code.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < Math.min(said.length(), code.length())
                && said.charAt(said.length() - 1 - back) == code.charAt(code.length() - 1 - back)) {
            back++;
        }
        return front + back;
    }
}
