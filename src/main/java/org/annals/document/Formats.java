package org.annals.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files that are no text, by the reader of their kind. What the file is to blame for becomes a warning. */
final class Formats {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/vnd.rar", "a RAR archive, which cannot be opened"),
            Map.entry("application/ofd", "an OFD document, whose text cannot be read"),
            Map.entry("image/png", "a picture"),
            Map.entry("image/jpeg", "a picture"),
            Map.entry("image/gif", "a picture"),
            Map.entry("image/tiff", "a picture"),
            Map.entry("image/webp", "a picture"),
            Map.entry("image/bmp", "a picture"),
            Map.entry("application/octet-stream", "of no known kind"));

    /** Reads one kind. */
    interface Reader {
        Document read(byte[] bytes) throws Unreadable;
    }

    private Formats() {}

    /** @param kind what the bytes look like at their beginning */
    static Document read(byte[] bytes, String kind) {
        String exact = exact(bytes, kind);
        if (PackedFiles.opens(exact)) {
            return read(bytes, exact, all -> PackedReader.read(all, exact));
        }
        return switch (exact) {
            case DocxReader.TYPE -> read(bytes, exact, DocxReader::read);
            case XlsxReader.TYPE -> read(bytes, exact, XlsxReader::read);
            case PdfReader.TYPE -> read(bytes, exact, PdfReader::read);
            case RtfReader.TYPE -> read(bytes, exact, RtfReader::read);
            case OleReader.DOC -> OleReader.read(bytes);
            default -> nothing(exact, "this is " + exact + ": " + NAMES.getOrDefault(exact, "cannot be read yet"));
        };
    }

    /** @param start what the beginning says */
    static String exact(byte[] bytes, String start) {
        return start.equals(ZipKind.ZIP) ? ZipKind.of(bytes) : start;
    }

    static Document read(byte[] bytes, String kind, Reader reader) {
        try {
            return reader.read(bytes);
        } catch (Unreadable e) {
            return nothing(kind, "this " + kind + " cannot be read: " + e.getMessage());
        } catch (TooLarge e) {
            return nothing(kind, "this " + kind + " cannot be read: " + e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            return nothing(kind, "this " + kind + " cannot be read: nested too deep or too large");
        } catch (RuntimeException e) {
            // The libraries meet damaged files with exceptions of every kind.
            return nothing(kind, "this " + kind + " cannot be read: damaged (" + e + ")");
        }
    }

    static Document nothing(String kind, String warning) {
        return new Document(kind, Optional.empty(), Map.of(), List.of(), List.of(warning));
    }
}
