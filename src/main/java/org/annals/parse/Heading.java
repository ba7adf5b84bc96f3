package org.annals.parse;

import org.annals.report.Section;

/**
 * The heading of a chapter.
 *
 * @param block index of its block in the document
 * @param rest text of the chapter that stands in the same line
 */
record Heading(Section section, int block, String rest) {}
