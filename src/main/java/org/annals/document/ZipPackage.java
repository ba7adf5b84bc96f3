package org.annals.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/**
 * The parts of an Office Open XML package, inflated as they are read, each within a limit. Pictures and everything else that is no XML is not there: the
 * library would take all of it into memory.
 */
final class ZipPackage implements ZipEntrySource {
    private static final int MOST_PARTS = 2_000;
    private static final long LARGEST_TEXT = 64L << 20;
    private static final long LARGEST_STRINGS = 24L << 20;
    /** Of the parts that the library makes a tree of. */
    private static final long LARGEST_TREE = 4L << 20;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> parts;
    private boolean closed;

    private ZipPackage(ZipFile zip) {
        this.zip = zip;
        this.parts = Zips.entries(zip).stream()
                .filter(part ->
                        part.getName().endsWith(".xml") || part.getName().endsWith(".rels"))
                .toList();
    }

    static OPCPackage open(byte[] bytes) throws Unreadable {
        try {
            ZipPackage source = new ZipPackage(Zips.open(bytes));
            if (source.parts.size() > MOST_PARTS) {
                throw new Unreadable("more than " + MOST_PARTS + " parts");
            }
            return OPCPackage.open(source);
        } catch (InvalidFormatException | IOException | OpenXML4JRuntimeException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        }
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(parts);
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        return parts.stream()
                .filter(part -> part.getName().replace('\\', '/').equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        return new LimitedStream(zip.getInputStream(entry), limit(entry.getName()));
    }

    private static long limit(String name) {
        if (name.endsWith("sharedStrings.xml")) {
            return LARGEST_STRINGS;
        }
        return name.contains("document") && name.endsWith(".xml") || name.contains("sheets/")
                ? LARGEST_TEXT
                : LARGEST_TREE;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
