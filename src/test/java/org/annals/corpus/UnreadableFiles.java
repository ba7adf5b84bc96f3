package org.annals.corpus;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Files that hold a report, perhaps, but none that a program can read: each is said to be what it is. */
final class UnreadableFiles {
    private static final int PIXELS = 40;

    private UnreadableFiles() {}

    static List<Golden> all() {
        return List.of(
                none(
                        "other-rar",
                        "rar",
                        "Rar!\u001A\u0007\u0001\u0000年报.doc".getBytes(StandardCharsets.ISO_8859_1),
                        "a RAR archive"),
                none("other-ofd", "ofd", ofd(), "an OFD document"),
                none("other-picture", "png", picture(), "a picture"),
                none("other-scanned", "pdf", scanned(), "scanned"),
                none("other-packed-picture", "zip", PackedFiles.zip("年报扫描件.png", picture()), "a picture"),
                none("other-of-no-known-kind", "bin", new byte[] {1, 0, 2, 0, 0, 3, 0, 0, 0, 9}, "of no known kind"),
                none(
                        "other-cut-off",
                        "pdf",
                        "%PDF-1.4\n1 0 obj\n<</Type/Catalog".getBytes(StandardCharsets.ISO_8859_1),
                        "cannot be read"));
    }

    private static Golden none(String name, String extension, byte[] bytes, String warning) {
        Golden golden = Golden.none(name, "");
        return new Golden(name, extension, Corpus.stored(name, extension).orElse(bytes), golden.expected())
                .put("x_warning", warning);
    }

    private static byte[] ofd() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\"/>");
        files.put("Doc_0/Pages/Page_0/Content.xml", "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"/>");
        return WordFile.zipped(files);
    }

    static byte[] picture() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(drawn(), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn() {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < PIXELS; i++) {
            image.setRGB(i, i, 0xFFFFFF);
        }
        return image;
    }

    private static byte[] scanned() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, drawn()), 0, 0, 600, 800);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
