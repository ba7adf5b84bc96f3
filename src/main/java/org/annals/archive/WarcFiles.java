package org.annals.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The WARC files of an archive and the warcinfo that opens each. Safe for many threads. */
final class WarcFiles {
    private final ArchiveFolder folder;
    private final Map<String, Opening> openings = new ConcurrentHashMap<>();

    WarcFiles(ArchiveFolder folder) {
        this.folder = folder;
    }

    /** In the order in which they were begun. */
    List<String> inOrder() throws IOException {
        Map<String, Instant> begun = new ConcurrentHashMap<>();
        List<String> paths = new ArrayList<>(folder.warcPaths());
        for (String path : paths) {
            begun.put(path, opening(path).begun());
        }
        paths.sort(Comparator.comparing((String path) -> begun.get(path)).thenComparing(Comparator.naturalOrder()));
        return List.copyOf(paths);
    }

    /** Empty for a file of another program, or one whose warcinfo cannot be read. */
    Optional<RunInfo> run(String path) throws IOException {
        return opening(path).run();
    }

    private Opening opening(String path) throws IOException {
        Opening known = openings.get(path);
        if (known != null) {
            return known;
        }
        Opening opening = read(path);
        if (opening.run().isPresent()) {
            openings.put(path, opening);
        }
        return opening;
    }

    private Opening read(String path) throws IOException {
        try (MemberReader reader = new MemberReader(folder.resolve(path), path)) {
            RawRecord first = reader.read(0);
            return new Opening(first.date(), RunFields.runOf(first));
        } catch (DamagedRecordException e) {
            // torn or damaged at its very beginning; the run it was begun for still stands in its name
            return new Opening(startOfRun(path), Optional.empty());
        }
    }

    private Instant startOfRun(String path) throws IOException {
        Optional<WarcName> name = WarcName.parse(path);
        if (name.isPresent()) {
            for (Opening other : openings.values()) {
                if (other.run().map(run -> run.run().equals(name.get().run())).orElse(false)) {
                    return other.begun();
                }
            }
        }
        return Instant.EPOCH;
    }

    private record Opening(Instant begun, Optional<RunInfo> run) {}
}
