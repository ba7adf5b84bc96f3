package org.annals.catalog;

import java.io.IOException;
import java.nio.file.Path;
import org.annals.archive.Archive;

/** Program of a test: derives the catalogue over and over until it is killed. */
public final class EndlessIndexing {
    private EndlessIndexing() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (Archive archive = Archive.openForReading(folder)) {
            System.out.println("indexing");
            while (true) {
                Indexer.catchUp(archive);
                System.out.println("caught up");
                Indexer.rebuild(archive);
                System.out.println("rebuilt");
            }
        }
    }
}
