package org.annals.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.annals.archive.Archive;
import org.annals.archive.Commit;

/**
 * Derives the catalogue from an archive. There is no other way into it: a catalogue that followed a crawl record by record and one that is rebuilt from zero show
 * the same views. May be killed at any time; the next call goes on where it stopped. Readers are never blocked.
 */
public final class Indexer {
    /** Name of the catalogue in an archive folder. */
    public static final String FILE = "catalog.sqlite";

    private static final Duration WAIT_FOR_OTHER_WRITER = Duration.ofSeconds(30);

    private Indexer() {}

    /**
     * Takes in what the archive has beyond what the catalogue knows; makes the catalogue if there is none or one of another version. May be called while a crawl is
     * writing to the archive.
     *
     * @throws CatalogException if the catalogue cannot be read or written, or another program is writing it
     */
    public static Indexed catchUp(Archive archive) throws IOException {
        return catchUp(archive.folder(), new ArchiveRecords(archive), Parsing.CURRENT, WAIT_FOR_OTHER_WRITER);
    }

    /** As {@link #catchUp(Archive)}, but gives up at once where another program is writing. */
    public static Indexed catchUpIfFree(Archive archive) throws IOException {
        return catchUp(archive.folder(), new ArchiveRecords(archive), Parsing.CURRENT, Duration.ZERO);
    }

    /** Throws the catalogue away and derives it again from the WARC files alone. It is built beside the old one, which readers see until the new one is whole. */
    public static Indexed rebuild(Archive archive) throws IOException {
        return rebuild(archive.folder(), new ArchiveRecords(archive), Parsing.CURRENT, WAIT_FOR_OTHER_WRITER);
    }

    /**
     * Derives the catalogue as it was when the last of these commits was written, into a new file: only the files that they name are read, and only as far as they say.
     *
     * @param commits the first commits of the archive, in their order
     * @return what is damaged or missing, one line each; the rest is in the catalogue
     */
    public static List<String> deriveCommitted(Archive archive, List<Commit> commits, Path file) throws IOException {
        CommittedRecords source = new CommittedRecords(archive, commits);
        derive(source, Parsing.CURRENT, file);
        return source.damage();
    }

    /** Derives the catalogue of an archive into a new file. */
    static Indexed derive(RecordSource source, Parsing parsing, Path file) throws IOException {
        try (Database database = Database.open(file, Database.Mode.BUILD)) {
            return new Indexing(database, source, parsing).run();
        }
    }

    static Indexed catchUp(Path folder, RecordSource source, Parsing parsing, Duration wait) throws IOException {
        Path file = folder.resolve(FILE);
        try (WriteLock lock = WriteLock.await(folder, wait)) {
            if (Files.exists(file) && !agrees(file, source)) {
                return rebuild(lock, folder, source, parsing);
            }
            try (Database database = Database.open(file, Database.Mode.WRITE)) {
                return new Indexing(database, source, parsing).run();
            }
        }
    }

    static Indexed rebuild(Path folder, RecordSource source, Parsing parsing, Duration wait) throws IOException {
        try (WriteLock lock = WriteLock.await(folder, wait)) {
            return rebuild(lock, folder, source, parsing);
        }
    }

    /** Whether the catalogue is of this version and every file that it knows is there, as long as it was. */
    private static boolean agrees(Path file, RecordSource source) throws IOException {
        try (Database database = Database.open(file, Database.Mode.WRITE)) {
            int version = Schema.versionOf(database);
            if (version != Schema.VERSION) {
                return version == 0 && isEmpty(database);
            }
            record Known(String path, long indexedTo) {}
            for (Known known : database.list(
                    "SELECT path, indexed_to FROM warc_file", row -> new Known(row.text(1), row.number(2)))) {
                if (source.length(known.path()) < known.indexedTo()) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isEmpty(Database database) throws CatalogException {
        return database.first("SELECT 1 FROM sqlite_master", row -> true).isEmpty();
    }

    private static Indexed rebuild(WriteLock lock, Path folder, RecordSource source, Parsing parsing)
            throws IOException {
        lock.require();
        Path file = folder.resolve(FILE);
        Path beside = folder.resolve(FILE + ".new");
        delete(beside);
        Indexed indexed;
        try {
            indexed = derive(source, parsing, beside);
            Database.open(beside, Database.Mode.WRITE).close();
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException | RuntimeException | Error e) {
            delete(beside);
            throw e;
        }
        // the log of the old file must never be taken for one of the new
        Files.deleteIfExists(folder.resolve(FILE + "-wal"));
        Files.deleteIfExists(folder.resolve(FILE + "-shm"));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return indexed;
    }

    static void delete(Path database) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
        }
    }
}
