package org.annals.document;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Opens zip files in memory. Names without the UTF-8 flag are GB18030, as Chinese tools write them. */
final class Zips {
    private static final Charset NAMES = Charset.forName("GB18030");

    private Zips() {}

    static ZipFile open(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .setCharset(NAMES)
                .get();
    }

    /** In the order of the central directory. */
    static List<ZipArchiveEntry> entries(ZipFile zip) {
        return Collections.list(zip.getEntries());
    }
}
