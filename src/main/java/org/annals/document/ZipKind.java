package org.annals.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a zip file is, by the names of its entries: the files of several office programs are zip files. */
final class ZipKind {
    private static final int LOOK = 1 << 16;

    static final String ZIP = "application/zip";

    private ZipKind() {}

    static String of(byte[] bytes) {
        try (ZipFile zip = Zips.open(bytes)) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                boolean sheets = zip.getEntry("xl/workbook.xml") != null || zip.getEntry("xl/workbook.bin") != null;
                boolean slides = zip.getEntry("ppt/presentation.xml") != null;
                return sheets
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : slides
                                ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                                : DocxReader.TYPE;
            }
            return zip.getEntry("OFD.xml") != null ? "application/ofd" : ZIP;
        } catch (IOException e) {
            // Cut off: the names of entries also stand before each of them. Its reader will say what is wrong.
            String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
            return head.contains("word/document.xml") ? DocxReader.TYPE : ZIP;
        }
    }
}
