package org.annals.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.annals.capture.Payload;
import org.annals.cli.InputFiles.Input;
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
        sortOptions = false,
        header = "Reads annual reports from local files and prints what they say, one JSON object a line.",
        description = {
            "",
            "Results come in the order of the files. A file that cannot be read is named on stderr and does not stop the rest; the exit code is then 2. A "
                    + "document that is no report is a result like others, with \"is_report\": false.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  annals parse --format text report.html",
            "  annals parse downloads/ > reports.jsonl",
            "  annals parse downloads/ | jq -r 'select(.is_report) | [.publisher, .values.\"t3.new.total\".value] | @tsv'"
        })
public final class ParseCommand implements Callable<Integer> {
    private static final int UNREADABLE = 2;
    private static final int NOT_WRITTEN = 1;
    private static final Duration TIME_FOR_A_FILE = Duration.ofSeconds(10);

    /** How the results are printed. */
    enum Format {
        json,
        text
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "files (HTML, plain text, Word, spreadsheet, RTF, PDF, or an archive with one inside), and folders for all files below them, "
                            + "by name and without hidden ones")
    private List<String> files;

    @Option(names = "--url", paramLabel = "URL", description = "where the files came from")
    private String url;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json or text, tables for people (default: json)")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ParseProgress progress = new ParseProgress(spec.commandLine().getErr(), filesToShow());
        boolean all = true;
        boolean first = true;
        try (ParallelReading results =
                new ParallelReading(readings(), Runtime.getRuntime().availableProcessors(), TIME_FOR_A_FILE)) {
            while (results.hasNext()) {
                ParsedFile result = results.next();
                progress.pause();
                if (result.printed().isPresent()) {
                    if (format == Format.text && !first) {
                        out.println();
                    }
                    out.println(result.printed().get());
                    first = false;
                }
                // System.out keeps its faults to itself, and does not tell them to a writer around it
                if (out.checkError() || System.out.checkError()) {
                    // the reader of a pipe has enough, or the disk is full
                    CatalogReading.say(spec, "results can no longer be written to standard output; stopped");
                    return NOT_WRITTEN;
                }
                progress.done(result);
                all &= result.problem().isEmpty();
            }
        }
        progress.end();
        return all ? 0 : UNREADABLE;
    }

    private long filesToShow() {
        long count = ProgressDisplay.onTerminal() ? InputFiles.count(files) : 0;
        return count > 1 ? count : 0;
    }

    private Iterator<FileReading> readings() {
        Iterator<Input> inputs = new InputFiles(files);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return inputs.hasNext();
            }

            @Override
            public FileReading next() {
                return new FileReading(inputs.next(), url, ReportParser::parse, ParseCommand.this::print);
            }
        };
    }

    private String print(String source, Payload payload, ParseResult result) {
        return format == Format.json
                ? ParseJson.line(ParseJson.of(source, payload.sha256(), result))
                : ParseText.of(source, result);
    }
}
