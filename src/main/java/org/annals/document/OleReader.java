package org.annals.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** OLE2 compound files, which hold the older office formats (and WPS's own, which are the same): the stream inside says which. */
final class OleReader {
    static final String DOC = "application/msword";
    static final String XLS = "application/vnd.ms-excel";

    /** The libraries keep several copies of these files in memory. A report of many pictures is far smaller. */
    private static final int LARGEST = 32 << 20;

    private OleReader() {}

    static Document read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Formats.nothing(DOC, "this " + DOC + " cannot be read: larger than " + (LARGEST >> 20) + " MiB");
        }
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return Formats.nothing(DocxReader.TYPE, "this document is encrypted and cannot be read");
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return Formats.read(bytes, DOC, all -> DocReader.read(root));
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return Formats.read(bytes, XLS, all -> XlsReader.read(root));
            }
            boolean slides = root.hasEntryCaseInsensitive("PowerPoint Document");
            return slides
                    ? Formats.nothing("application/vnd.ms-powerpoint", "this is a presentation, which cannot be read")
                    : Formats.nothing(
                            "application/x-ole-storage", "this compound file holds no document of a known kind");
        } catch (IOException | RuntimeException e) {
            return Formats.nothing(DOC, "this " + DOC + " cannot be read: damaged or cut off");
        }
    }
}
