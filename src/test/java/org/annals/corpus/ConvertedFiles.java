package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.annals.report.Generation;
import org.annals.report.Section;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Reports in the kinds that office programs write: Word's own, and what LibreOffice makes of it. */
final class ConvertedFiles {
    private ConvertedFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        details(files);
        otherForms(files);
        for (Draft draft : List.of(Draft.distinct(), Draft.distinct2019(), Draft.yanshi(), Earlier.draft())) {
            String name = draft.figures.startsWith("made up") ? draft.generation.code() : draft.figures;
            byte[] word = paged().write(draft.parts());
            files.add(made("office-old-word-" + name, "doc", word, draft));
            if (draft.generation != Generation.G2019) { // half the weight of the corpus
                files.add(made("office-rich-text-" + name, "rtf", word, draft));
            }
            files.add(made("pdf-ruled-" + name, "pdf", word, draft));
        }
        files.add(stored(
                "office-word-pre2019", "docx", paged().write(Earlier.draft().parts()), Earlier.draft()));
        WordFile unruled = paged();
        unruled.ruled = false;
        files.add(made("pdf-unruled-tight", "pdf", unruled.write(signed().parts()), signed())
                .lenient("t4.*", "unreadable"));
        unruled.rowHeight = 560;
        files.add(made("pdf-unruled", "pdf", unruled.write(signed().parts()), signed()));
        WordFile wide = paged();
        wide.landscape = true;
        Golden landscape = made("pdf-landscape", "pdf", wide.write(signed().parts()), signed());
        files.add(landscape);
        byte[] turned = Corpus.stored("pdf-turned", "pdf").orElseGet(() -> turned(landscape.bytes()));
        files.add(new Golden("pdf-turned", "pdf", turned, Expectation.of(signed())));
        return files;
    }

    /** Pages stored upright whose text runs upwards; only every other page says so. */
    private static byte[] turned(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                PDPage page = document.getPage(i);
                PDRectangle box = page.getMediaBox();
                try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.PREPEND, false)) {
                    content.transform(new Matrix(0, 1, -1, 0, box.getHeight(), 0));
                }
                page.setMediaBox(new PDRectangle(box.getHeight(), box.getWidth()));
                page.setCropBox(page.getMediaBox());
                page.setRotation(i % 2 == 0 ? 90 : 0);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Word writes besides DOC and DOCX, and portals serve under the names of those. */
    private static void otherForms(List<Golden> files) {
        WordFile numbered = paged();
        numbered.numbering = true;
        byte[] word = numbered.write(signed().parts());
        files.add(stored("word-2003", "xml", numbered.of2003(signed().parts()), signed())
                .declared("application/msword"));
        files.add(stored("word-flat", "xml", numbered.flat(signed().parts()), signed())
                .declared("application/msword"));
        HtmlPage page = PageFiles.portal(HtmlStyle.WORD);
        page.charset = "gb2312";
        String html = page.write(Draft.yanshi().parts());
        Charset gb = Charset.forName("GB18030");
        files.add(stored("word-page-named-doc", "doc", html.getBytes(gb), Draft.yanshi())
                .declared("application/msword"));
        files.add(stored("word-web-archive", "mht", archive(html.getBytes(gb), false), Draft.yanshi())
                .declared("application/msword"));
        files.add(stored("word-web-archive-base64", "mht", archive(html.getBytes(gb), true), Draft.yanshi()));
        files.add(made("office-wps", "doc", word, signed()).declared("application/vnd.ms-works"));
    }

    /** A page with a picture in front of it, as MHTML. */
    private static byte[] archive(byte[] page, boolean base64) {
        StringBuilder out = new StringBuilder("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
                + "\tboundary=\"----=_NextPart_01DA4F.AB\"\r\n\r\nThis is a page.\r\n\r\n");
        String line = "------=_NextPart_01DA4F.AB";
        out.append(line)
                .append("\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n\r\n");
        out.append(line).append("\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ");
        out.append(base64 ? "base64" : "quoted-printable")
                .append("\r\nContent-Type: text/html;\r\n\tcharset=\"gb2312\"\r\n\r\n");
        out.append(base64 ? Base64.getMimeEncoder().encodeToString(page) : quoted(page));
        return out.append("\r\n\r\n").append(line).append("--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String quoted(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte b : bytes) {
            boolean plain = b >= ' ' && b <= '~' && b != '=' || b == '\n';
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "=%02X", b));
            column = b == '\n' ? 0 : column + 3;
            if (column > 69) {
                out.append("=\r\n");
                column = 0;
            }
        }
        return out.toString();
    }

    private static void details(List<Golden> files) {
        WordFile numbered = paged();
        numbered.numbering = true;
        numbered.styles = true;
        byte[] automatic = numbered.write(signed().parts());
        files.add(stored("word-automatic-numbering", "docx", automatic, signed()));
        files.add(made("office-old-word-automatic-numbering", "doc", automatic, signed()));
        files.add(made("office-rich-text-automatic-numbering", "rtf", automatic, signed()));
        WordFile tracked = paged();
        tracked.tracked = true;
        byte[] changes = tracked.write(signed().parts());
        files.add(stored("word-tracked-changes", "docx", changes, signed()));
        files.add(made("office-old-word-tracked-changes", "doc", changes, signed()));
        files.add(made("office-rich-text-tracked-changes", "rtf", changes, signed()));
        WordFile nested = paged();
        nested.nested = true;
        files.add(stored("word-report-in-a-table-cell", "docx", nested.write(signed().parts()), signed()));
        files.add(made("office-old-word-report-in-a-table-cell", "doc", nested.write(signed().parts()), signed()));
        WordFile box = paged();
        box.textBox = true;
        files.add(stored("word-text-box", "docx", box.write(signed().parts()), signed()));
    }

    private static WordFile paged() {
        WordFile file = new WordFile();
        file.pageNumbers = true;
        return file;
    }

    /** With the line that a body signs with. */
    private static Draft signed() {
        Draft draft = Draft.distinct();
        draft.signature = List.of(draft.publisher, "2024年1月18日");
        draft.publishedOn = "2024-01-18";
        return draft;
    }

    private static Golden made(String name, String extension, byte[] word, Draft draft) {
        return new Golden(name, extension, LibreOffice.stored(name, extension, word), Expectation.of(draft));
    }

    private static Golden stored(String name, String extension, byte[] bytes, Draft draft) {
        return new Golden(name, extension, Corpus.stored(name, extension).orElse(bytes), Expectation.of(draft));
    }

    /** Reports up to 2018: other chapters, and one long table at the end. */
    static final class Earlier {
        private Earlier() {}

        static Draft draft() {
            Draft draft = new Draft(Generation.PRE2019, AnnexSheet.figures(), "made up: pre2019");
            draft.of(2016);
            draft.headings = List.of(
                    "一、概述", "二、主动公开政府信息的情况", "三、依申请公开政府信息的情况", "四、行政复议和行政诉讼情况", "五、存在的主要问题和改进措施", "六、其他需要说明的事项");
            draft.words(Section.PROACTIVE, "公开栏和网站都用上了，群众常问的事放在最前面。");
            draft.words(Section.REQUESTS, "来信来电都登记，办完一件销一件。");
            draft.words(Section.REVIEW_LITIGATION, "这类案子的数目见附表。");
            return draft;
        }
    }
}
