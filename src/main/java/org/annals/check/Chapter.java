package org.annals.check;

import java.util.List;
import org.annals.report.Report;
import org.annals.report.Section;

/** A chapter whose sentences tell of the year, in paragraphs. The chapter on problems is none: it speaks of plans. */
record Chapter(Section section, String text, List<Prose.Paragraph> paragraphs) {
    static List<Chapter> of(Report report) {
        return report.sections().entrySet().stream()
                .filter(section -> section.getKey() != Section.PROBLEMS)
                .map(section -> new Chapter(section.getKey(), section.getValue(), Prose.paragraphs(section.getValue())))
                .toList();
    }
}
