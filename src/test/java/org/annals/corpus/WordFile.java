package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.annals.corpus.Line.Kind;

/** A report as Word writes it (ECMA-376): by hand, part by part, since what matters here are the parts that libraries do not write. */
final class WordFile {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|([0-9]+)\\.)(?=\\D)");
    private static final int TEXT_WIDTH = 9000;

    /** The numbers in front of headings and labels are not in the text but counted by Word. */
    boolean numbering;
    /** Titles and headings have styles, which have names of their own; otherwise they are bold lines. */
    boolean styles;
    /** A line at the head of each page, and the page's number at its foot. */
    boolean pageNumbers;
    /** What tracked changes replaced is still in the file. */
    boolean tracked;
    /** The whole report stands in the one cell of a table. */
    boolean nested;
    /** A box with words and a number floats beside the text. */
    boolean textBox;
    /** Tables are drawn with lines. */
    boolean ruled = true;
    /** Half points. */
    int size = 18;

    /** The least height of a row of a table, in twentieths of a point. */
    int rowHeight;

    boolean landscape;
    private boolean of2003;

    byte[] write(List<Part> parts) {
        return zipped(files(parts));
    }

    /** The same document in one file of XML. */
    byte[] flat(List<Part> parts) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<?mso-application progid=\"Word.Document\"?>\n"
                + "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">");
        files(parts).forEach((name, content) -> {
            if (!name.startsWith("[")) {
                out.append("<pkg:part pkg:name=\"/")
                        .append(name)
                        .append("\"><pkg:xmlData>")
                        .append(content);
                out.append("</pkg:xmlData></pkg:part>");
            }
        });
        return out.append("</pkg:package>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same document as Word 2003 writes it in XML. */
    byte[] of2003(List<Part> parts) {
        of2003 = true;
        String body = files(parts).get("word/document.xml").replace("<w:vMerge", "<w:vmerge");
        of2003 = false;
        String content = body.substring(body.indexOf("<w:body>"), body.indexOf("<w:sectPr>"));
        String page =
                "<w:sectPr><w:ftr w:type=\"odd\"><w:p><w:r><w:t>- 1 -</w:t></w:r></w:p></w:ftr></w:sectPr></w:body></w:wordDocument>";
        String head =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<?mso-application progid=\"Word.Document\"?>\n"
                        + "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
                        + " xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" xml:space=\"preserve\">";
        return (head + content + page).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> files(List<Part> parts) {
        StringBuilder body = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Line line) {
                line(line, body);
            } else if (part instanceof Sheet sheet) {
                table(sheet, body);
            }
        }
        if (textBox) {
            body.append(box());
        }
        String content = nested
                ? "<w:tbl><w:tblPr><w:tblW w:w=\"9200\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"9200\"/></w:tblGrid>"
                        + "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"9200\" w:type=\"dxa\"/></w:tcPr>" + body
                        + "<w:p/></w:tc></w:tr></w:tbl><w:p/>"
                : body.toString();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("[Content_Types].xml", types());
        files.put("_rels/.rels", relations(List.of("officeDocument word/document.xml")));
        files.put(
                "word/_rels/document.xml.rels",
                relations(List.of(
                        "styles styles.xml", "numbering numbering.xml", "header header1.xml", "footer footer1.xml")));
        files.put("word/styles.xml", styleSheet());
        files.put("word/numbering.xml", numberingPart());
        files.put("word/header1.xml", "<w:hdr " + W + "><w:p><w:r><w:t>内部编号 2024-17 第 3 稿</w:t></w:r></w:p></w:hdr>");
        files.put(
                "word/footer1.xml",
                "<w:ftr " + W + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>- </w:t></w:r>"
                        + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
                        + "<w:r><w:t> -</w:t></w:r></w:p></w:ftr>");
        files.put(
                "word/document.xml",
                "<w:document " + W + " xmlns:r=\"" + R
                        + "\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>" + content + section()
                        + "</w:body></w:document>");
        return files;
    }

    private String section() {
        String parts = pageNumbers
                ? "<w:headerReference w:type=\"default\" r:id=\"r3\"/><w:footerReference w:type=\"default\" r:id=\"r4\"/>"
                : "";
        String page = landscape
                ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
        return "<w:sectPr>" + parts + page
                + "<w:pgMar w:top=\"1300\" w:right=\"1300\" w:bottom=\"1300\" w:left=\"1300\" w:header=\"700\" w:footer=\"700\"/></w:sectPr>";
    }

    private void line(Line line, StringBuilder out) {
        if (line.kind() == Kind.MARKUP) {
            return;
        }
        String properties = switch (line.kind()) {
            case TITLE -> (styles ? "<w:pStyle w:val=\"a3\"/>" : "") + "<w:jc w:val=\"center\"/>";
            case HEADING -> styles ? "<w:pStyle w:val=\"1\"/>" : "";
            case SIGNATURE -> "<w:jc w:val=\"right\"/>";
            default -> "<w:ind w:firstLine=\"420\"/>";
        };
        String run = line.kind() == Kind.TITLE
                ? "<w:b/><w:sz w:val=\"36\"/>"
                : line.kind() == Kind.HEADING ? "<w:b/><w:sz w:val=\"24\"/>" : "";
        paragraph(line.text(), properties, run, out, 1);
    }

    /** @param list what is counted together */
    private void paragraph(String text, String properties, String run, StringBuilder out, int list) {
        Matcher number = NUMBERED.matcher(text);
        String counted = "";
        String rest = text;
        if (numbering && number.find()) {
            int level = number.group(1) != null ? 0 : number.group(2) != null ? 1 : 2;
            String written = "<w:listPr><w:ilvl w:val=\"" + level + "\"/><w:ilfo w:val=\"" + list
                    + "\"/><wx:t wx:val=\"" + number.group() + "\"/></w:listPr>";
            counted = of2003
                    ? written
                    : "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>";
            rest = text.substring(number.end());
        }
        out.append("<w:p><w:pPr>").append(ordered(properties, counted)).append("</w:pPr>");
        String[] lines = rest.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            out.append("<w:r><w:rPr>").append(run).append("</w:rPr>").append(i > 0 ? "<w:br/>" : "");
            out.append("<w:t xml:space=\"preserve\">")
                    .append(HtmlStyle.escaped(lines[i]))
                    .append("</w:t></w:r>");
        }
        out.append("</w:p>");
    }

    /** The style first, as the schema wants it. */
    private static String ordered(String properties, String counted) {
        int end = properties.startsWith("<w:pStyle") ? properties.indexOf("/>") + 2 : 0;
        return properties.substring(0, end) + counted + properties.substring(end);
    }

    private void table(Sheet sheet, StringBuilder out) {
        int width = sheet.width();
        int[] rowsLeft = new int[width];
        int[] spans = new int[width];
        int column = TEXT_WIDTH / width;
        String border = ruled ? "single" : "none";
        out.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(column * width).append("\" w:type=\"dxa\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.append("<w:").append(side).append(" w:val=\"").append(border).append("\" w:sz=\"4\"/>");
        }
        out.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int i = 0; i < width; i++) {
            out.append("<w:gridCol w:w=\"").append(column).append("\"/>");
        }
        out.append("</w:tblGrid>");
        for (List<TableCell> cells : sheet.rows()) {
            out.append("<w:tr><w:trPr><w:trHeight w:val=\"").append(rowHeight).append("\"/></w:trPr>");
            int next = 0;
            int at = 0;
            while (at < width && (next < cells.size() || rowsLeft[at] > 0)) {
                boolean goesOn = rowsLeft[at] > 0;
                TableCell cell = goesOn ? TableCell.filler() : cells.get(next++);
                int span = goesOn ? spans[at] : cell.colspan();
                out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(column * span).append("\" w:type=\"dxa\"/>");
                out.append("<w:gridSpan w:val=\"").append(span).append("\"/>");
                if (goesOn || cell.rowspan() > 1) {
                    out.append(goesOn ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
                }
                out.append("</w:tcPr>");
                cell(cell, out);
                out.append("</w:tc>");
                spans[at] = span;
                rowsLeft[at] = goesOn ? rowsLeft[at] - 1 : cell.rowspan() - 1;
                at += span;
            }
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
    }

    private void cell(TableCell cell, StringBuilder out) {
        if (tracked && cell.isValue() && !cell.text().isEmpty()) {
            out.append(
                    "<w:p><w:del w:id=\"1\" w:author=\"a\" w:date=\"2024-01-05T08:00:00Z\"><w:r><w:delText>5</w:delText></w:r></w:del>"
                            + "<w:ins w:id=\"2\" w:author=\"a\" w:date=\"2024-01-05T08:00:00Z\"><w:r><w:t>");
            out.append(HtmlStyle.escaped(cell.text())).append("</w:t></w:r></w:ins></w:p>");
        } else {
            String properties = cell.isValue() ? "<w:jc w:val=\"center\"/>" : "";
            paragraph(cell.text(), properties, "<w:sz w:val=\"" + size + "\"/>", out, 2);
        }
    }

    private static String box() {
        return "<w:p><w:r><w:pict><v:shape style=\"position:absolute;width:90pt;height:40pt\"><v:textbox><w:txbxContent>"
                + "<w:p><w:r><w:t>扫码看图 2024</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    }

    private static String styleSheet() {
        return "<w:styles " + W
                + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Noto Sans CJK SC\" w:eastAsia=\"Noto Sans CJK SC\"/>"
                + "<w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/>"
                + "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"a\"/></w:style></w:styles>";
    }

    private static String numberingPart() {
        StringBuilder levels = new StringBuilder();
        String[] texts = {"%1、", "（%2）", "%3."};
        for (int i = 0; i < texts.length; i++) {
            levels.append("<w:lvl w:ilvl=\"").append(i).append("\"><w:start w:val=\"1\"/><w:numFmt w:val=\"");
            levels.append(i == 2 ? "decimal" : "chineseCountingThousand").append("\"/><w:suff w:val=\"nothing\"/>");
            levels.append("<w:lvlText w:val=\"").append(texts[i]).append("\"/></w:lvl>");
        }
        StringBuilder out = new StringBuilder("<w:numbering " + W + ">");
        for (int list = 1; list <= 2; list++) {
            out.append("<w:abstractNum w:abstractNumId=\"").append(list);
            out.append("\"><w:multiLevelType w:val=\"multilevel\"/>")
                    .append(levels)
                    .append("</w:abstractNum>");
        }
        for (int list = 1; list <= 2; list++) {
            out.append("<w:num w:numId=\"")
                    .append(list)
                    .append("\"><w:abstractNumId w:val=\"")
                    .append(list);
            out.append("\"/></w:num>");
        }
        return out.append("</w:numbering>").toString();
    }

    private static String types() {
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder out = new StringBuilder(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        for (String part : List.of(
                "document document.main", "styles styles", "numbering numbering", "header1 header", "footer1 footer")) {
            String[] names = part.split(" ");
            out.append("<Override PartName=\"/word/")
                    .append(names[0])
                    .append(".xml\" ContentType=\"")
                    .append(type);
            out.append(names[1]).append("+xml\"/>");
        }
        return out.append("</Types>").toString();
    }

    private static String relations(List<String> targets) {
        StringBuilder out = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < targets.size(); i++) {
            String[] target = targets.get(i).split(" ");
            out.append("<Relationship Id=\"r")
                    .append(i + 1)
                    .append("\" Type=\"")
                    .append(R)
                    .append('/')
                    .append(target[0]);
            out.append("\" Target=\"").append(target[1]).append("\"/>");
        }
        return out.append("</Relationships>").toString();
    }

    static byte[] zipped(Map<String, String> files) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                String head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
                zip.write((head + file.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
