package org.annals.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.annals.capture.Payload;
import org.annals.capture.Printable;
import org.annals.cli.InputFiles.Input;
import org.annals.document.Documents;
import org.annals.parse.ParseResult;

/** Reading one file. Whatever is wrong with it becomes a result or a problem with a name; only a lack of memory is thrown. */
final class FileReading {
    private static final String UNKNOWN_KIND = "application/octet-stream";

    /** How a result is printed. */
    @FunctionalInterface
    interface Printer {
        String print(String source, Payload payload, ParseResult result);
    }

    private final Input input;
    private final String url;
    private final Function<Payload, ParseResult> parser;
    private final Printer printer;
    // written by the thread that reads, looked at by the one that has waited too long
    private volatile Payload payload;

    FileReading(Input input, String url, Function<Payload, ParseResult> parser, Printer printer) {
        this.input = input;
        this.url = url;
        this.parser = parser;
        this.printer = printer;
    }

    /** Bytes to be read; zero where that cannot be told beforehand. */
    long size() {
        try {
            return input instanceof Input.File file ? Files.size(file.path()) : 0;
        } catch (IOException e) {
            // reading it will say what is wrong
            return 0;
        }
    }

    ParsedFile read() {
        if (input instanceof Input.Unreadable unreadable) {
            return ParsedFile.unopened(unreadable.source(), unreadable.problem());
        }
        return read((Input.File) input);
    }

    private ParsedFile read(Input.File file) {
        try {
            payload = Payload.of(Files.readAllBytes(file.path()), null, url);
        } catch (NoSuchFileException e) {
            return ParsedFile.unopened(file.source(), "no such file");
        } catch (AccessDeniedException e) {
            return ParsedFile.unopened(file.source(), "may not be read");
        } catch (IOException e) {
            return ParsedFile.unopened(file.source(), "cannot be read: " + e.getMessage());
        }
        ParseResult result;
        try {
            result = parser.apply(payload);
        } catch (RuntimeException | StackOverflowError e) {
            // one file must not stop the rest, whatever it does to the parser
            return unread("the parser failed: " + e);
        }
        if (!Documents.supports(result.mediaType())) {
            return ParsedFile.unopened(input.source(), result.mediaType() + " is no kind of document that can be read");
        }
        return new ParsedFile(
                input.source(), result.report().isPresent(), Optional.of(print(result)), Optional.empty());
    }

    /** What is said of a file that was given up. */
    ParsedFile tooSlow(Duration limit) {
        return unread("not read: took longer than " + limit.toSeconds() + " s");
    }

    ParsedFile tooLarge() {
        return unread("not read: takes more memory than there is (ANNALS_JAVA_OPTS=-Xmx4g gives 4 GB)");
    }

    private ParsedFile unread(String problem) {
        if (payload == null) {
            return ParsedFile.unopened(input.source(), problem);
        }
        ParseResult nothing =
                new ParseResult(UNKNOWN_KIND, Optional.empty(), Optional.empty(), List.of(Printable.of(problem)));
        return new ParsedFile(input.source(), false, Optional.of(print(nothing)), Optional.of(problem));
    }

    private String print(ParseResult result) {
        return printer.print(input.source(), payload, result);
    }
}
