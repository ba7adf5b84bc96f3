package org.annals.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --archive DIR}, the same for every command over an archive. */
final class ArchiveOption {
    @Option(
            names = "--archive",
            paramLabel = "DIR",
            defaultValue = "archive",
            description = "archive folder (default: archive)")
    private Path folder;

    Path folder() {
        return folder;
    }
}
