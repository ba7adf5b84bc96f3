package org.annals.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Named in the contract, and not in this version. */
@Command(
        name = "import",
        header = "Not yet: takes in WARC, WARC.gz or WACZ files made by other crawlers.",
        description = "This command comes with a later version.")
final class ImportCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments;

    @Override
    public Integer call() {
        throw new UsageError(
                "not yet: 'import' takes in WARC, WARC.gz or WACZ files made by other crawlers; it comes with a later version");
    }
}
