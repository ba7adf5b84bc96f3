package org.annals.corpus;

import java.util.ArrayList;
import java.util.List;
import org.annals.report.Generation;
import org.annals.report.Section;

/** Reports in the kinds that office programs write: Word's own, and what LibreOffice makes of it. */
final class ConvertedFiles {
    private ConvertedFiles() {}

    static List<Golden> all() {
        List<Golden> files = new ArrayList<>();
        details(files);
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
        files.add(made("pdf-landscape", "pdf", wide.write(signed().parts()), signed()));
        return files;
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
        return new Golden(name, extension, LibreOffice.stored(name, extension, word, "docx"), Expectation.of(draft));
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
