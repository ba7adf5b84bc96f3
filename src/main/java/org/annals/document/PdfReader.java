package org.annals.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** PDF (ISO 32000). What is drawn is read, not how it is tagged: nearly no report has tags. */
final class PdfReader {
    static final String TYPE = "application/pdf";

    private static final int MOST_PAGES = 300;

    static {
        FontMappers.set(new BundledFont());
    }

    private PdfReader() {}

    static Document read(byte[] bytes) throws Unreadable {
        PdfStreams.check(bytes);
        List<String> warnings = new ArrayList<>();
        List<List<PdfItem>> pages = new ArrayList<>();
        int glyphs = 0;
        int unseen = 0;
        int pictures = 0;
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(bytes), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            PdfPages reader = new PdfPages();
            int count = Math.min(document.getNumberOfPages(), MOST_PAGES);
            if (count < document.getNumberOfPages()) {
                warnings.add("only the first " + count + " of " + document.getNumberOfPages() + " pages were read");
            }
            for (int i = 0; i < count; i++) {
                PdfPage page = reader.read(document.getPage(i), i + 1);
                glyphs += page.glyphs().size();
                unseen += page.unseen();
                pictures += page.pictures();
                pages.add(PdfItems.of(page));
            }
        } catch (InvalidPasswordException e) {
            throw new Unreadable("encrypted with a password");
        } catch (PdfPageEngine.TooMuch e) {
            warnings.add("page " + (pages.size() + 1) + " draws without end: only the pages before it were read");
        } catch (IOException e) {
            throw new Unreadable("damaged or cut off: " + e.getMessage(), e);
        }
        if (glyphs == 0) {
            warnings.add(
                    unseen > 0
                            ? "scanned: the text laid under the pictures was made out by a machine, and is not read"
                            : pictures > 0 ? "scanned: pictures without text, which cannot be read" : "holds no text");
        }
        return new Document(TYPE, Optional.empty(), Map.of(), PdfFlow.read(pages, warnings), warnings);
    }
}
