package org.annals.archive;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.annals.capture.RecordLocation;

/**
 * The captures by address: the sorted file {@code index.cdxj}, searched by halving, and what was written since it was
 * brought up to date. It can be made again from the WARC files at any time, and a line of it is never believed without
 * a look at the record. Safe for many threads.
 */
final class CaptureIndex {
    private final ArchiveFolder folder;
    private final Map<String, List<IndexEntry>> recent = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    CaptureIndex(ArchiveFolder folder) {
        this.folder = folder;
    }

    /** A file is written from its beginning, and every capture of it will be added. */
    synchronized void begin(String warcPath) {
        begun.add(warcPath);
    }

    /** A capture just written. */
    synchronized void add(IndexEntry entry) {
        recent.computeIfAbsent(entry.url(), url -> new ArrayList<>()).add(entry);
    }

    /** All captures of exactly that address in order of time. */
    synchronized List<IndexEntry> captures(String target) throws IOException {
        List<IndexEntry> found = new ArrayList<>(inFile(target));
        found.addAll(recent.getOrDefault(target, List.of()));
        return found.stream().distinct().sorted(IndexEntry.BY_TIME).toList();
    }

    /** The capture that is said to lie at a place; reads the whole index. */
    synchronized Optional<IndexEntry> at(String warcPath, long offset) throws IOException {
        if (!Files.exists(folder.index())) {
            return Optional.empty();
        }
        try (SortedLines lines = new SortedLines(folder.index())) {
            while (!lines.atEnd()) {
                Optional<IndexEntry> entry = IndexEntry.parse(lines.next())
                        .filter(e -> e.location().offset() == offset)
                        .filter(e -> e.location().warcPath().equals(warcPath));
                if (entry.isPresent()) {
                    return entry;
                }
            }
        }
        return Optional.empty();
    }

    /** Merges the captures of these files into the index file; lines that are there already stay single. */
    synchronized void bringUpToDate(List<String> warcPaths) throws IOException {
        IndexLines lines = new IndexLines(this);
        for (String path : warcPaths) {
            if (begun.contains(path)) {
                recentLines(path, lines);
            } else {
                readLines(path, lines);
            }
        }
        lines.merge();
        Set<String> done = Set.copyOf(warcPaths);
        begun.removeAll(done);
        recent.values()
                .forEach(entries ->
                        entries.removeIf(entry -> done.contains(entry.location().warcPath())));
        recent.values().removeIf(List::isEmpty);
    }

    /** Of a file whose captures are all known, since it was written from its beginning: it need not be read again. */
    private void recentLines(String warcPath, IndexLines lines) throws IOException {
        // what a failing disk did not keep was cut off again
        long length = Files.size(folder.resolve(warcPath));
        for (List<IndexEntry> entries : recent.values()) {
            for (IndexEntry entry : entries) {
                RecordLocation at = entry.location();
                if (at.warcPath().equals(warcPath) && at.offset() + at.length() <= length) {
                    lines.add(entry.line());
                }
            }
        }
    }

    /** Makes the index file again out of these files and nothing else. */
    synchronized void rebuild(List<String> warcPaths) throws IOException {
        begun.clear();
        Files.deleteIfExists(folder.index());
        bringUpToDate(warcPaths);
    }

    private List<IndexEntry> inFile(String target) throws IOException {
        if (!Files.exists(folder.index())) {
            return List.of();
        }
        List<IndexEntry> found = new ArrayList<>();
        String prefix = TargetUri.key(target) + " ";
        try (SortedLines lines = new SortedLines(folder.index())) {
            for (String line = lines.firstFrom(prefix); line.startsWith(prefix); line = lines.next()) {
                IndexEntry.parse(line)
                        .filter(entry -> entry.url().equals(target))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** The index lines of one file, as far as its records can be read. */
    private void readLines(String warcPath, IndexLines lines) throws IOException {
        ParallelWalk.walk(
                folder.resolve(warcPath),
                warcPath,
                0,
                Runtime.getRuntime().availableProcessors(),
                (record, reader) ->
                        record.isIndexed() ? Optional.of(IndexEntry.of(record).line()) : Optional.<String>empty(),
                new ParallelWalk.Sink<Optional<String>>() {
                    @Override
                    public void record(Optional<String> line) throws IOException {
                        if (line.isPresent()) {
                            lines.add(line.get());
                        }
                    }

                    @Override
                    public void damaged(DamagedRecordException damage, OptionalLong next) {
                        // what cannot be read is not in the index; the verifier names it
                    }
                });
    }

    /** Puts lines into the index file; makes the file if there is none. */
    synchronized void merge(TreeSet<String> added) throws IOException {
        Path index = folder.index();
        if (Files.exists(index) && hasAll(index, added)) {
            return;
        }
        Path draft = folder.indexDraft();
        try {
            try (FileOutputStream out = new FileOutputStream(draft.toFile());
                    OutputStream writer = new BufferedOutputStream(out, 1 << 16)) {
                merge(index, added, writer);
                writer.flush();
                out.getFD().sync();
            }
            folder.replace(index, draft);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw new ArchiveException(
                    "cannot write " + draft + ": " + DiskFault.reason(e)
                            + "; the index is as it was and is brought up to date when the archive is opened again",
                    e);
        }
    }

    private static boolean hasAll(Path index, TreeSet<String> lines) throws IOException {
        try (SortedLines there = new SortedLines(index)) {
            for (String line : lines) {
                if (!there.firstFrom(line).equals(line)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void merge(Path index, TreeSet<String> added, OutputStream writer) throws IOException {
        if (Files.exists(index)) {
            try (SortedLines old = new SortedLines(index)) {
                while (!old.atEnd()) {
                    String line = old.next();
                    while (!added.isEmpty() && added.first().compareTo(line) < 0) {
                        writeLine(writer, added.pollFirst());
                    }
                    added.remove(line);
                    writeLine(writer, line);
                }
            }
        }
        for (String line : added) {
            writeLine(writer, line);
        }
    }

    private static void writeLine(OutputStream writer, String line) throws IOException {
        writer.write(line.getBytes(StandardCharsets.ISO_8859_1));
        writer.write('\n');
    }
}
