package org.annals.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Named in the contract, and not in this version. */
@Command(
        name = "export",
        header = "Not yet: writes a data package of the corpus as it stood at a commit or time.",
        description = "This command comes with a later version.")
final class ExportCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments;

    @Override
    public Integer call() {
        throw new UsageError(
                "not yet: 'export' writes a data package of the corpus as it stood at a commit or time; it comes with a later version");
    }
}
