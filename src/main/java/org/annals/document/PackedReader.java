package org.annals.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.annals.capture.Payload;

/**
 * Archives with documents inside. Of several files the one that looks most like a report is read; two are never mixed.
 * Archives inside archives are opened, but not without end.
 */
final class PackedReader {
    /** A .tar.gz is two archives, so three allow for one in a zip file. */
    private static final int DEEPEST = 3;

    private static final long LARGEST = 128L << 20;
    private static final int MOST_READ = 40;

    private final Inflation inflation = new Inflation(LARGEST);
    private final List<String> warnings = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int read;

    /** A document that was inside, and how much of the form it holds. */
    private record Found(String name, Document document, int words) {}

    private PackedReader() {}

    static Document read(byte[] bytes, String kind) throws Unreadable {
        PackedReader reader = new PackedReader();
        reader.open(bytes, kind, "", 1);
        return reader.choose(kind);
    }

    private void open(byte[] bytes, String kind, String path, int depth) throws Unreadable {
        List<PackedFile> files = new ArrayList<>(PackedFiles.of(bytes, kind, inflation, warnings));
        files.sort(Comparator.comparing(PackedFile::name));
        for (PackedFile file : files) {
            String name = path + file.name();
            Optional<String> inner = MediaTypes.binary(file.bytes());
            String innerKind =
                    inner.map(start -> Formats.exact(file.bytes(), start)).orElse("text");
            if (!PackedFiles.opens(innerKind)) {
                document(file, name);
            } else if (depth < DEEPEST) {
                try {
                    open(file.bytes(), innerKind, name + "/", depth + 1);
                } catch (Unreadable e) {
                    warnings.add(name + " cannot be opened: " + e.getMessage());
                }
            } else {
                warnings.add(name + " was not opened: archives in archives in archives");
            }
        }
    }

    private void document(PackedFile file, String name) {
        if (++read > MOST_READ) {
            return;
        }
        Document document = Documents.read(Payload.of(file.bytes(), null, null));
        if (document.blocks().isEmpty()) {
            unread.add(name + ": " + String.join("; ", document.warnings()));
        } else {
            found.add(new Found(name, document, FormWords.count(document)));
        }
    }

    private Document choose(String kind) {
        if (read > MOST_READ) {
            warnings.add("more than " + MOST_READ + " files: only the first were looked at");
        }
        if (found.isEmpty()) {
            warnings.addAll(unread.subList(0, Math.min(unread.size(), 5)));
            String text = warnings.isEmpty() ? "no file inside" : String.join("; ", warnings);
            return Formats.nothing(kind, "this " + kind + " holds no document that can be read: " + text);
        }
        Found best = found.get(0);
        for (Found one : found) {
            best = one.words() > best.words() ? one : best;
        }
        String chosen = best.name();
        List<String> others = found.stream()
                .filter(one ->
                        one.words() >= FormWords.OF_A_REPORT && !one.name().equals(chosen))
                .map(Found::name)
                .toList();
        warnings.add(0, "read from " + chosen + " inside");
        if (!others.isEmpty()) {
            warnings.add("holds more than one report, the others were not read: " + String.join(", ", others));
        }
        warnings.addAll(best.document().warnings());
        return Placed.in(best.document(), chosen, kind, warnings);
    }
}
