package org.annals.web;

import java.io.IOException;
import java.util.Optional;
import org.annals.capture.ContentDecoding;
import org.annals.catalog.ReadReport;
import org.annals.parse.ParseResult;
import org.annals.parse.ReportParser;
import org.annals.report.Cell;
import org.annals.report.CellValue;

/** What the parser says of a report's archived bytes when it reads them anew: its warnings, and why cells are unreadable, which the catalogue does not keep. */
final class Rereading {
    private final OpenArchive archive;

    Rereading(OpenArchive archive) {
        this.archive = archive;
    }

    /** Empty where the bytes cannot be read any more. */
    Optional<ParseResult> of(ReadReport report) throws IOException {
        return archive.read(
                        report.source().record(),
                        record -> record.payload()
                                .map(payload -> ReportParser.parse(
                                        ContentDecoding.unannounced(payload, ContentDecoding.LIMIT))))
                .flatMap(read -> read);
    }

    /** Why a cell is unreadable, in the parser's words; empty where it is not. */
    Optional<String> reason(ReadReport report, String field, Cell cell) throws IOException {
        if (!(cell.value() instanceof CellValue.Unreadable)) {
            return Optional.empty();
        }
        return of(report)
                .flatMap(ParseResult::report)
                .map(read -> read.cell(field).value())
                .filter(CellValue.Unreadable.class::isInstance)
                .map(value -> ((CellValue.Unreadable) value).reason())
                .filter(reason -> !reason.isEmpty());
    }
}
