package org.annals.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;

/**
 * Opens Office Open XML packages. Only the XML parts are handed to the library, inflated within limits and packed again, so that neither a bomb nor thirty
 * megabytes of pictures ever stand in memory.
 */
final class ZipPackage {
    private static final long LARGEST = 96L << 20;
    private static final int MOST_PARTS = 2_000;

    private ZipPackage() {}

    static OPCPackage open(byte[] bytes) throws Unreadable {
        try {
            return OPCPackage.open(new ByteArrayInputStream(xmlParts(bytes)));
        } catch (InvalidFormatException | IOException | OpenXML4JRuntimeException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        }
    }

    private static byte[] xmlParts(byte[] bytes) throws IOException, Unreadable {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(bytes.length, 1 << 20));
        Inflation inflation = new Inflation(LARGEST);
        int parts = 0;
        try (ZipFile zip = Zips.open(bytes);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            // Stored, not deflated: the copy lives for a moment only.
            copy.setLevel(1);
            for (ZipArchiveEntry entry : Zips.entries(zip)) {
                String name = entry.getName();
                if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
                    continue;
                }
                if (++parts > MOST_PARTS) {
                    throw new Unreadable("more than " + MOST_PARTS + " parts");
                }
                copy.putNextEntry(new ZipEntry(name));
                inflation.copy(zip.getInputStream(entry), copy);
                copy.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
