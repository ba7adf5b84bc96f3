package org.annals.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.annals.capture.Payload;
import org.annals.document.Documents;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code annals parse}: reads local files without an archive. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = "Reads annual reports from local files and prints what they say, one JSON object a line.")
public final class ParseCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;

    /** How the results are printed. */
    enum Format {
        json,
        text
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files to read: HTML, plain text, Word, spreadsheet, RTF, PDF, or an archive with one inside.")
    private List<String> files;

    @Option(names = "--url", paramLabel = "URL", description = "Where the files came from.")
    private String url;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        for (String file : files) {
            Optional<String> problem = parse(file, out);
            problem.ifPresent(text -> spec.commandLine().getErr().println(text));
            all &= problem.isEmpty();
        }
        out.flush();
        spec.commandLine().getErr().flush();
        return all ? 0 : UNREADABLE;
    }

    /** What is wrong with the file; empty once its result is printed. */
    private Optional<String> parse(String file, PrintWriter out) {
        Payload payload;
        try {
            payload = Payload.of(Files.readAllBytes(Path.of(file)), null, url);
        } catch (NoSuchFileException e) {
            return Optional.of("annals parse: " + file + ": no such file");
        } catch (IOException | InvalidPathException | OutOfMemoryError e) {
            return Optional.of("annals parse: " + file + ": cannot be read: " + e.getMessage());
        }
        ParseResult result = ReportParser.parse(payload);
        if (!Documents.supports(result.mediaType())) {
            return Optional.of(
                    "annals parse: " + file + ": " + result.mediaType() + " is no kind of document that can be read");
        }
        out.println(
                format == Format.json
                        ? ParseJson.line(ParseJson.of(file, payload.sha256(), result))
                        : ParseText.of(file, result));
        return Optional.empty();
    }
}
