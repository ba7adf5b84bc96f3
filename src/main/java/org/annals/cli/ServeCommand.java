package org.annals.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Named in the contract, and not in this version. */
@Command(
        name = "serve",
        header = "Not yet: shows the archive as local web pages.",
        description = "This command comes with a later version.")
final class ServeCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments;

    @Override
    public Integer call() {
        throw new UsageError("not yet: 'serve' shows the archive as local web pages; it comes with a later version");
    }
}
