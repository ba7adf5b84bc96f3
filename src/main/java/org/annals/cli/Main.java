package org.annals.cli;

import java.io.PrintWriter;
import org.annals.archive.ArchiveException;
import org.annals.catalog.CatalogBusyException;
import org.annals.catalog.CatalogException;
import org.annals.dataset.DatasetException;
import org.annals.frontier.FrontierException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code annals COMMAND …}. Exit codes: 0 done, 1 done with failures named on stderr, 2 wrong usage or unreadable input, 130 interrupted. */
@Command(
        name = "annals",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Crawls, archives, parses and compares the annual disclosure reports of Chinese government bodies.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            CrawlCommand.class,
            ParseCommand.class,
            StatusCommand.class,
            RevisionsCommand.class,
            ShowCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            ReparseCommand.class,
            ExportCommand.class,
            ReproduceCommand.class,
            ImportCommand.class,
            BackfillCommand.class,
            WaczCommand.class,
            ServeCommand.class
        },
        footer = {
            "",
            "Begin with:",
            "  annals demo                                   the whole job on five portals on this machine",
            "  annals crawl --seeds seeds/provinces.csv --contact YOUR-ADDRESS",
            "",
            "Exit codes: 0 done, 1 done with failures named on stderr, 2 wrong usage or unreadable input, 130 interrupted.",
            "annals COMMAND --help tells more of one command."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Main::onWrongUsage);
        line.setExecutionExceptionHandler(Main::onFailure);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int onWrongUsage(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        String instead = e instanceof UnmatchedArgumentException unmatched
                ? Nearest.to(unmatched.getUnmatched().get(0), unmatched.getSuggestions())
                        .map(word -> " (did you mean " + word + "?)")
                        .orElse("")
                : "";
        say(
                line,
                oneLine(e.getMessage()) + instead + "; see '"
                        + line.getCommandSpec().qualifiedName() + " --help'");
        return 2;
    }

    private static int onFailure(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof UsageError
                || e instanceof ArchiveException
                || e instanceof FrontierException
                || e instanceof CatalogException
                || e instanceof CatalogBusyException
                || e instanceof DatasetException) {
            say(line, oneLine(e.getMessage()));
            return 2;
        }
        if (System.getenv("ANNALS_DEBUG") != null) {
            throw e;
        }
        say(
                line,
                "failed: " + oneLine(e.toString())
                        + "; what was saved is kept (ANNALS_DEBUG=1 shows where it happened)");
        return 1;
    }

    private static void say(CommandLine line, String message) {
        PrintWriter err = line.getErr();
        err.println("annals: " + message);
        err.flush();
    }

    static String oneLine(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
