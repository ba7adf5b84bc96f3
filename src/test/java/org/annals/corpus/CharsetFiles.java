package org.annals.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.annals.report.Section;

/** Pages whose bytes and labels disagree. The name 䢺 is in GB18030 only, 镕 in GBK but not in GB2312. */
final class CharsetFiles {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CharsetFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        files.add(file("charset-gb18030-as-gb2312", "gb2312").in(GB18030));
        files.add(file("charset-gb18030-none", null).in(GB18030));
        files.add(file("charset-gbk-as-utf-8", "utf-8").in(GB18030));
        files.add(file("charset-utf-8-as-gbk", "gbk"));
        files.add(file("charset-utf-8-as-gb2312", "gb2312"));
        files.add(file("charset-utf-8-as-latin-1", "iso-8859-1"));
        files.add(file("charset-utf-8-none", null));
        files.add(marked(file("charset-utf-8-with-mark-as-gbk", "gbk"), 0xEF, 0xBB, 0xBF));
        files.add(marked(file("charset-utf-16le-with-mark", "utf-8").in(StandardCharsets.UTF_16LE), 0xFF, 0xFE));
        files.add(marked(file("charset-utf-16be-with-mark", "gb2312").in(StandardCharsets.UTF_16BE), 0xFE, 0xFF));
        files.add(
                file("charset-gb18030-header-says-utf-8", "gb2312").in(GB18030).declared("text/html; charset=utf-8"));
        files.add(file("charset-utf-8-header-says-gbk", "utf-8").declared("text/html; charset=GBK"));
        files.add(
                file("charset-gb18030-header-says-latin-1", null).in(GB18030).declared("text/html;charset=ISO-8859-1"));
        Golden damaged = file("charset-utf-8-one-byte-wrong", "utf-8");
        byte[] bytes = damaged.bytes().clone();
        int at = new String(bytes, StandardCharsets.ISO_8859_1)
                .indexOf(new String("字体".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        bytes[at + 1] = (byte) 0xFF;
        files.add(damaged.bytes(bytes));
        return files;
    }

    private static Golden file(String name, String charset) {
        Draft draft = Draft.yanshi().by("䢺塘县水利局");
        draft.words(Section.OVERVIEW, "局长是陶镕，副局长两人，这一年栏目照常更新。");
        HtmlPage page = PageFiles.portal(HtmlStyle.EDITOR);
        page.charset = charset;
        return Golden.html(name, draft, page);
    }

    private static Golden marked(Golden golden, int... mark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b : mark) {
            out.write(b);
        }
        out.writeBytes(golden.bytes());
        return golden.bytes(out.toByteArray());
    }
}
