package org.annals.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.annals.crawl.SeedsFile;
import org.annals.government.Government;
import org.annals.government.Seeds;

/**
 * The seeds files of a command, read together.
 *
 * @param problems the bad rows, each with file and line number
 */
record SeedsInput(List<SeedsFile> files, List<Government> governments, List<String> problems) {
    /** @throws UsageError if a file cannot be read, or no good row is in any */
    static SeedsInput read(List<Path> paths) {
        List<SeedsFile> files = new ArrayList<>();
        Map<String, Government> byCode = new HashMap<>();
        List<Government> governments = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        refuseOptions(paths);
        for (Path path : paths) {
            byte[] csv = bytes(path);
            files.add(new SeedsFile(path.getFileName().toString(), csv));
            Seeds seeds = Seeds.parse(text(path, csv));
            seeds.problems()
                    .forEach(problem -> problems.add(path + ", line " + problem.line() + ": " + problem.message()));
            for (Government government : seeds.governments()) {
                Government before = byCode.putIfAbsent(government.code(), government);
                if (before == null) {
                    governments.add(government);
                } else if (!before.equals(government)) {
                    problems.add(path + ": code " + government.code() + " of " + government.name()
                            + " is already taken by " + before.name() + "; the row is left out");
                }
            }
        }
        if (governments.isEmpty()) {
            throw new UsageError("no government in " + paths
                    + (problems.isEmpty() ? "" : ": " + problems.get(0))
                    + "; see seeds/README.md for the form of a seeds file");
        }
        return new SeedsInput(List.copyOf(files), List.copyOf(governments), List.copyOf(problems));
    }

    /** An option that takes many files takes a mistyped option for one more. */
    private static void refuseOptions(List<Path> paths) {
        for (Path path : paths) {
            if (path.toString().startsWith("-")) {
                throw new UsageError("unknown option '" + path + "'; see 'annals crawl --help'");
            }
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new UsageError("no seeds file " + path);
        } catch (IOException e) {
            throw new UsageError("cannot read seeds file " + path + ": " + e.getMessage());
        }
    }

    private static String text(Path path, byte[] csv) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UsageError("seeds file " + path + " is not UTF-8; save it as UTF-8");
        }
    }
}
